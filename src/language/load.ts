import { type BoundaryModel, openBoundaries } from "./boundaries.ts";
import { type Gazetteer, readGazetteer } from "./gazetteer.ts";
import { type Morphology, readMorphology } from "./lemma.ts";
import type { Lexicon } from "./lexicon.ts";
import { classesOf, ROW_LIMIT } from "./linear.ts";
import { openModel } from "./model-file.ts";
import type { NameFinder } from "./names.ts";
import type { Parser } from "./parser.ts";
import { type BoundaryRules, readBoundaryRules } from "./rules.ts";
import { type Tagger, withoutProper } from "./tagger.ts";
import type { WordTables } from "./words.ts";

/** Reads a file of the package by its path from the package's root. */
export type ReadFile = (name: string) => Uint8Array;

/** The trained models and word lists, ready to read text with. Opaque outside this folder. */
export interface Language {
  readonly rules: BoundaryRules;
  readonly boundaries: BoundaryModel;
  readonly tables: WordTables;
  readonly upos: readonly string[];
  readonly tagger: Tagger;
  readonly morphology: Morphology;
  readonly parser: Parser;
  readonly names: NameFinder;
}

interface TaggerSettings {
  readonly tags: readonly string[];
  readonly upos: readonly string[];
  readonly sets: readonly (readonly number[])[];
  readonly open: readonly boolean[];
}

interface ParserSettings {
  readonly labels: readonly string[];
  readonly commaTag: number;
  readonly possible: readonly (readonly number[])[];
}

function loadTagger(read: ReadFile): { tagger: Tagger; upos: readonly string[]; tagSets: Lexicon } {
  const file = openModel("models/tagger.bin.gz", read("models/tagger.bin.gz"), "tagger");
  const { tags, upos, sets, open } = file.settings as unknown as TaggerSettings;
  const weights = file.int8("weights");
  const all = classesOf(sets[0] as readonly number[]);
  const allowed = sets.map((set, k) => (open[k] ? all : classesOf(set)));
  const uposOf = tags.map((tag) => upos.indexOf(tag.slice(0, tag.indexOf("|"))) + 1);
  return {
    tagger: {
      weights,
      mask: weights.length - ROW_LIMIT - 1,
      tags,
      uposOf,
      allowed,
      common: withoutProper(allowed, tags),
    },
    upos,
    tagSets: { keys: file.int32("keys"), values: file.uint16("values") },
  };
}

function loadParser(read: ReadFile): Parser {
  const file = openModel("models/parser.bin.gz", read("models/parser.bin.gz"), "parser");
  const weights = file.int8("weights");
  const { labels, commaTag, possible } = file.settings as unknown as ParserSettings;
  const lists = possible.map((list) => Uint8Array.from(list));
  return { labels, commaTag, possible: lists, weights, mask: weights.length - ROW_LIMIT - 1 };
}

function loadMorphology(read: ReadFile): Morphology {
  const file = openModel("models/morphology.bin.gz", read("models/morphology.bin.gz"), "morphology");
  return readMorphology({
    casings: file.text("casings"),
    lemmas: file.text("lemmas"),
    words: file.text("words"),
    rules: file.text("rules"),
    feats: file.text("feats"),
  });
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

function loadWords(read: ReadFile): Pick<WordTables, "clusters" | "coarse"> {
  const file = openModel("models/words.bin.gz", read("models/words.bin.gz"), "words");
  const clusters = { keys: file.int32("keys"), values: file.uint16("values") };
  return { clusters, coarse: file.uint16("coarse") };
}

/** Reads the lists of names. */
export function loadGazetteer(read: ReadFile, rules: BoundaryRules): Gazetteer {
  const table = (name: string) => read(`data/en/names-${name}.tsv`);
  const tables = {
    given: table("given"),
    surnames: table("surnames"),
    places: table("places"),
    words: table("words"),
  };
  return readGazetteer(tables, rules);
}

function loadNames(read: ReadFile): NameFinder {
  const file = openModel("models/names.bin.gz", read("models/names.bin.gz"), "names");
  const weights = file.int8("weights");
  return { weights, mask: weights.length - ROW_LIMIT - 1 };
}

/** Loads all that is needed to read English text. */
export function loadLanguage(read: ReadFile): Language {
  const { tagger, upos, tagSets } = loadTagger(read);
  const rules = loadRules(read);
  return {
    rules,
    boundaries: openBoundaries(read("models/boundaries.bin.gz")),
    tables: { ...loadWords(read), tagSets, gazetteer: loadGazetteer(read, rules) },
    upos,
    tagger,
    morphology: loadMorphology(read),
    parser: loadParser(read),
    names: loadNames(read),
  };
}
