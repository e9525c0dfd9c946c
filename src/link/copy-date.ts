import type { Article, Published } from "../model/article.ts";
import type { Shingles } from "../model/near.ts";
import { sharedRows, shinglesOf } from "./shingle.ts";

/**
 * Share of the undated report's shingles that must stand in the dated one: nearly all, because a report that
 * says more may be of a later day.
 */
const CONTAINED = 0.8;
/** A shorter text may be a notice that stands in many reports. */
const FEWEST_SHARED = 20;

/** A day known for an undated report so far: exact ones before months and years, then the earliest. */
function isBetter(value: string, than: string | undefined): boolean {
  if (than === undefined) return true;
  return value.length !== than.length ? value.length > than.length : value < than;
}

function isUndated({ published }: Article): boolean {
  return published.value === null || published.basis === "copy";
}

/** The undated reports by their prints. */
class Undated {
  readonly #shingles = new Map<string, Shingles>();
  readonly #holders = new Map<number, string[]>();

  constructor(articles: Iterable<Article>) {
    for (const article of articles) if (isUndated(article)) this.#note(article);
  }

  get isEmpty(): boolean {
    return this.#holders.size === 0;
  }

  #note(article: Article): void {
    const { shingles, prints } = shinglesOf(article);
    this.#shingles.set(article.id, shingles);
    for (const each of prints) {
      const holders = this.#holders.get(each);
      if (holders) holders.push(article.id);
      else this.#holders.set(each, [article.id]);
    }
  }

  /** Ids of those of which the report is a copy. */
  copiedIn(article: Article): readonly string[] {
    const { shingles, prints } = shinglesOf(article);
    const holders = new Set(prints.flatMap((each) => this.#holders.get(each) ?? []));
    return [...holders].filter((id) => isContained(this.#shingles.get(id), shingles));
  }
}

function isContained(undated: Shingles | undefined, dated: Shingles): boolean {
  if (!undated) return false;
  const { rows } = sharedRows(undated, dated);
  return rows >= FEWEST_SHARED && rows >= CONTAINED * undated.rows.length;
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
