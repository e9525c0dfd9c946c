import type { Gazetteer } from "./gazetteer.ts";
import {
  guessClass,
  type NameFinder,
  type NameMemory,
  type NameRange,
  type NameScratch,
  namesOfRows,
  newNameScratch,
  otherNames,
  prepareRows,
  remember,
  setClass,
} from "./names.ts";
import type { Rows } from "./rows.ts";

/** What names are found with. */
export interface NameTools {
  readonly finder: NameFinder;
  readonly gazetteer: Gazetteer;
}

/** Finds the names of a document, sentence by sentence. */
export interface NameReader {
  read(rows: Rows, forms: readonly string[], isProper: (index: number) => boolean): NameRange[];
}

/** A reader for one document: it remembers the names it has met. */
export function newNameReader({ finder, gazetteer }: NameTools): NameReader {
  const memory: NameMemory = new Map();
  const scratch: NameScratch = newNameScratch();
  return {
    read(rows, forms, isProper) {
      prepareRows(rows, forms, { gazetteer, memory });
      for (let i = 0; i < rows.count; i++) setClass(rows, i, guessClass(finder, rows, i, scratch));
      const learned = namesOfRows(rows);
      remember(memory, forms, learned);
      return [...learned, ...otherNames(rows, isProper, learned)].sort((a, b) => a.from - b.from);
    },
  };
}
