import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadGazetteer, loadRules } from "../src/language/load.ts";
import { wordKey } from "../src/language/words.ts";
import { withHeadlines } from "./headlines.ts";
import { packModel } from "./model-writer.ts";
import { nameMarks } from "./name-gold.ts";
import { trainNetwork } from "./network/train.ts";
import { readWordVectors } from "./network/vectors.ts";
import { trainBoundaries } from "./train-boundaries.ts";
import { trainMorphology } from "./train-morphology.ts";
import { runningSentences, type TreebankSentence, trainingSentences } from "./treebank.ts";

/** Seed of all that is random: the same gold gives the same bytes. */
const SEED = 20160830;

// Sizes and rounds were chosen on the dev sets: see docs/language.md.
const WIDTHS = { word: 32, affix: 32, list: 16, hidden: 96, arc: 64, relation: 64 };
const BOUNDARIES = { bits: 18, epochs: 10, runs: 4, seed: SEED };
const SCHEDULE = { epochs: 32, batch: 300, rate: 0.002, dropping: { words: 0.15, values: 0.3 }, seed: SEED };

const { values } = parseArgs({
  options: { gold: { type: "string" }, only: { type: "string" }, out: { type: "string", default: "models" } },
});
if (!values.gold) {
  throw new Error("usage: npm run train -- --gold DIR [--only boundaries|morphology|network] [--out DIR]");
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

function makeNetwork(sentences: readonly TreebankSentence[]): void {
  const gazetteer = loadGazetteer(read, loadRules(read));
  const taught = withHeadlines(sentences);
  const words = new Set(taught.flatMap((sentence) => sentence.words.map(({ form }) => wordKey(form))));
  const vectors = readWordVectors(words);
  const learned = { sentences: taught, namesOf: nameMarks(gold, gazetteer), gazetteer, vectors };
  save("network.bin.gz", trainNetwork(learned, WIDTHS, SCHEDULE, { log }));
}

function makeBoundaries(): void {
  const weights = trainBoundaries(runningSentences(gold), loadRules(read), { ...BOUNDARIES, log });
  save("boundaries.bin.gz", packModel("boundaries", {}, { weights }));
}

const sentences = trainingSentences(gold);
if (wanted("boundaries")) makeBoundaries();
if (wanted("morphology"))
  save("morphology.bin.gz", packModel("morphology", {}, { ...trainMorphology(sentences) }));
if (wanted("network")) makeNetwork(sentences);
