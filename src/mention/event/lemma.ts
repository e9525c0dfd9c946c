import type { Token } from "../../model/token.ts";
import type { EventTables } from "./tables.ts";

/** Endings of verb forms, with what may stand in their place in the base form. */
const ENDINGS: readonly (readonly [ending: RegExp, base: string])[] = [
  [/ed$/u, "e"],
  [/ed$/u, ""],
  [/(?<double>[a-z])\k<double>ed$/u, "$<double>"],
  [/ing$/u, "e"],
  [/ing$/u, ""],
  [/(?<double>[a-z])\k<double>ing$/u, "$<double>"],
  [/ies$/u, "y"],
  [/es$/u, ""],
  [/s$/u, ""],
];

/**
 * The base form of a verb by the event tables, where the lemma of a rare word is not in them: "postponed" is
 * of "postpone", whatever the lemmatizer made of it.
 */
export function verbLemma({ text, lemma, upos }: Token, tables: EventTables): string {
  const known = (word: string) =>
    tables.verbs.has(word) || tables.states.has(word) || tables.contexts.has(`verb ${word}`);
  if (upos !== "VERB" || known(lemma.toLowerCase())) return lemma;
  const form = text.toLowerCase();
  const candidates = ENDINGS.filter(([ending]) => ending.test(form)).map(([ending, base]) =>
    form.replace(ending, base),
  );
  return candidates.find(known) ?? lemma;
}
