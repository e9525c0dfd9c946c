import { parseTable } from "../model/table.ts";
import { type BoundaryModel, openBoundaries } from "./boundaries.ts";
import { type Gazetteer, readGazetteer } from "./gazetteer.ts";
import { type Morphology, readMorphology } from "./lemma.ts";
import { openModel } from "./model-file.ts";
import { newWordMemory, type WordMemory } from "./network/first-layer.ts";
import { type Network, readNetwork } from "./network/network.ts";
import { type BoundaryRules, readBoundaryRules } from "./rules.ts";
import { type IrregularVerb, type PastForms, pastForms } from "./tag-bars.ts";

/** Reads a file of the package by its path from the package's root. */
export type ReadFile = (name: string) => Uint8Array;

/** The trained models and word lists, ready to read text with. Opaque outside this folder. */
export interface Language {
  readonly rules: BoundaryRules;
  readonly boundaries: BoundaryModel;
  readonly gazetteer: Gazetteer;
  readonly network: Network;
  readonly memory: WordMemory;
  readonly morphology: Morphology;
  readonly pasts: PastForms;
}

const IRREGULAR = "data/en/language-irregular-verbs.tsv";

/** The irregular verbs of the table. */
export function loadIrregularVerbs(read: ReadFile): readonly IrregularVerb[] {
  return parseTable(IRREGULAR, read(IRREGULAR), ["lemma", "past", "participle", "also"]);
}

/** The exceptions that training has seen, and the irregular verbs, most of which it has not. */
export function loadMorphology(read: ReadFile): Morphology {
  const file = openModel("models/morphology.bin.gz", read("models/morphology.bin.gz"), "morphology");
  const known = readMorphology({
    casings: file.text("casings"),
    lemmas: file.text("lemmas"),
    words: file.text("words"),
    rules: file.text("rules"),
    feats: file.text("feats"),
  });
  const irregular = loadIrregularVerbs(read).flatMap(({ lemma, past, participle }): [string, string][] => [
    [`${past}|VERB|VBD`, lemma],
    [`${participle}|VERB|VBN`, lemma],
  ]);
  return { ...known, lemmas: new Map([...known.lemmas, ...irregular]) };
}

/** Reads the tables that boundaries are found with. */
export function loadRules(read: ReadFile): BoundaryRules {
  const table = (name: string) => read(`data/en/language-${name}.tsv`);
  return readBoundaryRules({
    abbreviations: table("abbreviations"),
    openers: table("openers"),
    prefixes: table("prefixes"),
    contractions: table("contractions"),
  });
}

/** Reads the lists of names. */
export function loadGazetteer(read: ReadFile, rules: BoundaryRules): Gazetteer {
  const table = (name: string) => read(`data/en/names-${name}.tsv`);
  const tables = {
    given: table("given"),
    gendered: read("data/en/entity-given-names.tsv"),
    surnames: table("surnames"),
    places: table("places"),
    words: table("words"),
  };
  return readGazetteer(tables, rules);
}

/** Loads all that is needed to read English text. */
export function loadLanguage(read: ReadFile): Language {
  const rules = loadRules(read);
  const path = "models/network.bin.gz";
  const network = readNetwork(path, read(path), read("models/reading.wasm"));
  return {
    rules,
    boundaries: openBoundaries(read("models/boundaries.bin.gz")),
    gazetteer: loadGazetteer(read, rules),
    network,
    memory: newWordMemory(network),
    morphology: loadMorphology(read),
    pasts: pastForms(loadIrregularVerbs(read)),
  };
}
