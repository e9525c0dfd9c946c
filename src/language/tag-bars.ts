import { LIST } from "./gazetteer.ts";
import type { WordSight } from "./network/first-layer.ts";

/** An irregular verb, as its table has it. */
export interface IrregularVerb {
  readonly lemma: string;
  readonly past: string;
  readonly participle: string;
  /** What else the past form can be; "-" is nothing. */
  readonly also: string;
}

/** Past forms that can be nothing but a verb in the past, each with the tags that it can have. */
export type PastForms = ReadonlyMap<string, readonly string[]>;

/** The forms that are certain. */
export function pastForms(verbs: readonly IrregularVerb[]): PastForms {
  const certain = verbs.filter(({ also }) => also === "-");
  return new Map(
    certain.map(({ past, participle }) => [
      past,
      past === participle ? ["VERB|VBD", "VERB|VBN"] : ["VERB|VBD"],
    ]),
  );
}

const PROPER = /\|NNPS?$/;

function isSmall(form: string): boolean {
  return form === form.toLowerCase();
}

/**
 * Whether the word cannot have the tag, whatever the network says. "Tore" is no noun. Nor is a word that is written small in
 * a sentence which begins with a capital a proper noun, but for "bin" or "von" of a name: who writes "Moscow" does not
 * write "hurricane" for a name; mail, which the network also learns from, does.
 */
export function isBarred(
  words: readonly WordSight[],
  word: number,
  { tag, pasts }: { readonly tag: string; readonly pasts: PastForms },
): boolean {
  const { form, lists } = words[word] as WordSight;
  if (!isSmall(form)) return false;
  const possible = pasts.get(form);
  if (possible) return !possible.includes(tag);
  if (word === 0 || (lists & LIST.particle) !== 0) return false;
  return PROPER.test(tag) && !isSmall((words[0] as WordSight).form);
}
