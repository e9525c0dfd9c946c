/** Length of the runs of words that are compared, as in the article extraction benchmark. */
const SHINGLE = 4;

/** How well a page's text was found. */
export interface Score {
  /** Share of what was found that belongs to the report; not a number where nothing was found. */
  readonly precision: number;
  /** Share of the report that was found. */
  readonly recall: number;
  readonly identical: boolean;
}

function words(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}_]+/gu) ?? [];
}

function shingles(tokens: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  if (tokens.length === 0) return counts;
  for (let start = 0; start <= Math.max(0, tokens.length - SHINGLE); start++) {
    const shingle = tokens.slice(start, start + SHINGLE).join(" ");
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

function total(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

/** Precision and recall of one page, over runs of four words with their counts. */
export function scoreText(truth: string, found: string): Score {
  const [gold, ours] = [words(truth), words(found)];
  const [goldShingles, ourShingles] = [shingles(gold), shingles(ours)];
  let shared = 0;
  for (const [shingle, count] of goldShingles) shared += Math.min(count, ourShingles.get(shingle) ?? 0);
  const [goldTotal, ourTotal] = [total(goldShingles), total(ourShingles)];
  return {
    precision: ourTotal === 0 ? Number.NaN : shared / ourTotal,
    recall: goldTotal === 0 ? Number.NaN : shared / goldTotal,
    identical: gold.join(" ") === ours.join(" "),
  };
}

function mean(values: readonly number[]): number {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}

/** The benchmark's figures: F1 is that of the two means. */
export interface Figures {
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
  /** Share of pages whose words are found exactly. */
  readonly accuracy: number;
}

/** The figures of a set of pages. */
export function figuresOf(scores: readonly Score[]): Figures {
  const precision = mean(scores.map((each) => each.precision));
  const recall = mean(scores.map((each) => each.recall));
  const accuracy = scores.filter((each) => each.identical).length / scores.length;
  return { f1: (2 * precision * recall) / (precision + recall), precision, recall, accuracy };
}

/** Whether the words stand in the text, one after the other, whatever is between them. */
export function hasWords(text: string, line: string): boolean {
  return ` ${words(text).join(" ")} `.includes(` ${words(line).join(" ")} `);
}
