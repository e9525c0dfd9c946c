import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadGazetteer, loadRules } from "../src/language/load.ts";
import { openModel } from "../src/language/model-file.ts";
import { makeRows, type Rows } from "../src/language/rows.ts";
import { tagRows } from "../src/language/tagger.ts";
import { NO_WORD_TABLES, type WordTables } from "../src/language/words.ts";
import { makeClusters } from "./clusters.ts";
import { gumNameSentence } from "./gum-names.ts";
import { withHeadlines } from "./headlines.ts";
import { jackknifeTags } from "./jackknife.ts";
import { packModel } from "./model-writer.ts";
import { packParser, packTagger } from "./models.ts";
import { type NameSentence, readNameSentences } from "./name-gold.ts";
import { rawParagraphs } from "./raw-text.ts";
import { trainBoundaries } from "./train-boundaries.ts";
import { trainMorphology } from "./train-morphology.ts";
import { nameExamples, trainNames } from "./train-names.ts";
import { collectLabels, trainParser, treeOf } from "./train-parser.ts";
import { collectTags, type TagInventory, trainTagger } from "./train-tagger.ts";
import { runningSentences, type TreebankSentence, trainingSentences } from "./treebank.ts";

/** Seed of all shuffling: the same gold gives the same bytes. */
const SEED = 20160830;

// Sizes and epochs were chosen on the dev sets: see docs/language.md.
const TAGGER = { bits: 21, epochs: 6, runs: 4, seed: SEED };
const BOUNDARIES = { bits: 18, epochs: 10, runs: 4, seed: SEED };
const JACKKNIFE = { bits: 20, epochs: 5, runs: 1, seed: SEED };
const PARSER = { bits: 22, epochs: 7, runs: 4, seed: SEED };
const NAMES = { bits: 19, epochs: 5, runs: 4, seed: SEED };

const { values } = parseArgs({
  options: { gold: { type: "string" }, only: { type: "string" }, out: { type: "string", default: "models" } },
});
if (!values.gold) {
  throw new Error(
    "usage: npm run train -- --gold DIR [--only words|boundaries|tagger|morphology|names|parser] [--out DIR]",
  );
}

const gold = values.gold;
const root = join(import.meta.dirname, "..");
const log = (line: string) => process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);
const read = (name: string) => readFileSync(join(root, name));
const wanted = (part: string) => values.only === undefined || values.only === part;

function save(name: string, bytes: Uint8Array): void {
  mkdirSync(values.out, { recursive: true });
  writeFileSync(join(values.out, name), bytes);
  log(`${name}: ${bytes.length} bytes`);
}

function makeWords(sentences: readonly TreebankSentence[]): void {
  const rules = loadRules(read);
  const { lexicon, coarse } = makeClusters(() => rawParagraphs(gold, sentences, rules), { seed: SEED, log });
  save("words.bin.gz", packModel("words", {}, { keys: lexicon.keys, values: lexicon.values, coarse }));
}

function readWords(): WordTables {
  const file = openModel("words.bin.gz", readFileSync(join(values.out, "words.bin.gz")), "words");
  const clusters = { keys: file.int32("keys"), values: file.uint16("values") };
  const gazetteer = loadGazetteer(read, loadRules(read));
  return { ...NO_WORD_TABLES, clusters, coarse: file.uint16("coarse"), gazetteer };
}

function makeTagger(
  sentences: readonly TreebankSentence[],
  inventory: TagInventory,
  tables: WordTables,
): void {
  const { weights } = trainTagger(sentences, inventory, { ...TAGGER, tables, log });
  save("tagger.bin.gz", packTagger(inventory, weights as Int8Array));
}

function makeBoundaries(): void {
  const weights = trainBoundaries(runningSentences(gold), loadRules(read), { ...BOUNDARIES, log });
  save("boundaries.bin.gz", packModel("boundaries", {}, { weights }));
}

interface Tagged {
  readonly sentences: readonly TreebankSentence[];
  readonly rows: readonly Rows[];
}

function makeParser({ sentences, rows }: Tagged, inventory: TagInventory): void {
  const labels = collectLabels(sentences);
  const examples = sentences.map((sentence, k) => ({
    rows: rows[k] as Rows,
    tree: treeOf(sentence, labels),
  }));
  const commaTag = inventory.tags.indexOf("PUNCT|,") + 1;
  const parser = trainParser(examples, labels, { ...PARSER, commaTag, log });
  save("parser.bin.gz", packParser(parser));
}

/** Universal NER stands over sentences of EWT: their tagged rows are found again by their words. */
function makeNames({ sentences, rows }: Tagged, inventory: TagInventory, tables: WordTables): void {
  const key = (words: readonly string[]) => words.join(" ");
  const known = new Map(
    sentences.map(({ words }, k) => [key(words.map((word) => word.form)), rows[k] as Rows]),
  );
  const all = { ...tables, tagSets: inventory.lexicon };
  const tagger = trainTagger(sentences, inventory, { ...JACKKNIFE, tables });
  const rowsOf = ({ tokens }: NameSentence): Rows => {
    const found = known.get(key(tokens));
    if (found) return { cells: found.cells.slice(), count: found.count };
    const made = makeRows(tokens, all);
    tagRows(tagger, made);
    return made;
  };
  const uner = readNameSentences(join(gold, "names", "uner-ewt-train.jsonl"));
  const gum = sentences
    .filter(({ doc }) => doc.startsWith("GUM_"))
    .map((each) => gumNameSentence(each, tables.gazetteer));
  const named = [...uner, ...gum];
  const { weights } = trainNames(nameExamples(named, named.map(rowsOf)), { ...NAMES, log });
  save("names.bin.gz", packModel("names", {}, { weights: weights as Int8Array }));
}

const sentences = trainingSentences(gold);
if (wanted("words")) makeWords(sentences);
if (wanted("boundaries")) makeBoundaries();
const tables = readWords();
const inventory = collectTags(sentences);
const taught = withHeadlines(sentences);
if (wanted("tagger")) makeTagger(taught, inventory, tables);
if (wanted("morphology"))
  save("morphology.bin.gz", packModel("morphology", {}, { ...trainMorphology(sentences) }));
if (wanted("parser") || wanted("names")) {
  const tagged = { sentences: taught, rows: jackknifeTags(taught, inventory, { ...JACKKNIFE, tables }) };
  if (wanted("names")) makeNames(tagged, inventory, tables);
  if (wanted("parser")) makeParser(tagged, inventory);
}
