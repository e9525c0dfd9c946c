import { clauseFeats } from "./clause-feats.ts";

/** What agreement is read off: tag, features and relation of each word of a sentence. */
export interface AgreementWord {
  readonly form: string;
  readonly xpos: string;
  readonly feats: string;
  readonly head: number;
  readonly deprel: string;
}

/** Number and person of pronouns that are no third person singular. */
const PRONOUNS: Readonly<Record<string, string>> = {
  i: "Number=Sing|Person=1",
  we: "Number=Plur|Person=1",
  you: "Number=Sing|Person=2",
  they: "Number=Plur|Person=3",
  these: "Number=Plur|Person=3",
  those: "Number=Plur|Person=3",
};

/** Finite verbs whose form does not tell number and person: they take them from their subject. */
const FINITE = /^(?:VBD|VBP)$/;

const SINGULAR = "Number=Sing|Person=3";
const PLURAL = "Number=Plur|Person=3";

/** Pronouns of relative clauses, which have the number of what they stand for: "the ministers who were ready". */
const RELATIVE = /^(?:WDT|WP)$/;

function isSubject(deprel: string): boolean {
  return deprel.startsWith("nsubj");
}

function subjectOf(words: readonly AgreementWord[], verb: number): number {
  const { head, deprel } = words[verb] as AgreementWord;
  const governor = /^(?:aux|cop)/.test(deprel) && head >= 0 ? head : verb;
  const own = words.findIndex((word) => word.head === governor && isSubject(word.deprel));
  if (RELATIVE.test(words[own]?.xpos ?? "") && words[governor]?.deprel === "acl:relcl")
    return (words[governor] as AgreementWord).head;
  if (own >= 0 || deprel !== "conj" || head < 0) return own;
  return words.findIndex((word) => word.head === head && isSubject(word.deprel));
}

function agreementWith(words: readonly AgreementWord[], subject: number): string {
  const { form, xpos } = words[subject] as AgreementWord;
  const pronoun = PRONOUNS[form.toLowerCase()];
  if (pronoun) return pronoun;
  const joined = words.some((word) => word.head === subject && word.deprel === "conj");
  return joined || /^NNP?S$/.test(xpos) ? PLURAL : SINGULAR;
}

/**
 * The features of each word, with number and person of past and plain present verbs taken from their
 * subjects (a plain present verb, and "were", are never third person singular), as the English treebanks give them.
 */
export function agreedFeats(words: readonly AgreementWord[]): string[] {
  return words.map(({ form, xpos, feats }, i) => {
    if (!FINITE.test(xpos) || !feats.includes("Mood=Ind")) return clauseFeats(words, i) ?? feats;
    const subject = subjectOf(words, i);
    if (subject < 0) return feats;
    const agreed = feats.replace(/Number=\w+\|Person=\d/, agreementWith(words, subject));
    return xpos === "VBP" || /^were$/i.test(form) ? agreed.replace(SINGULAR, PLURAL) : agreed;
  });
}
