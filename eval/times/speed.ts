import type { GoldArticle, TimexFinder } from "./gold.ts";

/** Rounds in which the tools read in turn, so that a busy machine slows all of them alike; the best of each counts. */
const ROUNDS = 7;

/** Text read per second of each, with how often that is the speed of the first. */
export function speedLines(finders: readonly TimexFinder[], articles: readonly GoldArticle[]): string[] {
  const characters = articles.reduce((sum, { text }) => sum + text.length, 0);
  const best = finders.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < ROUNDS; round += 1) {
    finders.forEach(({ find }, f) => {
      const begin = performance.now();
      for (const article of articles) find(article);
      best[f] = Math.min(best[f] ?? 0, performance.now() - begin);
    });
  }
  const speed = (f: number): number => characters / 1e3 / (best[f] ?? 1);
  return finders.map(
    ({ name }, f) =>
      `  ${name.padEnd(45)}${speed(f).toFixed(2).padStart(8)}${(speed(f) / speed(0)).toFixed(2).padStart(9)}`,
  );
}
