import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll } from "vitest";

const PROGRAM = resolve(import.meta.dirname, "../src/cli/run.ts");

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

/** Runs the program from its sources, as a child process. */
export function chronicler(
  words: readonly string[],
  { input, cwd, env = {} }: RunOptions = {},
): Promise<Ran> {
  const loader = import.meta.resolve("tsx");
  const child = spawn(process.execPath, ["--import", loader, PROGRAM, ...words], {
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
  const prepare = new URL("../scripts/prepare.mjs", import.meta.url).href;
  const script = `const { build } = await import(${JSON.stringify(prepare)}); await build();`;
  const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
}
