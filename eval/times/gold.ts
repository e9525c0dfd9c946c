import { readFileSync } from "node:fs";
import type { Span } from "../../src/model/span.ts";

/** A line of a gold file. */
export interface GoldArticle {
  readonly id: string;
  readonly published: string;
  readonly text: string;
  readonly timexes: readonly GoldTimex[];
}

export interface GoldTimex extends Span {
  readonly text: string;
  readonly type: string;
  readonly value: string;
}

/** A time expression as a tool gives it; `rule` where it says so. */
export interface FoundTimex extends Span {
  readonly type: string;
  readonly value: string;
  readonly rule?: string;
}

/** One that finds time expressions. */
export interface TimexFinder {
  readonly name: string;
  find(article: GoldArticle): readonly FoundTimex[];
}

export function readGold(path: string): readonly GoldArticle[] {
  const lines = readFileSync(path, "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as GoldArticle);
}
