// What `npm start` and `npm test` have in common: the right Node, everything installed, everything built.
// Plain Node without dependencies, because it runs before anything is installed.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../", import.meta.url));

/** Written by the last step of a build; whatever is newer asks for another one. */
const BUILT = join(ROOT, "dist", ".built");

/** The addon of SQLite, without which nothing can be kept. */
const ADDON = join(ROOT, "node_modules/better-sqlite3/build/Release/better_sqlite3.node");

/** A problem that can be told in one sentence. */
export class Problem extends Error {}

/** Runs the work; a problem ends the program with one sentence and status 1. */
export async function main(work) {
  try {
    process.exitCode = await work();
  } catch (error) {
    const text = error instanceof Problem ? error.message : sentence(error);
    process.stderr.write(`chronicler: ${text}\n`);
    process.exitCode = 1;
  }
}

function sentence(error) {
  if (error?.code === "ENOSPC") return "The disk is full; make room and try again.";
  return `Something unexpected went wrong (${error?.message ?? error}).`;
}

export function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Problem(
    `Expected Node.js 20.19 or newer, found ${process.versions.node}; install a newer one from https://nodejs.org.`,
  );
}

/** Runs a program in the folder of the project; gives its status, and what it wrote where that is kept. */
export function run(command, words, { keep = false, env = process.env } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = keep ? ["ignore", "pipe", "pipe"] : "inherit";
    const child = spawn(command, words, { cwd: ROOT, stdio, env });
    // Who ends this program ends what it started.
    for (const signal of ["SIGINT", "SIGTERM"]) {
      const forward = () => child.kill(signal);
      process.on(signal, forward);
      child.on("close", () => process.off(signal, forward));
    }
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (chunk) => {
        output += chunk;
      });
    }
    child.on("error", reject);
    child.on("close", (status, signal) => resolve({ status: status ?? 1, signal, output }));
  });
}

/** npm, as it was started, or as it is found. */
function npm(words, options) {
  const script = process.env.npm_execpath;
  if (script && /\.[cm]?js$/.test(script)) return run(process.execPath, [script, ...words], options);
  return process.platform === "win32"
    ? run("cmd.exe", ["/d", "/s", "/c", "npm", ...words], options)
    : run("npm", words, options);
}

/** Names of packages that are not there, or not in the version that is asked for. */
function missing() {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  const wanted = Object.entries({ ...dependencies, ...devDependencies });
  const lacking = wanted
    .filter(([name, version]) => installedVersion(name) !== version)
    .map(([name]) => name);
  return lacking.length === 0 && !existsSync(ADDON) ? ["better-sqlite3"] : lacking;
}

function installedVersion(name) {
  try {
    return JSON.parse(readFileSync(join(ROOT, "node_modules", name, "package.json"), "utf8")).version;
  } catch {
    return null;
  }
}

export async function install() {
  const lacking = missing();
  if (lacking.length === 0) return;
  const what = lacking.length === 1 ? lacking[0] : `${lacking.length} packages`;
  process.stdout.write(
    `Installing what is missing (${what}) with npm ci. This is done once; it may take some minutes where SQLite has to be compiled.\n`,
  );
  let { status, output } = await npm(["ci", "--no-progress"], { keep: true });
  // A lock file made where some platforms' packages cannot be had does not list them, and npm ci refuses it.
  if (output.includes("EUSAGE")) {
    ({ status, output } = await npm(["install", "--no-save", "--no-progress"], { keep: true }));
  }
  if (status !== 0) throw new Problem(installProblem(output));
  if (missing().length === 0) return;
  throw new Problem(
    `npm ci left out ${missing().join(", ")}; a compiler (C++, make, Python) is needed where no ready-made SQLite can be had. Install these, and try again.`,
  );
}

function installProblem(output) {
  if (output.includes("ENOSPC")) return "The disk is full; make room and try again.";
  const network = /ENOTFOUND|ETIMEDOUT|ECONNREFUSED|EAI_AGAIN|ECONNRESET/.exec(output)?.[0];
  if (network)
    return `The packages could not be fetched (${network}); look at the connection, and try again.`;
  const log = join(tmpdir(), "chronicler-install.log");
  writeFileSync(log, output);
  return `npm could not install the packages; what it said is in ${log}.`;
}

function newestBelow(folder) {
  let newest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) newest = Math.max(newest, statSync(join(entry.parentPath, entry.name)).mtimeMs);
  }
  return newest;
}

/** Whether what is built is newer than its sources. */
export function isBuilt() {
  if (!existsSync(BUILT)) return false;
  const others = ["package.json", "tsconfig.json", "tsconfig.build.json"].map(
    (name) => statSync(join(ROOT, name)).mtimeMs,
  );
  return Math.max(newestBelow(join(ROOT, "src")), ...others) < statSync(BUILT).mtimeMs;
}

/** Only one build at a time: a folder that is there while one runs. */
const LOCK = join(ROOT, "node_modules", ".chronicler-building");

/** A build takes seconds; a lock older than this was left by one that was killed. In milliseconds. */
const STALE = 120_000;

async function locked(work) {
  for (;;) {
    try {
      mkdirSync(LOCK);
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      const age = Date.now() - (statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs ?? 0);
      if (age > STALE) rmSync(LOCK, { recursive: true, force: true });
      else await new Promise((done) => setTimeout(done, 200));
    }
  }
  try {
    return await work();
  } finally {
    rmSync(LOCK, { recursive: true, force: true });
  }
}

export async function build() {
  if (!isBuilt()) await locked(buildOnce);
}

async function buildOnce() {
  // Another program may have built while this one waited.
  if (isBuilt()) return;
  process.stdout.write("Building.\n");
  const { status, output } = await npm(["run", "--silent", "build"], { keep: true });
  if (status === 0) return;
  process.stderr.write(output);
  throw new Problem(
    output.includes("ENOSPC") ? "The disk is full; make room and try again." : "The build failed.",
  );
}
