import type { Row } from "../../model/table.ts";
import { type Lexeme, lexemes } from "./lexeme.ts";

/** A word or phrase of the word table, with the pattern classes it belongs to. */
export interface Entry {
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
  /** By first word, the longest first, so that the first match is the longest. */
  readonly #entries = new Map<string, Entry[]>();
  readonly #byClass = new Map<string, Map<string, Entry[]>>();

  constructor(rows: readonly Row<"class" | "word" | "value">[]) {
    for (const row of rows) {
      const parts = lexemes(row.word);
      const entry: Entry = {
        words: parts.map((part) => part.word),
        classes: row.class.split(" "),
        value: row.value,
        capital: parts[0]?.capital ?? false,
      };
      add(this.#entries, entry);
      for (const name of entry.classes) {
        const inClass = this.#byClass.get(name) ?? new Map();
        this.#byClass.set(name, inClass);
        add(inClass, entry);
      }
    }
  }

  /** All words and phrases of a class. */
  entriesOf(name: string): readonly Entry[] {
    return [...(this.#byClass.get(name)?.values() ?? [])].flat();
  }

  /** Words that some entry begins with. */
  get firstWords(): Iterable<string> {
    return this.#entries.keys();
  }

  /** The classes that some entry beginning at `at` belongs to. */
  classes(text: readonly Lexeme[], at: number): readonly string[] {
    const entries = this.#entries.get(text[at]?.word ?? "");
    if (!entries) return NONE;
    const [only] = entries;
    if (only && entries.length === 1) return matches(only, text, at) ? only.classes : NONE;
    const found: string[] = [];
    for (const entry of entries) {
      if (!matches(entry, text, at)) continue;
      for (const name of entry.classes) if (!found.includes(name)) found.push(name);
    }
    return found;
  }

  /** The longest entry of the class at `at`. */
  read(text: readonly Lexeme[], at: number, name: string): Reading | null {
    const entries = this.#byClass.get(name)?.get(text[at]?.word ?? "");
    if (!entries) return null;
    for (const entry of entries) {
      if (matches(entry, text, at)) return { value: entry.value, end: at + entry.words.length };
    }
    return null;
  }
}

function add(entries: Map<string, Entry[]>, entry: Entry): void {
  const first = entry.words[0] ?? "";
  const list = [...(entries.get(first) ?? []), entry];
  entries.set(
    first,
    list.sort((a, b) => b.words.length - a.words.length),
  );
}

/** The first word is the one that the entry was looked up by. */
function matches({ words, capital }: Entry, text: readonly Lexeme[], at: number): boolean {
  if (capital && !text[at]?.capital) return false;
  for (let i = 1; i < words.length; i += 1) {
    const lexeme = text[at + i];
    if (lexeme?.word !== words[i] || lexeme?.gap === "break") return false;
  }
  return true;
}
