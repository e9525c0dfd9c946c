import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll } from "vitest";

const PREPARE = new URL("../scripts/prepare.mjs", import.meta.url).href;
const { isBuilt } = (await import(PREPARE)) as { isBuilt(): boolean };

/** Words for Node that run the program: the built one, which starts sooner, or the sources where they are newer. */
export const PROGRAM: readonly string[] = isBuilt()
  ? [resolve(import.meta.dirname, "../bin/chronicler.mjs")]
  : ["--import", import.meta.resolve("tsx"), resolve(import.meta.dirname, "../src/cli/run.ts")];

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly input?: string | Uint8Array;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the program as a child process. */
export function chronicler(
  words: readonly string[],
  { input, cwd, env = {} }: RunOptions = {},
): Promise<Ran> {
  const child = spawn(process.execPath, [...PROGRAM, ...words], {
    cwd,
    env: { ...process.env, CHRONICLE: "", NO_COLOR: "1", COLUMNS: "80", ...env },
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    stdout += chunk;
  });
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    stderr += chunk;
  });
  child.stdin.on("error", () => {});
  child.stdin.end(input ?? "");
  return new Promise((done) => {
    child.on("close", (status) => done({ status, stdout, stderr }));
  });
}

/** A folder for the tests of one file, gone when they are done. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "chronicler-test-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Builds the program if what is built is older than its sources, for tests of the built one. */
export function buildProgram(): void {
  const script = `const { build } = await import(${JSON.stringify(PREPARE)}); await build();`;
  const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
}
