import { hashText } from "../src/language/hash.ts";
import { buildLexicon, type Lexicon } from "../src/language/lexicon.ts";
import { type Classes, classesOf } from "../src/language/linear.ts";
import { COLUMN, makeRows, type Rows, rowAt } from "../src/language/rows.ts";
import { guessTag, newTagScratch, setTag, type Tagger, type TagScratch } from "../src/language/tagger.ts";
import { type WordTables, wordKey } from "../src/language/words.ts";
import { type AveragedWeights, meanOfRuns } from "./averaged.ts";
import { seededRandom, shuffle } from "./random.ts";
import { jointTag, type TreebankSentence } from "./treebank.ts";

/** A word seen at least this often is given only tags that it had. Set on EWT dev: 5 to 20 differ by < 0.05. */
const KNOWN_FROM = 8;

/** A known word keeps a tag only if it had it at least in this share of its occurrences. */
const KNOWN_SHARE = 0.002;

/** Tags, and the sets of tags that words can have. */
export interface TagInventory {
  readonly tags: readonly string[];
  readonly upos: readonly string[];
  readonly uposOf: readonly number[];
  /** Set 0 is the tags of open classes. Sets of rare words describe them but do not restrict: those are open. */
  readonly sets: readonly (readonly number[])[];
  readonly open: readonly boolean[];
  readonly lexicon: Lexicon;
}

function countTags(sentences: readonly TreebankSentence[], tagIds: ReadonlyMap<string, number>) {
  const words = new Map<string, Map<number, number>>();
  for (const { words: list } of sentences) {
    for (const word of list) {
      const key = wordKey(word.form);
      const counts = words.get(key) ?? new Map<number, number>();
      words.set(key, counts);
      const tag = tagIds.get(jointTag(word)) as number;
      counts.set(tag, (counts.get(tag) ?? 0) + 1);
    }
  }
  return words;
}

/** A tag is open to any word when at least so many rare words have it. */
const OPEN_FROM = 3;

/** The tags that words not seen before may have: those that words seen once or twice had. */
function openTags(words: ReadonlyMap<string, ReadonlyMap<number, number>>): number[] {
  const rare = new Map<number, number>();
  for (const counts of words.values()) {
    if ([...counts.values()].reduce((a, b) => a + b, 0) > 2) continue;
    for (const tag of counts.keys()) rare.set(tag, (rare.get(tag) ?? 0) + 1);
  }
  return [...rare]
    .filter(([, n]) => n >= OPEN_FROM)
    .map(([tag]) => tag)
    .sort((a, b) => a - b);
}

/** Collects tags and tag sets from a treebank. */
export function collectTags(sentences: readonly TreebankSentence[]): TagInventory {
  const seen = new Map<string, number>();
  for (const { words } of sentences) {
    for (const word of words) seen.set(jointTag(word), (seen.get(jointTag(word)) ?? 0) + 1);
  }
  const tags = [...seen.keys()].sort(
    (a, b) => (seen.get(b) as number) - (seen.get(a) as number) || (a < b ? -1 : 1),
  );
  const tagIds = new Map(tags.map((tag, index) => [tag, index]));
  const upos = [...new Set(tags.map((tag) => tag.split("|")[0] as string))].sort();
  const byWord = countTags(sentences, tagIds);
  const sets: number[][] = [openTags(byWord)];
  const open: boolean[] = [true];
  const setIds = new Map<string, number>();
  const entries: [number, number][] = [];
  for (const [key, counts] of byWord) {
    const total = [...counts.values()].reduce((a, b) => a + b, 0);
    if (total < 2) continue;
    const rare = total < KNOWN_FROM;
    const list = [...counts].filter(([, n]) => n >= total * KNOWN_SHARE).map(([tag]) => tag);
    list.sort((a, b) => a - b);
    const name = `${rare ? "rare " : ""}${list.join(" ")}`;
    const id = setIds.get(name) ?? sets.length;
    if (id === sets.length) {
      setIds.set(name, id);
      sets.push(list);
      open.push(rare);
    }
    entries.push([hashText(key), id]);
  }
  const uposOf = tags.map((tag) => upos.indexOf(tag.split("|")[0] as string) + 1);
  return { tags, upos, uposOf, sets, open, lexicon: buildLexicon(new Map(entries)) };
}

/** The tags that the tagger may choose from, for each set. */
export function allowedTags(inventory: Pick<TagInventory, "sets" | "open">): Classes[] {
  const all = classesOf(inventory.sets[0] as readonly number[]);
  return inventory.sets.map((set, id) => (inventory.open[id] ? all : classesOf(set)));
}

/** Settings of a training run. */
export interface RunSettings {
  /** The table of weights has 2^bits slots. */
  readonly bits: number;
  readonly epochs: number;
  /** Models trained with different shuffles, whose mean is kept. */
  readonly runs: number;
  readonly seed: number;
  readonly log?: (line: string) => void;
}

interface Example {
  readonly rows: Rows;
  readonly gold: Int32Array;
}

function examplesOf(
  sentences: readonly TreebankSentence[],
  inventory: TagInventory,
  tables: WordTables,
): Example[] {
  const ids = new Map(inventory.tags.map((tag, index) => [tag, index]));
  return sentences.map(({ words }) => ({
    rows: makeRows(
      words.map((word) => word.form),
      tables,
    ),
    gold: Int32Array.from(words, (word) => ids.get(jointTag(word)) ?? 0),
  }));
}

/** Tags one sentence, learning from each mistake. Gives the number of those. */
function learnFrom(
  tagger: Tagger,
  learner: AveragedWeights,
  { rows, gold }: Example,
  scratch: TagScratch,
): number {
  let wrong = 0;
  for (let i = 0; i < rows.count; i++) rows.cells[rowAt(i) + COLUMN.tag] = 0;
  for (let i = 0; i < rows.count; i++) {
    const guess = guessTag(tagger, rows, i, scratch);
    learner.tick();
    if (guess !== gold[i]) {
      wrong++;
      learner.update(scratch.features, gold[i] as number, guess);
    }
    setTag(tagger, rows, i, guess);
  }
  return wrong;
}

/** Trains a tagger on the sentences. */
export function trainTagger(
  sentences: readonly TreebankSentence[],
  inventory: TagInventory,
  options: RunSettings & { readonly tables: WordTables },
): Tagger {
  const tables = { ...options.tables, tagSets: inventory.lexicon };
  const examples = examplesOf(sentences, inventory, tables);
  const base = { mask: 2 ** options.bits - 1, tags: inventory.tags, uposOf: inventory.uposOf };
  const allowed = allowedTags(inventory);
  const scratch = newTagScratch(inventory.tags.length);
  const weights = meanOfRuns(options, (learner, seed) => {
    const tagger: Tagger = { ...base, weights: learner.weights, allowed };
    const random = seededRandom(seed);
    for (let epoch = 0; epoch < options.epochs; epoch++) {
      shuffle(examples, random);
      let wrong = 0;
      for (const example of examples) wrong += learnFrom(tagger, learner, example, scratch);
      options.log?.(`tagger epoch ${epoch + 1}: ${wrong} wrong`);
    }
  });
  return { ...base, weights, allowed };
}
