import type { ShortNames } from "../../model/short-name.ts";
import type { TextSpan } from "../../model/span.ts";
import type { Draft } from "./draft.ts";

/** After the surname: which of father and son is meant. */
const GENERATION = /^(?:jr|sr|ii|iii|iv)\.?$/iu;

/** The words of a person's name up to the surname: "Karl Tamm" of "Karl Tamm Jr.". */
export function withoutGeneration(words: readonly string[]): readonly string[] {
  const isLast = words.length > 2 && GENERATION.test(words.at(-1) ?? "");
  return isLast ? words.slice(0, -1).map((word) => word.replace(/,$/u, "")) : words;
}

/**
 * The one person of whose name these words leave out something: "Karl Tamm" of "Karl J. Tamm", and "Hank Tamm" of "Henry
 * Tamm". Karl Tamm Jr. may be the son of Karl Tamm, unless he is named first, or with an initial, which news gives who is
 * otherwise called by less: then "Karl Tamm" is short for him.
 */
export function fullNameOf(
  drafts: readonly Draft[],
  name: TextSpan,
  { shortForms }: { readonly shortForms: ShortNames },
): Draft | undefined {
  const own = plainWords(name.text.split(/\s+/u));
  if (own.length < 2) return undefined;
  const bearers = drafts.filter(({ type, words, mentions }) => {
    const full = plainWords(words);
    const isFirst = (mentions[0]?.start ?? 0) < name.start;
    const isSame = full.length === words.length || isFirst || full.slice(1, -1).some(isInitial);
    return type === "person" && full.length > 1 && isSame && leavesOut(own, full, shortForms);
  });
  return bearers.length === 1 ? bearers[0] : undefined;
}

function isInitial(word: string): boolean {
  return /^\p{L}\.?$/u.test(word);
}

function plainWords(words: readonly string[]): readonly string[] {
  return withoutGeneration(words).map((word) => word.toLowerCase());
}

function leavesOut(own: readonly string[], full: readonly string[], shortForms: ShortNames): boolean {
  const [given = "", fullGiven = ""] = [own[0], full[0]];
  const isShort = shortForms.get(given)?.has(fullGiven) || shortForms.get(fullGiven)?.has(given);
  const isCalled = given === fullGiven || isShort === true;
  const middle = full.slice(1, -1);
  return isCalled && own.at(-1) === full.at(-1) && own.slice(1, -1).every((word) => middle.includes(word));
}
