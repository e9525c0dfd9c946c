import type { Article } from "../model/article.ts";
import type { FieldChange, Reworded, VersionChange } from "../model/changes.ts";
import type { Reading } from "../model/layers.ts";
import { contains } from "../model/span.ts";

type Version = Reading<"sentences">;

/** Share of their words that two sentences must have in common to be one, reworded. Set by hand on edits of news. */
const ALIKE = 0.5;

/** More changed sentences than this are not compared with each other: it is another report. */
const MOST_COMPARED = 300;

/** The sentences of the text; title and notes are compared by themselves. */
function sentencesOf({ article, sentences }: Version): readonly string[] {
  const titles = article.blocks.filter(({ kind }) => kind === "title");
  const apart = [...titles, ...(article.notes ?? [])];
  return sentences
    .filter((sentence) => !apart.some((span) => contains(span, sentence)))
    .map(({ start, end }) => article.text.slice(start, end).replace(/\s+/gu, " ").trim());
}

/** The sentences of the first list that the second has not, each as often as it is missing there. */
function missingFrom(sentences: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const each of others) left.set(each, (left.get(each) ?? 0) + 1);
  return sentences.filter((each) => {
    const count = left.get(each) ?? 0;
    left.set(each, count - 1);
    return count <= 0;
  });
}

function wordsOf(sentence: string): ReadonlySet<string> {
  return new Set(sentence.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** Twice the shared words by all words of both, from 0 to 1 (Dice). */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}

/** Pairs of a sentence that went and one that came in its place, the most alike first. */
function pairUp(removed: readonly string[], added: readonly string[]): readonly Reworded[] {
  if (removed.length > MOST_COMPARED || added.length > MOST_COMPARED) return [];
  const [before, after] = [removed.map(wordsOf), added.map(wordsOf)];
  const pairs = before.flatMap((from, i) =>
    after.map((to, j) => ({ i, j, alike: likeness(from, to) })).filter(({ alike }) => alike >= ALIKE),
  );
  pairs.sort((a, b) => b.alike - a.alike || a.i - b.i || a.j - b.j);
  const [usedBefore, usedAfter] = [new Set<number>(), new Set<number>()];
  const chosen = pairs.filter(({ i, j }) => {
    if (usedBefore.has(i) || usedAfter.has(j)) return false;
    usedBefore.add(i);
    usedAfter.add(j);
    return true;
  });
  chosen.sort((a, b) => a.j - b.j);
  return chosen.map(({ i, j }) => ({ before: removed[i] ?? "", after: added[j] ?? "" }));
}

/** What is known of a report beside its text, in words. */
function fieldsOf(article: Article): Readonly<Record<FieldChange["field"], string | null>> {
  const { title, outlet, authors, agency, published, updated } = article;
  return {
    title: title ?? null,
    outlet: outlet ?? null,
    authors: authors.length > 0 ? authors.join(", ") : null,
    agency: agency ?? null,
    published: published.value,
    updated: updated?.value ?? null,
  };
}

function fieldChanges(before: Article, after: Article): readonly FieldChange[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  const fields = Object.keys(old) as FieldChange["field"][];
  return fields
    .filter((field) => old[field] !== now[field])
    .map((field) => ({ field, before: old[field], after: now[field] }));
}

function newNotes(before: Article, after: Article): VersionChange["notes"] {
  const known = new Set(before.notes?.map((each) => each.text));
  return (after.notes ?? []).filter(({ text }) => !known.has(text)).map(({ kind, text }) => ({ kind, text }));
}

/** How one version of a page became the next, sentence by sentence. A sentence that only moved has not changed. */
export function compareVersions(before: Version, after: Version): VersionChange {
  const [old, now] = [sentencesOf(before), sentencesOf(after)];
  const [removed, added] = [missingFrom(old, now), missingFrom(now, old)];
  const reworded = pairUp(removed, added);
  return {
    from: before.article.id,
    to: after.article.id,
    fetched: after.article.fetched ?? null,
    fields: fieldChanges(before.article, after.article),
    notes: newNotes(before.article, after.article),
    added: missingFrom(
      added,
      reworded.map((each) => each.after),
    ),
    removed: missingFrom(
      removed,
      reworded.map((each) => each.before),
    ),
    reworded,
  };
}
