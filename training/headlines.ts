import type { TreebankSentence } from "./treebank.ts";

/** Every so many sentences of middling length, one is also taught as a headline in title case, and one in capitals. */
const TITLE_EVERY = 30;
const CAPITALS_EVERY = 60;

/** Lengths of sentences that are taught as headlines, in words. */
const SHORTEST = 4;
const LONGEST = 15;

/** Words that headlines in title case leave small. */
const SMALL = new Set("a an the of in on at to for and or but by with from as nor 's n't".split(" "));

function titleCase(form: string, index: number): string {
  if (index > 0 && SMALL.has(form)) return form;
  return form.charAt(0).toUpperCase() + form.slice(1);
}

function rewrite(
  sentence: TreebankSentence,
  change: (form: string, index: number) => string,
): TreebankSentence {
  const last = sentence.words.at(-1);
  const words = sentence.words.map((word, index) => ({ ...word, form: change(word.form, index) }));
  // A headline has no full stop; nothing hangs on it.
  return { ...sentence, words: last?.form === "." ? words.slice(0, -1) : words };
}

/**
 * The sentences and, with them, some written as headlines are: Title Case and CAPITALS. Treebanks hold few, and
 * without them every word of a headline looks like a name.
 */
export function withHeadlines(sentences: readonly TreebankSentence[]): TreebankSentence[] {
  const fitting = sentences.filter(({ words }) => words.length >= SHORTEST && words.length <= LONGEST);
  const titles = fitting.filter((_, k) => k % TITLE_EVERY === 0).map((each) => rewrite(each, titleCase));
  const capitals = fitting
    .filter((_, k) => k % CAPITALS_EVERY === 1)
    .map((each) => rewrite(each, (form) => form.toUpperCase()));
  return [...sentences, ...titles, ...capitals];
}
