import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chronicleOf } from "../src/chronicle.ts";
import type { Chronicle } from "../src/model/chronicle.ts";
import type { Source } from "../src/model/source.ts";
import { loadStages } from "../src/resources.ts";
import { ownSource, ownStages } from "./own-stages.ts";

/** Sizes at which the cost is measured. */
const SIZES = [1000, 3000, 10_000, 30_000, 100_000];
/** So many reports are added one by one at each size. */
const SINGLES = 41;
/** So many reports come in another order than that of their stories. */
const MIXED = 5000;

/** The number of a report that comes as the given one: those of many stories come mixed, as from many feeds. */
function shuffledNumber(i: number): number {
  return Math.floor(i / MIXED) * MIXED + ((i * 7919) % MIXED);
}

async function addMany(chronicle: Chronicle, from: number, to: number): Promise<void> {
  async function* found(): AsyncGenerator<{ readonly source: Source }> {
    for (let i = from; i < to; i++) yield { source: ownSource(shuffledNumber(i)) };
  }
  await chronicle.addAll(found());
}

/** Milliseconds of work and milliseconds that went by. */
interface Cost {
  readonly cpu: number;
  readonly wall: number;
}

async function costOf(work: () => unknown): Promise<Cost> {
  const [begin, used] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(used);
  return { cpu: (user + system) / 1000, wall: performance.now() - begin };
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** A chronicle that grows, and the number of the report that comes next. */
interface Growing {
  readonly chronicle: Chronicle;
  readonly path: string;
  at: number;
}

async function addOneByOne(growing: Growing): Promise<readonly Cost[]> {
  const costs: Cost[] = [];
  for (let i = 0; i < SINGLES; i++) {
    const source = ownSource(shuffledNumber(growing.at));
    costs.push(await costOf(() => growing.chronicle.add([source])));
    growing.at += 1;
  }
  return costs;
}

async function rowFor(growing: Growing, size: number): Promise<string> {
  const before = growing.at;
  const bulk = await costOf(() => addMany(growing.chronicle, before, size));
  growing.at = size;
  const singles = await addOneByOne(growing);
  const cpu = singles.map((each) => each.cpu);
  const cells = [
    bulk.cpu / (size - before),
    middle(cpu),
    mean(cpu),
    Math.max(...cpu),
    middle(singles.map(({ wall }) => wall)),
    process.memoryUsage().rss / 2 ** 20,
    statSync(growing.path).size / 2 ** 20,
  ];
  return [size.toLocaleString("en").padStart(8), ...cells.map((cell) => cell.toFixed(1).padStart(9))].join(
    " ",
  );
}

const HEAD =
  " reports  bulk CPU  one: CPU      mean   slowest clock: ms   RSS MiB  file MiB    (ms of CPU for each report; of those added one by one the middle, the mean and the slowest)";

/**
 * Time per report and memory while a chronicle of short reports of our own grows: added in bulk, which links once, and one
 * by one when it has its size. Work is counted and not only what the clock says, because other programs run beside it.
 */
export async function evalScale({ reports = 10_000 }: { reports?: number }): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "chronicler-scale-"));
  const path = join(folder, "scale.db");
  const growing = { chronicle: chronicleOf(path, ownStages(await loadStages())), path, at: 0 };
  const rows: string[] = [];
  try {
    for (const size of SIZES.filter((each) => each <= reports)) {
      rows.push(await rowFor(growing, size));
      console.error(rows.at(-1));
    }
  } finally {
    growing.chronicle.close();
    rmSync(folder, { recursive: true });
  }
  return [HEAD, ...rows].join("\n");
}
