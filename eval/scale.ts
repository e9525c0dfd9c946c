import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chronicleOf } from "../src/chronicle.ts";
import type { Source } from "../src/model/source.ts";
import { loadStages } from "../src/resources.ts";
import { ownSource, ownStages } from "./own-stages.ts";

/** Sizes at which the cost is measured. */
const SIZES = [1000, 3000, 10_000, 30_000, 100_000];
/** So many reports are added one by one at each size; the middle one counts. */
const SINGLES = 21;
const BATCH = 1000;
/** So many reports come in another order than that of their stories. */
const MIXED = 5000;

/** The number of a report that comes as the given one: the reports of a thousand stories or so come mixed, as from many feeds. */
function shuffledNumber(i: number): number {
  return Math.floor(i / MIXED) * MIXED + ((i * 7919) % MIXED);
}

async function addMany(chronicle: ReturnType<typeof chronicleOf>, from: number, to: number): Promise<void> {
  async function* found(): AsyncGenerator<{ readonly source: Source }> {
    for (let i = from; i < to; i++) yield { source: ownSource(shuffledNumber(i)) };
  }
  await chronicle.addAll(found());
}

/**
 * Time per report and memory while a chronicle of short reports of our own grows: added in bulk, and one by one
 * when it has its size.
 */
export async function evalScale({ reports = 10_000 }: { reports?: number }): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "chronicler-scale-"));
  const path = join(folder, "scale.db");
  const chronicle = chronicleOf(path, ownStages(await loadStages()));
  const rows: string[] = [];
  try {
    let at = 0;
    for (const size of SIZES.filter((each) => each <= reports)) {
      const begin = performance.now();
      const before = at;
      for (; at < size; at = Math.min(size, at + BATCH))
        await addMany(chronicle, at, Math.min(size, at + BATCH));
      const bulk = (performance.now() - begin) / (size - before);
      const singles: number[] = [];
      for (let i = 0; i < SINGLES; i++, at++) {
        const start = performance.now();
        chronicle.add([ownSource(shuffledNumber(at))]);
        singles.push(performance.now() - start);
      }
      singles.sort((a, b) => a - b);
      const cells = [
        size.toLocaleString("en").padStart(8),
        bulk.toFixed(1).padStart(9),
        (singles[Math.floor(SINGLES / 2)] ?? 0).toFixed(1).padStart(11),
        (singles.at(-1) ?? 0).toFixed(1).padStart(9),
        (process.memoryUsage().rss / 2 ** 20).toFixed(0).padStart(8),
        (statSync(path).size / 2 ** 20).toFixed(0).padStart(8),
      ];
      rows.push(cells.join(" "));
      console.error(rows.at(-1));
    }
  } finally {
    chronicle.close();
    rmSync(folder, { recursive: true });
  }
  return [" reports  bulk ms  one: median  slowest  RSS MiB file MiB", ...rows].join("\n");
}
