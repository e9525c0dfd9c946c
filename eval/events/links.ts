import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadEventTables } from "../../src/mention/event/tables.ts";
import type { Analysis } from "../../src/model/layers.ts";
import { overlaps, type Span } from "../../src/model/span.ts";
import { analyzeArticle, loadResources } from "../../src/pipeline.ts";
import { readPackageFile } from "../../src/resources.ts";
import { loadCompromise } from "../language/compromise.ts";
import type { Row } from "../language/table.ts";
import { plainArticle } from "../plain-article.ts";
import { linkErrors } from "./link-errors.ts";
import { type Measured, triggersAndCues, triggersOf } from "./measured.ts";

/** A line of ecbplus.jsonl. */
interface GoldDocument {
  readonly id: string;
  readonly topic: number;
  readonly text: string;
  readonly sentences: readonly (Span & { readonly annotated?: boolean })[];
  readonly mentions: readonly (Span & {
    readonly kind: string;
    readonly parts?: readonly [number, number][];
  })[];
}

/** An annotated mention of an event, in its pieces. */
export interface GoldMention extends Span {
  readonly kind: string;
  readonly pieces: readonly Span[];
}

/** A document with what is marked in its annotated sentences, and what we found there. */
export interface JudgedDocument {
  readonly heldOut: boolean;
  readonly analysis: Analysis;
  readonly gold: readonly GoldMention[];
  /** Spans by the name of the reader. */
  readonly found: ReadonlyMap<string, readonly Span[]>;
}

/** Errors in the topics whose number is a multiple of this are never listed, and their figures stand by themselves. */
const HELD_OUT = 3;

/** Events of ECB+: the actions marked in the annotated sentences, and the words by which we tell events there. */
export async function measureLinks(goldDir: string, errors: number): Promise<Measured> {
  const judged = await judge(readGold(join(goldDir, "event-links", "ecbplus.jsonl")));
  return {
    table: {
      title: "events of ECB+",
      about:
        "ACTION and NEG_ACTION on annotated sentences; found: our word and the marked one overlap; with cues: reporting verbs of quotations count as events, as the annotators have it; held out: topics whose errors are never listed",
      columns: ["precision", "recall", "F1"],
      floors: ["precision", "F1"],
      rows: rowsOf(judged),
    },
    errors:
      errors > 0
        ? linkErrors(
            judged.filter(({ heldOut }) => !heldOut),
            errors,
          )
        : [],
  };
}

function readGold(path: string): readonly GoldDocument[] {
  const lines = readFileSync(path, "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as GoldDocument);
}

async function judge(documents: readonly GoldDocument[]): Promise<readonly JudgedDocument[]> {
  const resources = loadResources(readPackageFile);
  const { nouns } = loadEventTables(readPackageFile);
  const compromise = await loadCompromise();
  return documents.map((document) => {
    const article = plainArticle({ ...document, published: "" });
    const analysis = analyzeArticle({ ...article, published: { value: null, basis: "unknown" } }, resources);
    const annotated = document.sentences.filter(({ annotated }) => annotated);
    const within = <Place extends Span>(places: readonly Place[]) =>
      places.filter((place) => annotated.some((sentence) => overlaps(sentence, place)));
    const verbs = analysis.tokens.filter(({ upos }) => upos === "VERB");
    const listed = analysis.tokens.filter(
      ({ upos, lemma }) => upos === "NOUN" && nouns.has(lemma.toLowerCase()),
    );
    const peer = compromise.read(document.text, article.blocks).words.filter(({ upos }) => upos === "VERB");
    return {
      heldOut: document.topic % HELD_OUT === 0,
      analysis,
      gold: within(document.mentions.filter(({ kind }) => kind.includes("ACTION"))).map(toMention),
      found: new Map([
        ["events with cues", within(triggersAndCues(analysis))],
        ["events alone", within(triggersOf(analysis))],
        ["every verb", within(verbs)],
        ["every verb, every listed noun", within([...verbs, ...listed])],
        ["compromise: every verb", within(peer)],
      ]),
    };
  });
}

function toMention({ start, end, kind, parts }: GoldDocument["mentions"][number]): GoldMention {
  const pieces = parts?.map(([from, to]) => ({ start: from, end: to })) ?? [{ start, end }];
  return { start, end, kind, pieces };
}

export function isFound(gold: GoldMention, found: readonly Span[]): boolean {
  return found.some((span) => gold.pieces.some((piece) => overlaps(piece, span)));
}

export function isGold(span: Span, gold: readonly GoldMention[]): boolean {
  return gold.some(({ pieces }) => pieces.some((piece) => overlaps(piece, span)));
}

function rowsOf(judged: readonly JudgedDocument[]): Row[] {
  const readers = [...(judged[0]?.found.keys() ?? [])];
  return readers.flatMap((reader) => {
    const ours = reader.startsWith("events");
    const all = { name: reader, cells: figures(judged, reader), noFloor: !ours };
    const heldOut = judged.filter((each) => each.heldOut);
    return ours ? [all, { name: `${reader}, held out`, cells: figures(heldOut, reader) }] : [all];
  });
}

function figures(judged: readonly JudgedDocument[], reader: string): number[] {
  let [gold, recalled, given, right] = [0, 0, 0, 0];
  for (const document of judged) {
    const found = document.found.get(reader) ?? [];
    gold += document.gold.length;
    recalled += document.gold.filter((each) => isFound(each, found)).length;
    given += found.length;
    right += found.filter((span) => isGold(span, document.gold)).length;
  }
  const [precision, recall] = [(100 * right) / Math.max(1, given), (100 * recalled) / Math.max(1, gold)];
  return [precision, recall, (2 * precision * recall) / Math.max(1, precision + recall)];
}
