import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { writeArchive } from "./archive-pages.ts";

const PAGES = 10_000;
const MEGABYTE = 1024 * 1024;

/** How often the memory of a run is looked at, in milliseconds. */
const INTERVAL = 200;

interface Run {
  readonly seconds: number;
  /** Highest resident size of the process, in MB. */
  readonly peak: number;
  readonly output: string;
}

/** The highest resident size so far, in MB, as Linux counts it; 0 where it does not. */
function peakOf(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** Runs Node in a process of its own and watches its memory. */
async function measure(words: readonly string[]): Promise<Run> {
  const start = performance.now();
  const child = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  let peak = 0;
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  const timer = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid));
  }, INTERVAL);
  await new Promise((done) => child.on("close", done));
  clearInterval(timer);
  return { seconds: (performance.now() - start) / 1000, peak, output: output.trim() };
}

function row(task: string, { seconds, peak, output }: Run): string {
  const speed = (PAGES / seconds).toFixed(0);
  return `| ${task} | ${seconds.toFixed(0)} s | ${speed} | ${peak.toFixed(0)} MB | ${output} |`;
}

/**
 * Speed and memory on a web archive of ten thousand invented pages, which is made for the measurement: of
 * reading alone, or of adding it to a chronicle, and of adding it again.
 */
export async function evalArchive(part: "reading" | "adding" = "reading"): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "chronicler-eval-"));
  try {
    const archive = join(folder, "pages.warc.gz");
    await writeArchive(archive, PAGES);
    const size = (statSync(archive).size / MEGABYTE).toFixed(0);
    const head = `${PAGES.toLocaleString("en")} pages, ${size} MB packed\n\n| task | time | pages/s | peak memory | result |\n| --- | --- | --- | --- | --- |`;
    const tsx = ["--import", import.meta.resolve("tsx")];
    const program = [...tsx, resolve(import.meta.dirname, "../src/cli/run.ts")];
    const reader = [...tsx, resolve(import.meta.dirname, "archive-reader.ts")];
    const add = ["add", archive, "--chronicle", join(folder, "pages.db")];
    const rows =
      part === "reading"
        ? [row("reading", await measure([...reader, archive]))]
        : [
            row("adding", await measure([...program, ...add])),
            row("adding again", await measure([...program, ...add])),
          ];
    return [head, ...rows].join("\n");
  } finally {
    rmSync(folder, { recursive: true });
  }
}
