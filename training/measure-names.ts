import { readFileSync } from "node:fs";
import { join } from "node:path";
import { analyseWords, type Language, readLanguage } from "../src/language/language.ts";
import type { Span } from "../src/model/span.ts";
import type { NameType } from "../src/model/token.ts";
import { type Counts, f1 } from "./measure.ts";
import { type NameSentence, readNameSentences } from "./name-gold.ts";

const TYPES: Readonly<Record<string, NameType>> = { PER: "person", ORG: "organization", LOC: "place" };

interface Named extends Span {
  readonly type: string;
}

/** F1 of names: by type, over the types, and whatever the type. */
export type NameFigures = Readonly<Record<string, number>>;

function namesOfTags(tags: readonly string[], type: Readonly<Record<string, string>>): Named[] {
  const names: Named[] = [];
  tags.forEach((tag, i) => {
    if (!tag.startsWith("B-")) return;
    let end = i + 1;
    while (tags[end]?.startsWith("I-")) end++;
    names.push({ start: i, end, type: type[tag.slice(2)] ?? "other" });
  });
  return names;
}

function count(found: readonly Named[], wanted: readonly Named[], typed: boolean): Counts {
  const key = (name: Named) => `${name.start}-${name.end}${typed ? name.type : ""}`;
  const keys = new Set(wanted.map(key));
  return {
    right: found.filter((name) => keys.has(key(name))).length,
    found: found.length,
    wanted: wanted.length,
  };
}

class Tally {
  private readonly sums = new Map<string, Counts>();

  add(key: string, { right, found, wanted }: Counts): void {
    const sum = this.sums.get(key) ?? { right: 0, found: 0, wanted: 0 };
    this.sums.set(key, { right: sum.right + right, found: sum.found + found, wanted: sum.wanted + wanted });
  }

  addNames(found: readonly Named[], wanted: readonly Named[]): void {
    for (const type of ["person", "organization", "place"]) {
      const of = (names: readonly Named[]) => names.filter((name) => name.type === type);
      this.add(type, count(of(found), of(wanted), true));
    }
    this.add("typed", count(found, wanted, true));
    this.add("untyped", count(found, wanted, false));
  }

  figures(): NameFigures {
    return Object.fromEntries([...this.sums].map(([key, counts]) => [key, f1(counts)]));
  }
}

/** Measures names on Universal NER sentences, tokens given. Names of other kinds are left out: the set has none. */
export function measureUner(sentences: readonly NameSentence[], language: Language): NameFigures {
  const tally = new Tally();
  const documents = new Map<string, NameSentence[]>();
  for (const sentence of sentences) {
    const list = documents.get(sentence.doc) ?? [];
    documents.set(sentence.doc, list);
    list.push(sentence);
  }
  for (const list of documents.values()) {
    const analysed = analyseWords(
      list.map(({ tokens }) => tokens),
      language,
    );
    list.forEach(({ tags }, k) => {
      const names = (analysed[k]?.names ?? []).filter(({ type }) => type !== "other");
      const found = names.map(({ from, to, type }) => ({ start: from, end: to, type }));
      tally.addNames(found, namesOfTags(tags, TYPES));
    });
  }
  return tally.figures();
}

interface MeantimeArticle {
  readonly text: string;
  readonly annotatedTo: number;
  readonly forms: boolean;
  readonly mentions: readonly { start: number; end: number; type: string; form: string }[];
}

function paragraphsOf(text: string): { start: number; end: number; kind: "paragraph" }[] {
  return [...text.matchAll(/[^\n]+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    kind: "paragraph",
  }));
}

/** Measures names on MEANTIME's Apple articles, from raw text, before `annotatedTo`. Nested names count once. */
export function measureMeantime(gold: string, language: Language): NameFigures {
  const tally = new Tally();
  for (const line of readFileSync(join(gold, "names", "meantime-apple.jsonl"), "utf8")
    .trim()
    .split("\n")) {
    const article = JSON.parse(line) as MeantimeArticle;
    if (!article.forms) continue;
    const { names } = readLanguage(article.text, paragraphsOf(article.text), language);
    const found = names.filter(({ end }) => end <= article.annotatedTo);
    const mentions = article.mentions.filter(({ form }) => form === "NAM" || form === "PRE.NAM");
    const all: Named[] = mentions.map(({ start, end, type }) => ({
      start,
      end,
      type: TYPES[type] ?? "other",
    }));
    const key = ({ start, end }: Span) => `${start}-${end}`;
    const ours = new Set(found.map(key));
    const inner = (a: Named, b: Named) => a !== b && b.start <= a.start && a.end <= b.end;
    const dropped = new Set<Named>();
    for (const a of all) {
      for (const b of all) if (inner(a, b)) dropped.add(ours.has(key(a)) && !ours.has(key(b)) ? b : a);
    }
    tally.addNames(
      found,
      all.filter((name) => !dropped.has(name)),
    );
  }
  return tally.figures();
}

/** The Universal NER sentences to measure on. */
export function unerDev(gold: string): NameSentence[] {
  return readNameSentences(join(gold, "names", "uner-ewt-dev.jsonl"));
}
