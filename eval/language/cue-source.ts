import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Language, readLanguage } from "../../src/language/language.ts";
import { agentOf, isPassive, speakerOf } from "../../src/mention/quotation/speaker.ts";
import { buildTree, dependent, dependents, relation, type Tree, tokenAt } from "../../src/mention/tree.ts";
import { overlaps, type Span } from "../../src/model/span.ts";
import { type Part, partOf } from "./banks.ts";
import { paragraphs } from "./paragraphs.ts";
import type { Row, Table } from "./table.ts";

type Piece = readonly [start: number, end: number];

/** An article of PolNeAR. */
export interface QuoteArticle {
  readonly text: string;
  readonly attributions: readonly { readonly source: readonly Piece[]; readonly cue: readonly Piece[] }[];
}

/** The articles of PolNeAR dev. */
export function readQuoteArticles(gold: string): QuoteArticle[] {
  const lines = readFileSync(join(gold, "quotes", "polnear-dev.jsonl"), "utf8")
    .trim()
    .split("\n");
  return lines.map((line) => JSON.parse(line) as QuoteArticle);
}

/** A verb that cues an attribution, with the words that name its source in the same sentence. */
export interface CueCase {
  readonly tree: Tree;
  readonly sentence: string;
  /** Index of the verb. */
  readonly cue: number;
  readonly source: readonly Span[];
}

/** The index of the head of the words that name who says it, found from a cue. */
export type SourceFinder = (tree: Tree, cue: number) => number | undefined;

function spansOf(pieces: readonly Piece[]): Span[] {
  return pieces.map(([start, end]) => ({ start, end }));
}

/** The verb of a cue that governs its other words: "went on to say" has it in "went". */
function cueVerb({ tokens }: Tree, cue: readonly Span[]): number | undefined {
  const within = (index: number) => {
    const token = tokens[index];
    return token !== undefined && cue.some((span) => overlaps(span, token));
  };
  const verbs = tokens.flatMap(({ upos }, i) => (upos === "VERB" && within(i) ? [i] : []));
  return verbs.find((verb) => !within(tokens[verb]?.head ?? -1)) ?? verbs[0];
}

/** The cases of an article: its attributions with a verb as cue (by our tags) and a source in the verb's sentence. */
function casesOf({ text, attributions }: QuoteArticle, language: Language): CueCase[] {
  const { tokens, sentences } = readLanguage(text, paragraphs(text), language);
  const tree = buildTree(tokens);
  return attributions.flatMap((attribution) => {
    const cue = cueVerb(tree, spansOf(attribution.cue));
    const sentence = cue === undefined ? undefined : sentences[tokenAt(tree, cue).sentence];
    if (cue === undefined || !sentence) return [];
    const source = spansOf(attribution.source).filter((span) => overlaps(span, sentence));
    const words = text.slice(sentence.start, sentence.end);
    return source.length > 0 ? [{ tree, sentence: words, cue, source }] : [];
  });
}

/** The cases of PolNeAR dev. */
export function cueCases(gold: string, language: Language, part: Part): CueCase[] {
  return partOf(readQuoteArticles(gold), part).flatMap((article) => casesOf(article, language));
}

/** "according to X": the noun that the parse gives, over "according" (as its `case`) or under it. */
function accordingTo(tree: Tree, cue: number): number | undefined {
  const { deprel, head } = tokenAt(tree, cue);
  return deprel === "case" && head >= 0 ? head : dependent(tree, cue, "obl", "nmod");
}

function isAccording(tree: Tree, cue: number): boolean {
  return tokenAt(tree, cue).text.toLowerCase() === "according";
}

/** Relations through which a verb has the subject of the verb above it. */
const SHARING = new Set(["conj", "xcomp", "advcl"]);

/** The subject as the tree has it, shared ones too; the agent of a passive; the noun of a participle. No words are looked at. */
export function sourceByTree(tree: Tree, cue: number): number | undefined {
  if (isAccording(tree, cue)) return accordingTo(tree, cue);
  if (isPassive(tree, cue)) return agentOf(tree, cue);
  const subject = dependents(tree, cue, "nsubj").find((child) => tokenAt(tree, child).upos !== "SCONJ");
  if (subject !== undefined) return subject;
  const { head } = tokenAt(tree, cue);
  if (head < 0) return undefined;
  const up = relation(tokenAt(tree, cue));
  if (up === "acl") return head;
  return SHARING.has(up) ? sourceByTree(tree, head) : undefined;
}

/** The same with the rules by which quotations find their speaker. */
export function sourceByRules(tree: Tree, cue: number): number | undefined {
  return isAccording(tree, cue) ? accordingTo(tree, cue) : speakerOf(tree, cue);
}

/** Whether the head that was found lies within the annotated source. */
function isWithinSource({ tree, source }: CueCase, found: number): boolean {
  return source.some((span) => overlaps(span, tokenAt(tree, found)));
}

const RELATIVE = /^(who|whom|which|that)$/i;

/** The same, where a relative pronoun and the noun it stands for are one source: the set names now one, now the other. */
export function isRightSource(given: CueCase, found: number): boolean {
  if (isWithinSource(given, found)) return true;
  const { tree, cue } = given;
  const pronoun = sourceByTree(tree, cue);
  if (pronoun === undefined || !RELATIVE.test(tokenAt(tree, pronoun).text)) return false;
  const clause = tokenAt(tree, tokenAt(tree, pronoun).head);
  const antecedent = relation(clause) === "acl" ? clause.head : pronoun;
  return isWithinSource(given, pronoun) || isWithinSource(given, antecedent);
}

function sourceRow(name: string, cases: readonly CueCase[], find: SourceFinder): Row {
  const answers = cases.flatMap((given) => {
    const found = find(given.tree, given.cue);
    return found === undefined ? [] : [{ given, found }];
  });
  const [within, right] = [isWithinSource, isRightSource].map(
    (agrees) => answers.filter(({ given, found }) => agrees(given, found)).length,
  ) as [number, number];
  const share = (of: number) => (100 * within) / of;
  const f1 = (hits: number) => (200 * hits) / (answers.length + cases.length);
  return {
    name,
    cells: [String(cases.length), share(answers.length), share(cases.length), f1(within), f1(right)],
  };
}

/** Who said it, from the parse. */
export function cueSourceTable(cases: readonly CueCase[]): Table {
  return {
    title: "source of a reporting verb",
    about:
      "PolNeAR dev, raw text; the annotated cue holds a word we tag as verb, the source stands in its sentence; right: the head found lies in the source; “who = noun”: or stands for it",
    columns: ["cues", "precision", "recall", "F1", "F1, who = noun"],
    floors: ["F1", "F1, who = noun"],
    rows: [
      sourceRow("tree alone", cases, sourceByTree),
      sourceRow("rules of quotations", cases, sourceByRules),
    ],
  };
}
