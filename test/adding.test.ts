import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ownReport } from "../eval/own-reports.ts";
import { chronicleOf } from "../src/chronicle.ts";
import type { Source } from "../src/model/source.ts";
import { type LoadedStages, loadStages } from "../src/resources.ts";
import { seededRandom, shuffle } from "../training/random.ts";

const folder = mkdtempSync(join(tmpdir(), "chronicler-adding-"));
afterAll(() => rmSync(folder, { recursive: true }));

let stages: LoadedStages;
beforeAll(async () => {
  const loaded = await loadStages();
  const known = new Map<string, ReturnType<LoadedStages["analyze"]>>();
  // Each report is analysed once for all orders.
  const analyze: LoadedStages["analyze"] = (article) => {
    const key = JSON.stringify(article);
    const made = known.get(key) ?? loaded.analyze(article);
    known.set(key, made);
    return made;
  };
  stages = { ...loaded, analyze };
});

/** Three stories with copies in them, and a copy that nobody dates. */
function sources(): Source[] {
  const made = Array.from({ length: 36 }, (_, number): Source => {
    const { title, text, published, outlet } = ownReport(number);
    const dated = number === 17 || published === null ? {} : { published };
    return {
      name: `${number}.txt`,
      bytes: new TextEncoder().encode(text),
      given: { title, outlet, ...dated },
    };
  });
  return made;
}

/** The whole chronicle when the sources come in batches. */
function chronicleIn(name: string, batches: readonly (readonly Source[])[]): string {
  const chronicle = chronicleOf(join(folder, `${name}.db`), stages);
  for (const batch of batches) chronicle.add(batch);
  const whole = JSON.stringify([chronicle.export(), chronicle.timelines()]);
  chronicle.close();
  return whole;
}

it("gives the same chronicle, whatever the order and the batches in which reports come", {
  timeout: 120_000,
}, () => {
  const all = sources();
  const expected = chronicleIn("at-once", [all]);
  expect(JSON.parse(expected)[0].stories.length).toBeGreaterThan(1);
  for (let seed = 1; seed <= 4; seed++) {
    const random = seededRandom(seed);
    const rest = [...all];
    shuffle(rest, random);
    const batches: Source[][] = [];
    while (rest.length > 0) batches.push(rest.splice(0, 1 + Math.floor(random() * 2 ** seed)));
    expect(chronicleIn(`seed-${seed}`, batches)).toBe(expected);
  }
});
