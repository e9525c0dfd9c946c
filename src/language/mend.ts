/** A word as far as the mending looks at it; changed in place. */
export interface MendWord {
  readonly form: string;
  tag: string;
  head: number;
  deprel: string;
}

/** What a noun's dependents become when they turn out to hang on the verb. */
const ON_VERB: Readonly<Record<string, string>> = { nmod: "obl", "nmod:unmarked": "obl:unmarked" };

function isGardenPath(words: readonly MendWord[], noun: number, verb: number): boolean {
  const child = words[verb] as MendWord;
  if (child.head !== noun || verb < noun || child.deprel !== "acl" || child.tag !== "VERB|VBN") return false;
  if (!child.form.endsWith("ed")) return false;
  const own = words.filter((word) => word.head === verb).map((word) => word.deprel);
  return own.includes("ccomp") && !own.some((deprel) => deprel.startsWith("aux") || deprel === "obl:agent");
}

/**
 * Mends "The study projected that wages fell.": tagged from left to right, the verb may be taken for a participle,
 * and the sentence is left without one. A participle has no clause for an object, so it is the verb after all.
 */
export function mendGardenPath(words: MendWord[]): void {
  const noun = words.findIndex((word) => word.head === -1);
  if (noun < 0 || !/^(?:NOUN|PROPN|PRON)\|/.test((words[noun] as MendWord).tag) || words.at(-1)?.form !== ".")
    return;
  const verb = words.findIndex((_, index) => isGardenPath(words, noun, index));
  if (verb < 0) return;
  words.forEach((word, index) => {
    if (word.head !== noun || index < verb) return;
    word.head = verb;
    word.deprel = ON_VERB[word.deprel] ?? word.deprel;
  });
  Object.assign(words[verb] as MendWord, { tag: "VERB|VBD", head: -1, deprel: "root" });
  Object.assign(words[noun] as MendWord, { head: verb, deprel: "nsubj" });
}

/** Clauses whose verb has a tense of its own. */
const FINITE = new Set(["root", "ccomp", "parataxis"]);

/**
 * Mends "The minister called for a law." read as if called by others: in a whole sentence, which ends with a full
 * stop, a participle that has a subject has an auxiliary too. Without one it is the past tense.
 */
export function mendBareParticiple(words: MendWord[]): void {
  if (words.at(-1)?.form !== ".") return;
  words.forEach((verb, index) => {
    if (verb.tag !== "VERB|VBN" || !FINITE.has(verb.deprel) || !verb.form.endsWith("ed")) return;
    const own = words.filter(({ head }) => head === index);
    const subjects = own.filter(({ deprel }) => deprel === "nsubj" || deprel === "nsubj:pass");
    if (subjects.length === 0 || own.some(({ deprel }) => /^(?:aux|cop|obl:agent)/.test(deprel))) return;
    verb.tag = "VERB|VBD";
    for (const subject of subjects) subject.deprel = "nsubj";
  });
}

/**
 * Mends "spokeswoman Anu Kask told …" read with two subjects. A common noun right before a name that is the subject
 * too is the person's title, and describes the name; of two proper nouns the second is the rest of the name.
 */
export function mendTitle(words: MendWord[]): void {
  words.forEach((first, index) => {
    const name = words[index + 1];
    if (!name || first.deprel !== "nsubj" || !PROPER.test(name.tag)) return;
    const subject = name.deprel === "nsubj" ? index + 1 : name.head;
    const other = words[subject];
    if (!other || subject <= index || other.deprel !== "nsubj" || other.head !== first.head) return;
    if (PROPER.test(first.tag)) Object.assign(other, { head: index, deprel: "flat" });
    else if (first.tag.startsWith("NOUN|")) Object.assign(first, { head: subject, deprel: "nmod:desc" });
  });
}

/**
 * Mends "demanded that the minister sign the treaty": the present of one person would be "signs", so that this is the
 * subjunctive, in the base form.
 */
export function mendSubjunctive(words: MendWord[]): void {
  words.forEach((verb, index) => {
    if (verb.tag !== "VERB|VBP" || verb.deprel !== "ccomp") return;
    const own = words.filter(({ head }) => head === index);
    const isClause = own.some(({ deprel, form }) => deprel === "mark" && form.toLowerCase() === "that");
    const subject = words.findIndex(({ head, deprel }) => head === index && /^nsubj/.test(deprel));
    const isOne = /^(?:NOUN\|NN|PROPN\|NNP)$/.test(words[subject]?.tag ?? "");
    const isJoined = words.some(({ head, deprel }) => head === subject && deprel === "conj");
    if (isClause && isOne && !isJoined) verb.tag = "VERB|VB";
  });
}

const PROPER = /\|NNPS?$/;
