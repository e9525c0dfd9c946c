import { type Counts, f1, scoreGoldWords } from "../../training/measure.ts";
import { countArguments, countTriples } from "./arguments.ts";
import { type Bank, isNewsBank } from "./banks.ts";
import type { Table } from "./table.ts";

/** Tags, lemmas and trees on the words of the treebanks, parsed with our own tags. */
export function goldWordsTable(banks: readonly Bank[]): Table {
  return {
    title: "gold words",
    about:
      "% of words, parsed with our own tags; UAS and LAS without punctuation; LAS: subtypes of relations ignored, “full”: with them, “+punct”: ignored, of all words",
    columns: ["words", "UPOS", "XPOS", "feats", "lemma", "UAS", "LAS", "LAS full", "LAS +punct"],
    floors: ["UPOS", "feats", "lemma", "LAS"],
    rows: banks.map(({ name, sentences, parsed }) => {
      const figures = scoreGoldWords(sentences, parsed);
      const { upos, xpos, feats, lemma, uas, lasUniversal, las, lasAllWords } = figures;
      const words = sentences.reduce((sum, sentence) => sum + sentence.words.length, 0);
      return { name, cells: [String(words), upos, xpos, feats, lemma, uas, lasUniversal, las, lasAllWords] };
    }),
  };
}

/** Who does what to whom, on the same words. */
export function argumentsTable(banks: readonly Bank[]): Table {
  const cells = (counts: Counts) => [String(counts.wanted), f1(counts)];
  return {
    title: "who did what",
    about:
      "F1; subjects (nsubj and subtypes) and objects (obj): head, dependent and kind right; SVO: subject and object of one verb, each within the annotated name or compound",
    columns: ["subjects", "subject F1", "objects", "object F1", "triples", "SVO F1"],
    floors: ["subject F1", "object F1", "SVO F1"],
    rows: banks.map((bank) => ({
      name: bank.name,
      noFloor: isNewsBank(bank),
      cells: [
        ...cells(countArguments(bank, "subject")),
        ...cells(countArguments(bank, "object")),
        ...cells(countTriples(bank)),
      ],
    })),
  };
}
