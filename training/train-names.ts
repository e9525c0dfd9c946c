import {
  guessClass,
  type NameFinder,
  type NameMemory,
  type NameScratch,
  nameClass,
  namesOfRows,
  newNameScratch,
  prepareRows,
  remember,
  setClass,
} from "../src/language/names.ts";
import type { Rows } from "../src/language/rows.ts";
import { type AveragedWeights, meanOfRuns } from "./averaged.ts";
import type { NameSentence } from "./name-gold.ts";
import { seededRandom, shuffle } from "./random.ts";
import type { RunSettings } from "./train-tagger.ts";

const TYPES: Readonly<Record<string, number>> = { PER: 0, ORG: 1, LOC: 2 };

/** A tagged sentence and the class of each of its words. */
export interface NameExample {
  readonly doc: string;
  readonly rows: Rows;
  readonly forms: readonly string[];
  readonly classes: readonly number[];
}

/** Turns IOB2 tags into classes of begin, inside, last and unit. */
export function nameClasses(tags: readonly string[]): number[] {
  return tags.map((tag, i) => {
    const type = TYPES[tag.slice(2)];
    if (type === undefined) return 0;
    const starts = tag.startsWith("B") || tags[i - 1]?.slice(2) !== tag.slice(2);
    const goesOn = tags[i + 1] === `I-${tag.slice(2)}`;
    if (starts) return nameClass(type, goesOn ? "begin" : "unit");
    return nameClass(type, goesOn ? "inside" : "last");
  });
}

/** Joins tagged rows with the names of their sentences. */
export function nameExamples(sentences: readonly NameSentence[], rows: readonly Rows[]): NameExample[] {
  return sentences.map(({ doc, tokens, tags }, k) => ({
    doc,
    rows: rows[k] as Rows,
    forms: tokens,
    classes: nameClasses(tags),
  }));
}

function byDocument(examples: readonly NameExample[]): NameExample[][] {
  const docs = new Map<string, NameExample[]>();
  for (const example of examples) {
    const list = docs.get(example.doc) ?? [];
    docs.set(example.doc, list);
    list.push(example);
  }
  return [...docs.values()];
}

interface Lesson {
  readonly finder: NameFinder;
  readonly learner: AveragedWeights;
  readonly scratch: NameScratch;
}

/** Reads one sentence, learning from each mistake, and remembers what it found. */
function learnFrom(lesson: Lesson, { rows, forms, classes }: NameExample, memory: NameMemory): number {
  const { finder, learner, scratch } = lesson;
  let wrong = 0;
  prepareRows(rows, forms, memory);
  for (let i = 0; i < rows.count; i++) {
    const right = classes[i] as number;
    const guess = guessClass(finder, rows, i, scratch);
    learner.tick();
    if (guess !== right) {
      wrong++;
      learner.update(scratch.features, right, guess);
    }
    setClass(rows, i, right);
  }
  // The memory must hold what the finder would have found, mistakes included: that is what it will have.
  for (let i = 0; i < rows.count; i++) setClass(rows, i, guessClass(finder, rows, i, scratch));
  remember(memory, forms, namesOfRows(rows));
  return wrong;
}

/** Trains a name finder. Documents are read in order, so that it learns to use its memory of them. */
export function trainNames(examples: readonly NameExample[], options: RunSettings): NameFinder {
  const scratch = newNameScratch();
  const mask = 2 ** options.bits - 1;
  const weights = meanOfRuns(options, (learner, seed) => {
    const lesson = { finder: { weights: learner.weights, mask }, learner, scratch };
    const documents = byDocument(examples);
    const random = seededRandom(seed);
    for (let epoch = 0; epoch < options.epochs; epoch++) {
      shuffle(documents, random);
      let wrong = 0;
      for (const document of documents) {
        const memory: NameMemory = new Map();
        for (const example of document) wrong += learnFrom(lesson, example, memory);
      }
      options.log?.(`names epoch ${epoch + 1}: ${wrong} wrong`);
    }
  });
  return { weights, mask };
}
