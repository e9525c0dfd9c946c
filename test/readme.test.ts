import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { buildProgram, temporaryFolder } from "./cli-run.ts";

const ROOT = resolve(import.meta.dirname, "..");
const README = join(ROOT, "README.md");
const folder = temporaryFolder();

/** A command of the README with what it prints; a line that is only "…" stands for any lines. */
interface Example {
  readonly command: string;
  readonly output: string;
}

/** Commands in the `console` blocks of the README, in order; those of npm have tests of their own. */
function examplesIn(markdown: string): Example[] {
  const blocks = [...markdown.matchAll(/^```console\n([\s\S]*?)^```$/gm)].map((match) => match[1] ?? "");
  const examples = blocks.flatMap((block) =>
    block
      .split(/^\$ /m)
      .slice(1)
      .map((part) => {
        const [, command = "", output = ""] = /^((?:[^\n]*\\\n)*[^\n]*)\n?([\s\S]*)$/.exec(part) ?? [];
        return { command, output: output.trimEnd() };
      }),
  );
  return examples.filter(({ command }) => !command.startsWith("npm "));
}

function toPattern(output: string): RegExp {
  const escaped = output.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(
    `^${escaped.replace(/^…(?:\n|$)/gm, "(?:[^\\n]*(?:\\n|$))*?").replaceAll("…", "[^\\n]*?")}$`,
  );
}

const markdown = existsSync(README) ? readFileSync(README, "utf8") : "";
const examples = examplesIn(markdown);

beforeAll(() => {
  buildProgram();
  cpSync(join(ROOT, "samples"), join(folder, "samples"), { recursive: true });
  mkdirSync(join(folder, "bin"));
  const shim = `#!/bin/sh\nexec "${process.execPath}" "${join(ROOT, "bin/chronicler.mjs")}" "$@"\n`;
  writeFileSync(join(folder, "bin", "chronicler"), shim, { mode: 0o755 });
}, 300_000);

function run(command: string): string {
  const path = `${join(folder, "bin")}${delimiter}${process.env.PATH}`;
  const env = { ...process.env, PATH: path, CHRONICLE: "", COLUMNS: "80", NO_COLOR: "1" };
  const { stdout, stderr } = spawnSync("sh", ["-c", command], {
    cwd: folder,
    env,
    encoding: "utf8",
    timeout: 120_000,
  });
  return `${stdout}${stderr}`.trimEnd();
}

describe.skipIf(examples.length === 0)("the README", () => {
  it.each(examples)(
    "tells what this prints: $command",
    ({ command, output }) => {
      const printed = run(command);
      if (!toPattern(output).test(printed)) expect(printed).toBe(output);
    },
    120_000,
  );
});

it("reads examples out of Markdown", () => {
  const text = "# T\n\n```console\n$ chronicler a \\\n  b\none\n…\nthree\n$ npm start\n$ chronicler c\n```\n";
  expect(examplesIn(text)).toEqual([
    { command: "chronicler a \\\n  b", output: "one\n…\nthree" },
    { command: "chronicler c", output: "" },
  ]);
  expect("one\ntwo\n2\nthree").toMatch(toPattern("one\n…\nthree"));
  expect("one\ntwo").not.toMatch(toPattern("one\n…\nthree"));
  expect("at /tmp/x of 3").toMatch(toPattern("at … of 3"));
});
