import { expect, test } from "vitest";
import { loadGazetteer, loadRules } from "../../src/language/load.ts";
import { newWordMemory } from "../../src/language/network/first-layer.ts";
import { readNetwork } from "../../src/language/network/network.ts";
import { readSentences } from "../../src/language/network/read-sentences.ts";
import { readPackageFile } from "../package-file.ts";
import { ownSentences } from "../treebank.ts";
import { trainNetwork } from "./train.ts";
import { VECTOR_WIDTH } from "./vectors.ts";

const gazetteer = loadGazetteer(readPackageFile, loadRules(readPackageFile));
const sentences = ownSentences().slice(0, 12);
const words = ["the", "said", "minister"];
const vectors = {
  words,
  values: Int8Array.from({ length: (words.length + 1) * VECTOR_WIDTH }, (_, k) =>
    k < VECTOR_WIDTH ? 0 : (k * 37) % 50,
  ),
  unit: 0.01,
};

function train(): { packed: Uint8Array; lines: string[] } {
  const lines: string[] = [];
  const widths = { word: 8, affix: 8, list: 4, hidden: 24, arc: 12, relation: 12 };
  const schedule = { epochs: 250, batch: 60, rate: 0.01, dropping: { words: 0.05, values: 0.05 }, seed: 5 };
  const gold = { sentences, namesOf: () => undefined, gazetteer, vectors };
  return { packed: trainNetwork(gold, widths, schedule, { log: (line) => lines.push(line) }), lines };
}

test("a network learns its sentences, and the same bytes each time", () => {
  const { packed } = train();
  expect(packed).toEqual(train().packed);
  const network = readNetwork("test", packed, readPackageFile("models/reading.wasm"));
  const sights = sentences.map((sentence) => sentence.words.map(({ form }) => ({ form, lists: 0 })));
  const guesses = readSentences(network, newWordMemory(network), sights, () => false);
  const all = sentences.flatMap((sentence, s) =>
    sentence.words.map((word, i) => ({
      tag: network.tags[guesses[s]?.tags[i] as number] === `${word.upos}|${word.xpos}`,
      arc: guesses[s]?.heads[i] === word.head,
    })),
  );
  const share = (key: "tag" | "arc") => all.filter((each) => each[key]).length / all.length;
  expect(share("tag")).toBeGreaterThan(0.9);
  expect(share("arc")).toBeGreaterThan(0.9);
});
