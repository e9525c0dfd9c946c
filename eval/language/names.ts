import { readFileSync } from "node:fs";
import { join } from "node:path";
import { analyseWords, type Language, readLanguage } from "../../src/language/language.ts";
import type { Span } from "../../src/model/span.ts";
import type { NameType } from "../../src/model/token.ts";
import { type Counts, f1 } from "../../training/measure.ts";
import { type NameSentence, readNameSentences } from "../../training/name-gold.ts";
import { documentsOf, type Part, partOf } from "./banks.ts";
import { paragraphs } from "./paragraphs.ts";
import type { Row, Table } from "./table.ts";

const TYPES: Readonly<Record<string, NameType>> = { PER: "person", ORG: "organization", LOC: "place" };

interface Named extends Span {
  readonly type: string;
}

/** Found and annotated names of one sentence or article. */
export interface Naming {
  readonly found: readonly Named[];
  readonly wanted: readonly Named[];
}

function namesOfTags(tags: readonly string[]): Named[] {
  const names: Named[] = [];
  tags.forEach((tag, i) => {
    if (!tag.startsWith("B-")) return;
    let end = i + 1;
    while (tags[end]?.startsWith("I-")) end++;
    names.push({ start: i, end, type: TYPES[tag.slice(2)] ?? "other" });
  });
  return names;
}

/** Names of Universal NER sentences, words given. Names of other kinds are left out: the set has none. */
function unerNamings(sentences: readonly NameSentence[], language: Language): Naming[] {
  const documents = new Map<string, NameSentence[]>();
  for (const sentence of sentences) {
    documents.set(sentence.doc, [...(documents.get(sentence.doc) ?? []), sentence]);
  }
  return [...documents.values()].flatMap((list) => {
    const analysed = analyseWords(
      list.map(({ tokens }) => tokens),
      language,
    );
    return list.map(({ tags }, k) => {
      const names = (analysed[k]?.names ?? []).filter(({ type }) => type !== "other");
      const found = names.map(({ from, to, type }) => ({ start: from, end: to, type }));
      return { found, wanted: namesOfTags(tags) };
    });
  });
}

interface MeantimeArticle {
  readonly text: string;
  readonly annotatedTo: number;
  readonly forms: boolean;
  readonly mentions: readonly { start: number; end: number; type: string; form: string }[];
}

function readMeantime(gold: string): MeantimeArticle[] {
  const lines = readFileSync(join(gold, "names", "meantime-apple.jsonl"), "utf8")
    .trim()
    .split("\n");
  return lines.map((line) => JSON.parse(line) as MeantimeArticle).filter(({ forms }) => forms);
}

/** Of a name within a name, only one is asked for: the one that was found, or else the outer one. */
function withoutNested(names: readonly Named[], found: readonly Span[]): Named[] {
  const key = ({ start, end }: Span) => `${start}-${end}`;
  const ours = new Set(found.map(key));
  const dropped = new Set<Named>();
  for (const a of names) {
    for (const b of names) {
      const inside = a !== b && b.start <= a.start && a.end <= b.end;
      if (inside) dropped.add(ours.has(key(a)) && !ours.has(key(b)) ? b : a);
    }
  }
  return names.filter((name) => !dropped.has(name));
}

/** Finds the names of a text. */
type NameReader = (text: string) => Naming["found"];

/** Names of an article from raw text, as far as it is annotated. */
function meantimeNaming({ text, annotatedTo, mentions }: MeantimeArticle, read: NameReader): Naming {
  const found = read(text).filter(({ end }) => end <= annotatedTo);
  const named = mentions
    .filter(({ form }) => form === "NAM" || form === "PRE.NAM")
    .map(({ start, end, type }) => ({ start, end, type: TYPES[type] ?? "other" }));
  return { found, wanted: withoutNested(named, found) };
}

/** Names with the same bounds, of the given types only; `typed` asks for the same type as well. */
function countNames(
  namings: readonly Naming[],
  types: readonly string[] | null,
  typed: boolean = true,
): Counts {
  const sum = { right: 0, found: 0, wanted: 0 };
  for (const naming of namings) {
    const of = (names: readonly Named[]) => names.filter(({ type }) => !types || types.includes(type));
    const key = ({ start, end, type }: Named) => `${start}-${end} ${typed ? type : ""}`;
    const [found, wanted] = [of(naming.found).map(key), new Set(of(naming.wanted).map(key))];
    sum.right += found.filter((each) => wanted.has(each)).length;
    sum.found += found.length;
    sum.wanted += wanted.size;
  }
  return sum;
}

function nameRow(name: string, namings: readonly Naming[]): Row {
  const three = Object.values(TYPES);
  const figures = [
    ...three.map((type) => countNames(namings, [type])),
    countNames(namings, three),
    countNames(namings, null, false),
  ];
  const wanted = namings.reduce((sum, naming) => sum + naming.wanted.length, 0);
  return { name, cells: [String(wanted), ...figures.map(f1)] };
}

/** The names that a reader finds in MEANTIME's articles about Apple. */
export function meantimeRow(gold: string, read: NameReader, part: Part = "all"): Row {
  const namings = partOf(readMeantime(gold), part).map((article) => meantimeNaming(article, read));
  return nameRow("MEANTIME Apple, raw text", namings);
}

/** Names on Universal NER over EWT dev, and on MEANTIME's articles about Apple. */
export function namesTable(gold: string, language: Language, part: Part): Table {
  const sentences = documentsOf(readNameSentences(join(gold, "names", "uner-ewt-dev.jsonl")), part);
  return {
    title: "names",
    about:
      "F1, same bounds; “typed”: same type too, over the three types; “untyped”: all names whatever their type; MEANTIME has products and mixed names as well",
    columns: ["names", "person", "organization", "place", "typed", "untyped"],
    floors: ["typed", "untyped"],
    rows: [
      nameRow("UNER EWT dev, gold words", unerNamings(sentences, language)),
      meantimeRow(gold, (text) => readLanguage(text, paragraphs(text), language).names, part),
    ],
  };
}
