import type { Article, Published } from "../model/article.ts";
import { FEWEST_SHARED, shinglesOf } from "./shingle.ts";

/**
 * Share of the undated report's shingles that must stand in the dated one: nearly all, because a report that
 * says more may be of a later day.
 */
const CONTAINED = 0.8;

/** A day known for an undated report so far: exact ones before months and years, then the earliest. */
function isBetter(value: string, than: string | undefined): boolean {
  if (than === undefined) return true;
  return value.length !== than.length ? value.length > than.length : value < than;
}

function isUndated({ published }: Article): boolean {
  return published.value === null || published.basis === "copy";
}

/** The undated reports by their shingles. */
class Undated {
  readonly #sizes = new Map<string, number>();
  readonly #holders = new Map<number, string[]>();

  constructor(articles: Iterable<Article>) {
    for (const article of articles) if (isUndated(article)) this.#note(article);
  }

  get isEmpty(): boolean {
    return this.#holders.size === 0;
  }

  #note(article: Article): void {
    const shingles = shinglesOf(article);
    this.#sizes.set(article.id, shingles.size);
    for (const each of shingles) {
      const holders = this.#holders.get(each);
      if (holders) holders.push(article.id);
      else this.#holders.set(each, [article.id]);
    }
  }

  /** Ids of those of which the report is a copy. */
  copiedIn(article: Article): readonly string[] {
    const shared = new Map<string, number>();
    for (const each of shinglesOf(article)) {
      for (const id of this.#holders.get(each) ?? []) shared.set(id, (shared.get(id) ?? 0) + 1);
    }
    return [...shared].flatMap(([id, count]) =>
      count >= FEWEST_SHARED && count >= CONTAINED * (this.#sizes.get(id) ?? 0) ? [id] : [],
    );
  }
}

/**
 * Days of undated reports of which a dated copy is there, by their ids: that of the first copy. What stands in
 * the reports decides, and not their order. `articles` is read twice.
 */
export function findCopyDates(articles: Iterable<Article>): ReadonlyMap<string, Published> {
  const undated = new Undated(articles);
  const days = new Map<string, { readonly value: string; readonly source: string }>();
  if (undated.isEmpty) return new Map();
  for (const article of articles) {
    const { value } = article.published;
    if (value === null || isUndated(article)) continue;
    for (const id of undated.copiedIn(article)) {
      const known = days.get(id);
      const isFirst = known?.value === value && article.id < known.source;
      if (isFirst || isBetter(value, known?.value)) days.set(id, { value, source: article.id });
    }
  }
  return new Map(
    [...days].map(([id, { value, source }]): [string, Published] => [id, { value, basis: "copy", source }]),
  );
}
