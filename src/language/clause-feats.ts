import type { AgreementWord } from "./agreement.ts";

/** Relations of an -ing form that stands where a noun could: a gerund. Elsewhere it is a participle. */
const GERUND = /^(?:acl|amod|csubj(?::\w+)?|xcomp|ccomp|appos|obj|obl|nmod)$/;

/** Relations of a bare verb that heads a sentence of its own. */
const COMMAND = /^(?:root|parataxis|ccomp)$/;

const INFINITIVE = "VerbForm=Inf";
const IMPERATIVE = "Mood=Imp|VerbForm=Fin";

function childrenOf(words: readonly AgreementWord[], index: number): AgreementWord[] {
  return words.filter((word) => word.head === index);
}

/** The relation of a word, or of the first of those it is coordinated with. */
function relationOf(words: readonly AgreementWord[], index: number): string {
  const { deprel, head } = words[index] as AgreementWord;
  return deprel === "conj" && head >= 0 ? (words[head] as AgreementWord).deprel : deprel;
}

function ingFeats(words: readonly AgreementWord[], index: number): string {
  const helped = childrenOf(words, index).some((child) => child.deprel.startsWith("aux"));
  return !helped && GERUND.test(relationOf(words, index)) ? "VerbForm=Ger" : "Tense=Pres|VerbForm=Part";
}

/** A past participle is passive unless "have" helps it alone: "has gone", but "has been gone over". */
function pastParticipleFeats(words: readonly AgreementWord[], index: number): string {
  const children = childrenOf(words, index);
  const passive = children.some((child) => child.deprel.endsWith(":pass"));
  const perfect = children.some(
    (child) => child.deprel === "aux" && /^(?:ha|['’]ve|['’][sd]$)/i.test(child.form),
  );
  return `Tense=Past|VerbForm=Part${perfect && !passive ? "" : "|Voice=Pass"}`;
}

function bareFeats(words: readonly AgreementWord[], index: number): string {
  const children = childrenOf(words, index);
  if (children.some((child) => child.xpos === "TO" || /^[nc]subj/.test(child.deprel))) return INFINITIVE;
  const helpers = children.filter((child) => child.deprel === "aux");
  if (!helpers.every((child) => /^do$/i.test(child.form))) return INFINITIVE;
  const { deprel, head } = words[index] as AgreementWord;
  if (COMMAND.test(deprel)) return IMPERATIVE;
  // A second verb is a command only when the first is: "come and see", but "to come and see".
  const first = words[head];
  return deprel === "conj" && first?.xpos === "VB" && COMMAND.test(first.deprel)
    ? bareFeats(words, head)
    : INFINITIVE;
}

/** "It" and "you" look the same whether they are subjects or objects. */
function pronounCase(deprel: string): string {
  return /^(?:nsubj|csubj|expl)/.test(deprel) ? "Nom" : "Acc";
}

/** The features of a word whose form says less than its place in the sentence; `undefined` for all others. */
export function clauseFeats(words: readonly AgreementWord[], index: number): string | undefined {
  const { form, xpos, feats, deprel } = words[index] as AgreementWord;
  if (xpos === "PRP" && /^(?:it|you)$/i.test(form) && /^(?:nsubj|expl|obj|iobj|obl|nmod)/.test(deprel))
    return feats.replace(/Case=\w+/, `Case=${pronounCase(deprel)}`);
  if (/^(?:aux|cop)/.test(deprel) || !/VerbForm=(?:Ger|Part|Inf|Fin)$|Voice=Pass$/.test(feats))
    return undefined;
  if (xpos === "VBG") return ingFeats(words, index);
  if (xpos === "VBN") return pastParticipleFeats(words, index);
  return xpos === "VB" ? bareFeats(words, index) : undefined;
}
