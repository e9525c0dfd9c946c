import type { Row } from "../../model/table.ts";
import { type Lexeme, lexemes } from "./lexeme.ts";

/** A word or phrase of the word table, with the pattern classes it belongs to. */
interface Entry {
  readonly words: readonly string[];
  readonly classes: readonly string[];
  readonly value: string;
  /** An entry written with a capital matches only words with one: "May", not "may". */
  readonly capital: boolean;
}

/** Words of a class at some place: what they mean, and the index of the lexeme after them. */
export interface Reading {
  readonly value: string;
  readonly end: number;
}

const NONE: readonly string[] = [];

/** Word tables: phrase to classes and values. */
export class Lexicon {
  readonly #entries = new Map<string, Entry[]>();

  constructor(rows: readonly Row<"class" | "word" | "value">[]) {
    for (const row of rows) {
      const parts = lexemes(row.word);
      const entry: Entry = {
        words: parts.map((part) => part.word),
        classes: row.class.split(" "),
        value: row.value,
        capital: parts[0]?.capital ?? false,
      };
      const first = entry.words[0] ?? "";
      const list = this.#entries.get(first) ?? [];
      list.push(entry);
      // Longest first, so that the first match is the longest.
      this.#entries.set(
        first,
        list.sort((a, b) => b.words.length - a.words.length),
      );
    }
  }

  /** The classes that some entry beginning at `at` belongs to. */
  classes(text: readonly Lexeme[], at: number): readonly string[] {
    const entries = this.#entries.get(text[at]?.word ?? "");
    if (!entries) return NONE;
    const found: string[] = [];
    for (const entry of entries) {
      if (!matches(entry, text, at)) continue;
      for (const name of entry.classes) if (!found.includes(name)) found.push(name);
    }
    return found;
  }

  /** The longest entry of the class at `at`. */
  read(text: readonly Lexeme[], at: number, name: string): Reading | null {
    const entries = this.#entries.get(text[at]?.word ?? "");
    const entry = entries?.find((each) => each.classes.includes(name) && matches(each, text, at));
    return entry ? { value: entry.value, end: at + entry.words.length } : null;
  }
}

function matches(entry: Entry, text: readonly Lexeme[], at: number): boolean {
  if (entry.capital && !text[at]?.capital) return false;
  return entry.words.every((word, i) => {
    const lexeme = text[at + i];
    return lexeme?.word === word && (i === 0 || lexeme.gap !== "break");
  });
}
