import { PAGE_READERS } from "./page-readers.ts";
import { readPages } from "./page-set.ts";

/** What one reader made of a set of pages, in a process of its own so that its memory can be told. */
export interface WorkerResult {
  readonly texts: Readonly<Record<string, string>>;
  /** Time spent reading, without starting and loading the pages. */
  readonly seconds: number;
  /** Peak memory of the process, bytes. */
  readonly peak: number;
}

const KILOBYTE = 1024;

async function measure(folder: string, name: string): Promise<WorkerResult> {
  const read = PAGE_READERS[name];
  if (!read) throw new Error(`no reader "${name}"`);
  const texts: Record<string, string> = {};
  let milliseconds = 0;
  for (const { key, url, html } of readPages(folder)) {
    const begun = performance.now();
    texts[key] = await Promise.resolve(read(html, url)).catch(() => "");
    milliseconds += performance.now() - begun;
  }
  return { texts, seconds: milliseconds / 1000, peak: process.resourceUsage().maxRSS * KILOBYTE };
}

const [, , folder = "", name = ""] = process.argv;
// Peers print warnings about pages; the result stands alone on standard output.
console.log = console.warn;
process.stdout.write(JSON.stringify(await measure(folder, name)));
