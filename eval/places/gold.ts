import { readFileSync } from "node:fs";
import type { Span } from "../../src/model/span.ts";

/** A line of a gold file. */
export interface GoldArticle {
  readonly id: string;
  readonly outlet?: string;
  readonly text: string;
  readonly places: readonly GoldPlace[];
}

/** A place of the gold; without a point where its source gives none. */
export interface GoldPlace extends Span {
  readonly text: string;
  readonly lat: number | null;
  readonly lon: number | null;
}

/** A place as a tool gives it; without a point where it does not say which place it is. */
export interface FoundPlace extends Span {
  readonly lat?: number;
  readonly lon?: number;
  readonly rule?: string;
}

/** One that finds places. */
export interface PlaceFinder {
  readonly name: string;
  find(article: GoldArticle): readonly FoundPlace[];
}

export function readGold(path: string): readonly GoldArticle[] {
  const lines = readFileSync(path, "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as GoldArticle);
}
