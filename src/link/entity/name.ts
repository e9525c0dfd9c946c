import { INITIALS, normalized } from "./plain.ts";
import type { NameTables } from "./tables.ts";

/** A name in the form in which names are compared. */
export interface PlainName {
  /** Small letters without marks and points, words apart by one space: "sergei lavrov", "united states coast survey". */
  readonly text: string;
  /** The same without what is left out at times: "Jr.", the article of "al-Tariq". */
  readonly words: readonly string[];
  /** What the words sound like, however they are transliterated. */
  readonly sounds: readonly string[];
  /** "jr"; empty where there is none. */
  readonly suffix: string;
  /** Whether a hyphen joins its last two words: "Jones-Drew". */
  readonly isHyphened: boolean;
}

/** What a word sounds like: spellings of one name in other letters give the same. */
export function soundOf(word: string, { spelling }: NameTables): string {
  return spelling.reduce((read, { pattern, to }) => read.replace(pattern, to), word);
}

function expanded(name: string, { short }: NameTables): string {
  const words = name.replace(INITIALS, (letters) => letters.replaceAll(".", "")).split(/\s+/u);
  return words.map((word) => short.get(word.replace(/['’.]s?$/u, "")) ?? word).join(" ");
}

/** "Salim al-Tariq", "al-Tariq", but not "Al Tariq", who may be called Al. */
function withoutArticles(name: string, { article }: NameTables): string {
  const parts = name.split(/(?<=[\s-])/u);
  const kept = parts.filter((part, i) => {
    const word = part.replace(/[\s-]$/u, "");
    const isMarked = i > 0 || part.endsWith("-") || /^\p{Ll}/u.test(part);
    return !(i < parts.length - 1 && isMarked && article.has(word.toLowerCase()));
  });
  return kept.join("");
}

/** The name of a person or a body as it is compared with others. */
export function plainName(name: string, tables: NameTables): PlainName {
  const text = normalized(expanded(name, tables));
  const bare = withoutArticles(expanded(name, tables), tables);
  const all = normalized(bare).split(" ");
  const last = all.at(-1) ?? "";
  const suffix = all.length > 2 && tables.suffix.has(last) ? last : "";
  const words = suffix === "" ? all : all.slice(0, -1);
  const isHyphened = /\p{L}\s?-\s?\p{L}+$/u.test(bare);
  return { text, words, sounds: words.map((word) => soundOf(word, tables)), suffix, isHyphened };
}
