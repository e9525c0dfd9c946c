import type { LinkedEntity } from "../model/link.ts";
import { plainWords } from "./words.ts";

/** What only full-text search understands: a phrase, the beginning of a word. */
const SEARCH_SIGNS = /["*]/u;

/**
 * Other spellings under which reports name the one person or body whose name, or surname, the words are: "Vitolnieks" for
 * "Vitolniek". Of a person's names as many words as are asked for, so that a surname finds surnames.
 */
export function otherSpellings(entities: readonly LinkedEntity[], words: string): readonly string[] {
  const wanted = plainWords(words).join(" ");
  if (wanted === "" || SEARCH_SIGNS.test(words)) return [];
  const size = plainWords(words).length;
  const bearers = entities
    .filter(({ type }) => type === "person" || type === "organization")
    .map(({ type, name, names }) =>
      [name, ...names].map((each) =>
        plainWords(each)
          .slice(type === "person" ? -size : 0)
          .join(" "),
      ),
    )
    .filter((spellings) => spellings.includes(wanted));
  const [only = [], ...others] = bearers;
  if (others.length > 0) return [];
  return [...new Set(only)].filter((each) => each !== "" && each !== wanted);
}
