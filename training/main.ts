import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { NO_WORD_TABLES, type WordTables } from "../src/language/words.ts";
import { jackknifeTags } from "./jackknife.ts";
import { packModel } from "./model-writer.ts";
import { packParser, packTagger } from "./models.ts";
import { trainMorphology } from "./train-morphology.ts";
import { collectLabels, possibleLabels, trainParser, treeOf } from "./train-parser.ts";
import { collectTags, type TagInventory, trainTagger } from "./train-tagger.ts";
import { type TreebankSentence, trainingSentences } from "./treebank.ts";

/** Seed of all shuffling: the same gold gives the same bytes. */
const SEED = 20160830;

const TAGGER = { bits: 20, epochs: 6, seed: SEED };
const JACKKNIFE = { bits: 20, epochs: 4, seed: SEED };
const PARSER = { bits: 21, epochs: 6, seed: SEED };

const { values } = parseArgs({
  options: { gold: { type: "string" }, only: { type: "string" }, out: { type: "string", default: "models" } },
});
if (!values.gold)
  throw new Error("usage: npm run train -- --gold DIR [--only tagger|parser|names] [--out DIR]");

const log = (line: string) => process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);

function save(name: string, bytes: Uint8Array): void {
  mkdirSync(values.out, { recursive: true });
  writeFileSync(join(values.out, name), bytes);
  log(`${name}: ${bytes.length} bytes`);
}

function makeTagger(sentences: TreebankSentence[], inventory: TagInventory, tables: WordTables): void {
  const { bytes } = trainTagger(sentences, inventory, { ...TAGGER, tables, log });
  save("tagger.bin.gz", packTagger(inventory, bytes));
  save("morphology.bin.gz", packModel("morphology", {}, trainMorphology(sentences)));
}

function makeParser(sentences: TreebankSentence[], inventory: TagInventory, tables: WordTables): void {
  const rows = jackknifeTags(sentences, inventory, { ...JACKKNIFE, tables });
  const labels = collectLabels(sentences);
  const examples = sentences.map((sentence, k) => ({
    rows: rows[k] as (typeof rows)[0],
    tree: treeOf(sentence, labels),
  }));
  const commaTag = inventory.tags.indexOf("PUNCT|,") + 1;
  const possible = possibleLabels(examples, labels);
  const { bytes } = trainParser(examples, labels, { ...PARSER, commaTag, log });
  save("parser.bin.gz", packParser({ labels, commaTag, possible }, bytes));
}

const wanted = (part: string) => values.only === undefined || values.only === part;
const sentences = trainingSentences(values.gold);
const inventory = collectTags(sentences);
const tables = NO_WORD_TABLES;
if (wanted("tagger")) makeTagger(sentences, inventory, tables);
if (wanted("parser")) makeParser(sentences, inventory, tables);
