import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { buildProgram, temporaryFolder } from "./cli-run.ts";

const ROOT = resolve(import.meta.dirname, "..");
const PROGRAM = join(ROOT, "bin/chronicler.mjs");
const folder = temporaryFolder();
const db = ["--chronicle", join(folder, "samples.db")];

const node = (...words: string[]): ReturnType<typeof spawnSync> =>
  spawnSync(process.execPath, words, {
    encoding: "utf8",
    cwd: folder,
    env: { ...process.env, NO_COLOR: "1" },
  });

beforeAll(() => {
  buildProgram();
  node(PROGRAM, "add", join(ROOT, "samples"), ...db);
}, 300_000);

/** Files of the program that a command loads, by what Node writes of its coverage. */
function loadedBy(...words: string[]): readonly string[] {
  const coverage = mkdtempSync(join(folder, "coverage-"));
  spawnSync(process.execPath, [PROGRAM, ...words], { env: { ...process.env, NODE_V8_COVERAGE: coverage } });
  const urls = readdirSync(coverage).flatMap((file) => {
    const { result } = JSON.parse(readFileSync(join(coverage, file), "utf8")) as {
      result: { url: string }[];
    };
    return result.map(({ url }) => url);
  });
  return urls.flatMap((url) => url.split("/dist/")[1] ?? []);
}

describe("start-up", () => {
  it.each([
    ["--help", ["--help"]],
    ["timeline", ["timeline", ...db]],
  ])("loads nothing that reads reports, and no page: %s", (_name, words) => {
    const loaded = loadedBy(...words);
    expect(loaded).toContain("cli/run.js");
    expect(loaded.filter((file) => /^(?:language|mention|web)\//u.test(file))).toEqual([]);
  });
});

describe("npm start", () => {
  it("makes a chronicle of the samples and prints its timeline", () => {
    const { status, stdout, stderr } = node(join(ROOT, "scripts/start.mjs"), "--no-serve");
    expect(stderr).toBe("");
    expect(stdout).toMatch(/^Added \d+ reports to [^\n]+\n\n/);
    expect(stdout).toMatch(/ entries · from /);
    expect(status).toBe(0);
  });

  it("says which option it does not know", () => {
    const { status, stderr } = node(join(ROOT, "scripts/start.mjs"), "--fast");
    expect(stderr).toBe("chronicler: Expected --no-serve or --port N, not --fast.\n");
    expect(status).toBe(1);
  });
});

describe("an old Node", () => {
  const old = `data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"18.20.4"}})`;
  it.each(["bin/chronicler.mjs", "scripts/start.mjs", "scripts/test.mjs"])(
    "is refused in one sentence by %s",
    (file) => {
      const { status, stderr, stdout } = node("--import", old, join(ROOT, file));
      expect(stderr).toMatch(/^chronicler: [Ee]xpected Node\.js 20\.19 or newer, found 18\.20\.4; [^\n]+\n$/);
      expect(stdout).toBe("");
      expect(status).toBe(1);
    },
  );
});

interface Serving {
  readonly child: ChildProcess;
  readonly first: string;
  readonly closed: Promise<number | null>;
}

async function serve(...words: string[]): Promise<Serving> {
  const child = spawn(process.execPath, [PROGRAM, "serve", ...words, ...db], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const closed = new Promise<number | null>((done) => child.on("close", done));
  const first = await new Promise<string>((done) => {
    child.stdout?.once("data", (chunk: Buffer) => done(chunk.toString()));
    child.stderr?.once("data", (chunk: Buffer) => done(chunk.toString()));
  });
  return { child, first, closed };
}

describe("serve", () => {
  it("shows the page, finds a free port, and ends with Ctrl-C", async () => {
    const both = [await serve(), await serve()];
    const addresses = both.map(({ first }) => /http:\/\/127\.0\.0\.1:\d+\//.exec(first)?.[0] ?? first);
    expect(new Set(addresses).size).toBe(2);
    for (const [index, { child, closed }] of both.entries()) {
      const response = await fetch(addresses[index] ?? "");
      expect(response.status).toBe(200);
      child.kill("SIGINT");
      expect(await closed).toBe(0);
    }
  });

  it("says that the port asked for is taken", async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, "127.0.0.1", done));
    const address = other.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const { first, closed } = await serve("--port", String(port));
    expect(first).toMatch(new RegExp(`^chronicler: Port ${port} is taken by another program[^\n]*\n$`));
    expect(await closed).toBe(1);
    other.close();
  });
});
