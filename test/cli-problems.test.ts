import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, openSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { chronicler, PROGRAM, type Ran, temporaryFolder } from "./cli-run.ts";

const folder = temporaryFolder();
const GOOD = "The bridge in Riga was opened on 2 May 2019 by President Anna Berg.\n";

beforeAll(async () => {
  writeFileSync(join(folder, "good.txt"), GOOD);
  writeFileSync(join(folder, "empty.txt"), "");
  writeFileSync(
    join(folder, "binary.txt"),
    Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256)),
  );
  writeFileSync(join(folder, "big.txt"), Buffer.alloc(50 * 1024 * 1024, "word "));
  mkdirSync(join(folder, "nothing"));
  mkdirSync(join(folder, "locked"));
  await run("add", "good.txt", "--chronicle", "kept.db");
}, 60_000);

const run = (...words: string[]): Promise<Ran> => chronicler(words, { cwd: folder });

/** One clear sentence on standard error in the program's name; nothing that looks like a stack. */
function expectSentence({ stderr }: Ran, words: RegExp): void {
  expect(stderr).toMatch(words);
  expect(stderr).toMatch(/^chronicler: [^\n]+\n$/);
  expect(stderr).not.toMatch(/\n\s+at |Error:/);
}

describe("bad reports", () => {
  const CASES: readonly (readonly [path: string, words: RegExp])[] = [
    ["empty.txt", /empty\.txt is empty; expected/],
    ["binary.txt", /binary\.txt holds binary data/],
    ["big.txt", /big\.txt has 50\.0 MB, but a report may have at most/],
    ["missing.txt", /missing\.txt is not there/],
    ["nothing", /nothing holds no reports; expected files that end in/],
    ["no*.html", /no\*\.html names no file/],
  ];

  it("files of a folder that are not named like reports are told of, and do not count as failed", async () => {
    const mixed = join(folder, "mixed");
    mkdirSync(mixed);
    for (const name of ["good.txt", "other.dat", "README.md"]) writeFileSync(join(mixed, name), GOOD);
    const ran = await run("add", "mixed", "--chronicle", "mixed.db");
    expectSentence(ran, /In mixed left out, as not named like a report: other\.dat; to add it, name it\./);
    expect(ran.status).toBe(0);
    expect(ran.stdout).toMatch(/Added 1 report to/);
  });

  it.each(CASES)("%s", async (path, words) => {
    const ran = await run("add", path, "--chronicle", "none.db");
    expect(ran).toMatchObject({ status: 1 });
    expectSentence(ran, words);
  });

  it("lose none of the others", async () => {
    const ran = await run("add", ...CASES.map(([path]) => path), "good.txt", "--chronicle", "some.db");
    expect(ran).toMatchObject({ status: 1, stdout: "Added 1 report to some.db.\n" });
    for (const [, words] of CASES) expect(ran.stderr).toMatch(words);
    expect(ran.stderr.split("\n")).toHaveLength(CASES.length + 1);
    expect((await run("search", "bridge", "--json", "--chronicle", "some.db")).stdout).toContain("Riga");
  });

  it("alone, they leave no chronicle behind", async () => {
    const ran = await run("add", "missing.txt", "--chronicle", "never.db");
    expect(ran).toMatchObject({ status: 1, stdout: "" });
    expect(existsSync(join(folder, "never.db"))).toBe(false);
  });

  it("says which folder may not be read", async () => {
    chmodSync(join(folder, "locked"), 0o000);
    const isRoot = process.getuid?.() === 0;
    const ran = await run("add", "locked", "good.txt", "--chronicle", "kept.db");
    chmodSync(join(folder, "locked"), 0o700);
    // Nothing is locked to the administrator.
    expectSentence(ran, isRoot ? /locked holds no reports/ : /locked may not be read; ask for permission/);
    expect(ran.status).toBe(1);
  });
});

describe.concurrent("a wrong command line", () => {
  const CASES: readonly (readonly [words: readonly string[], status: number, message: RegExp])[] = [
    [["remember"], 2, /Expected one of add, .* not "remember"/],
    [["--chronicle", "x", "timeline"], 2, /Expected a command before --chronicle/],
    [["timeline", "--colour"], 2, /There is no option --colour; see chronicler timeline --help/],
    [["timeline", "more"], 2, /Expected nothing more after timeline, not "more"/],
    [["timeline", "--json=1"], 2, /Expected --json without a value/],
    [["add"], 2, /Expected PATH… after add/],
    [["add", "good.txt", "--outlet"], 2, /Expected a value after --outlet/],
    [["add", "good.txt", "--published", "soon"], 1, /Expected --published to be a day.* not "soon"/],
    [["add", "good.txt", "--published", "2019-02-29"], 1, /not "2019-02-29"/],
    [["export", "--format", "xml"], 2, /Expected --format json, not "xml"/],
    [["analyze", "--layers", "some", "good.txt"], 2, /Expected --layers all, not "some"/],
    [["serve", "--port", "99999"], 2, /whole number from 1 to 65535, not "99999"/],
    [["search", "--", "-"], 2, /Expected words to search for/],
    [["show", "E0"], 1, /Nothing in kept\.db has the id "E0"/],
    [["explain", "a1:v9"], 1, /Nothing in kept\.db has the id "a1:v9"/],
    [["timeline", "--story", "s0"], 1, /There is no story "s0"/],
    [["search", "zeppelin"], 1, /No report in kept\.db holds zeppelin/],
    [["timeline", "--chronicle", "good.txt"], 1, /good\.txt is not a chronicle; expected/],
    [["timeline", "--chronicle", "empty.txt"], 1, /empty\.txt is not a chronicle/],
    [["timeline", "--chronicle", "nothing"], 1, /nothing is a folder/],
    [
      ["timeline", "--chronicle", "gone.db"],
      1,
      /There is no chronicle at gone\.db; make one with: chronicler add/,
    ],
    [["add", "good.txt", "--chronicle", "gone/new.db"], 1, /There is no folder gone/],
  ];

  it.each(CASES)("%j", async (words, status, message) => {
    const ran = await chronicler(words, { cwd: folder, env: { CHRONICLE: "kept.db" } });
    expectSentence(ran, message);
    expect(ran).toMatchObject({ status, stdout: "" });
  });
});

it("ends quietly when nobody reads on", async () => {
  const words = [...PROGRAM, "export", "--chronicle", "kept.db"];
  const child = spawn(process.execPath, words, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.destroy();
  let stderr = "";
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  await new Promise((done) => child.on("close", done));
  expect(stderr).toBe("");
});

it.skipIf(!existsSync("/dev/full"))("says that output could not be written", async () => {
  const words = [...PROGRAM, "export", "--chronicle", "kept.db"];
  const child = spawn(process.execPath, words, {
    cwd: folder,
    stdio: ["ignore", openSync("/dev/full", "w"), "pipe"],
  });
  let stderr = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const status = await new Promise((done) => child.on("close", done));
  expect(stderr).toMatch(/^chronicler: [^\n]*the disk is full[^\n]*\n$/);
  expect(status).toBe(1);
});
