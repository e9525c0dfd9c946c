import { parseContext } from "../src/language/parse-features.ts";
import { isFinal, type ParseState, stackAt, startState } from "../src/language/parse-state.ts";
import {
  applyTransition,
  guessTransition,
  labelSlot,
  leftBy,
  NO_UPOS,
  newParseScratch,
  type Parser,
  type ParseScratch,
  possibleTransitions,
  rightBy,
  SHIFT,
  UPOS_LIMIT,
} from "../src/language/parser.ts";
import { COLUMN, type Rows, rowAt } from "../src/language/rows.ts";
import { type AveragedWeights, meanOfRuns } from "./averaged.ts";
import { type GoldTree, goldTree, transitionCosts } from "./oracle.ts";
import { seededRandom, shuffle } from "./random.ts";
import type { RunSettings } from "./train-tagger.ts";
import type { TreebankSentence } from "./treebank.ts";

/** Share of wrong guesses that are followed, so that the parser learns to go on after them. */
const EXPLORE = 0.9;

/** Relations allowed between parts of speech that no training sentence joins. */
const FALLBACK = ["dep", "parataxis", "conj", "obl", "nmod", "punct", "advmod", "nsubj", "root"];

/** A tagged sentence and its tree. */
export interface ParseExample {
  readonly rows: Rows;
  readonly tree: GoldTree;
}

/** The relations of the sentences, most frequent first. */
export function collectLabels(sentences: readonly TreebankSentence[]): string[] {
  const counts = new Map<string, number>();
  for (const { words } of sentences) {
    for (const word of words) counts.set(word.deprel, (counts.get(word.deprel) ?? 0) + 1);
  }
  return [...counts.keys()].sort(
    (a, b) => (counts.get(b) as number) - (counts.get(a) as number) || (a < b ? -1 : 1),
  );
}

/** The tree of a sentence, with relations numbered from 1. */
export function treeOf(sentence: TreebankSentence, labels: readonly string[]): GoldTree {
  const { words } = sentence;
  return goldTree(
    words.map((word) => word.head),
    words.map((word) => labels.indexOf(word.deprel) + 1),
  );
}

/**
 * A relation is possible between two parts of speech when it is at least this share of what joins them, and was
 * seen twice. A share of 0.001 made the parser a fifth faster and lost 0.1 to 0.4 LAS.
 */
const POSSIBLE_SHARE = 0.0002;

/** Collects which relations join which parts of speech, on which side. */
export function possibleLabels(examples: readonly ParseExample[], labels: readonly string[]): number[][] {
  const seen = Array.from({ length: UPOS_LIMIT * UPOS_LIMIT * 2 }, () => new Map<number, number>());
  for (const { rows, tree } of examples) {
    const upos = (word: number) =>
      word >= rows.count ? NO_UPOS : (rows.cells[rowAt(word) + COLUMN.upos] as number);
    for (let child = 0; child < rows.count; child++) {
      const head = tree.heads[child] as number;
      const counts = seen[labelSlot(upos(child), upos(head), child < head)] as Map<number, number>;
      const label = tree.labels[child] as number;
      counts.set(label, (counts.get(label) ?? 0) + 1);
    }
  }
  const fallback = FALLBACK.map((label) => labels.indexOf(label) + 1).filter((label) => label > 0);
  return seen.map((counts) => {
    const least = Math.max(2, [...counts.values()].reduce((a, b) => a + b, 0) * POSSIBLE_SHARE);
    const list = [...counts].filter(([, n]) => n >= least).map(([label]) => label);
    return list.length > 0 ? list.sort((a, b) => a - b) : fallback;
  });
}

function resetRows(rows: Rows): void {
  const { cells, count } = rows;
  for (let i = -4; i < count + 4; i++)
    cells.fill(0, rowAt(i) + COLUMN.label, rowAt(i) + COLUMN.rightLabels + 1);
}

/** The best-scored transition among those of least cost. */
function bestRight(state: ParseState, tree: GoldTree, { classes, scores }: ParseScratch): number {
  const costs = transitionCosts(state, tree);
  const least = Math.min(costs.shift, costs.left, costs.right);
  const top = stackAt(state, 0);
  const wanted = top < 0 ? 0 : (tree.labels[top] as number);
  const leftIsGold = top >= 0 && tree.heads[top] === state.next;
  const rightIsGold = top >= 0 && tree.heads[top] === stackAt(state, 1);
  const isRight = (c: number) => {
    if (c === SHIFT) return costs.shift === least;
    if (c & 1) return costs.left === least && (!leftIsGold || c === leftBy(wanted));
    return costs.right === least && (!rightIsGold || c === rightBy(wanted));
  };
  let best = -1;
  for (let k = 0; k < classes.count; k++) {
    const c = classes.list[k] as number;
    if (isRight(c) && (best < 0 || (scores[c] as number) > (scores[best] as number))) best = c;
  }
  return best;
}

interface Lesson {
  readonly parser: Parser;
  readonly learner: AveragedWeights;
  readonly scratch: ParseScratch;
  readonly random: () => number;
}

/** Parses one sentence, learning from each wrong transition. Gives the number of those. */
function learnFrom(lesson: Lesson, example: ParseExample, explore: boolean): number {
  const { parser, learner, scratch, random } = lesson;
  resetRows(example.rows);
  const state = startState(example.rows);
  const context = parseContext(state, parser.commaTag);
  let wrong = 0;
  while (!isFinal(state)) {
    possibleTransitions(parser, state, scratch.classes);
    const guess = guessTransition(parser, state, context, scratch);
    const right = bestRight(state, example.tree, scratch);
    learner.tick();
    let taken = guess;
    if (right >= 0 && right !== guess) {
      const tied = (scratch.scores[right] as number) >= (scratch.scores[guess] as number);
      wrong++;
      learner.update(scratch.features, right, guess);
      if (tied || !explore || random() >= EXPLORE) taken = right;
    }
    applyTransition(state, taken);
  }
  return wrong;
}

/** Trains a parser on tagged sentences. */
export function trainParser(
  examples: readonly ParseExample[],
  labels: readonly string[],
  options: RunSettings & { readonly commaTag: number },
): Parser {
  const possible = possibleLabels(examples, labels).map((list) => Uint8Array.from(list));
  const base = { mask: 2 ** options.bits - 1, labels, commaTag: options.commaTag, possible };
  const scratch = newParseScratch(labels.length);
  const weights = meanOfRuns(options, (learner, seed) => {
    const random = seededRandom(seed);
    const lesson = { parser: { ...base, weights: learner.weights }, learner, random, scratch };
    const order = [...examples];
    for (let epoch = 0; epoch < options.epochs; epoch++) {
      shuffle(order, random);
      let wrong = 0;
      for (const example of order) wrong += learnFrom(lesson, example, epoch > 0);
      options.log?.(`parser epoch ${epoch + 1}: ${wrong} wrong`);
    }
  });
  for (const { rows } of examples) resetRows(rows);
  return { ...base, weights };
}
