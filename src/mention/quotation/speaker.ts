import { dependent, dependents, relation, type Tree, tokenAt } from "../tree.ts";
import { isNominal, isTime, marker, nameHead, nounPhrase, wordBefore } from "./phrase.ts";

/** How far a subject is inherited: "He came and wanted to be quoted as saying" needs three steps. */
const MAX_STEPS = 4;

/** Verbs whose object is the one who does what follows: "urged Putin to say". */
const OBJECT_CONTROL = new Set([
  "urge",
  "tell",
  "order",
  "advise",
  "encourage",
  "allow",
  "help",
  "lead",
  "force",
  "prompt",
  "cause",
  "make",
  "let",
  "have",
  "hear",
  "see",
]);

/** Nouns that only carry a statement; whoever issues them is its source. */
const CARRIERS = new Set([
  "statement",
  "letter",
  "tweet",
  "email",
  "e-mail",
  "message",
  "memo",
  "post",
  "note",
  "release",
  "press",
  "report",
  "claim",
]);

/** Verbs that only bring out the noun they stand with: "voiced concern", "has no plan". */
const BRINGING = new Set([
  "make",
  "express",
  "voice",
  "issue",
  "have",
  "repeat",
  "raise",
  "reiterate",
  "give",
  "share",
  "hold",
  "offer",
  "air",
  "lodge",
  "renew",
  "send",
  "deliver",
  "level",
  "announce",
]);

const RELATIVE = new Set(["who", "which", "that", "whom"]);

/** What a relative pronoun stands for: the noun its clause describes, or the one right before it. */
function antecedent(tree: Tree, predicate: number, pronoun: number): number {
  const { deprel, head } = tokenAt(tree, predicate);
  if (deprel === "acl:relcl" && head >= 0) return head;
  let before = pronoun - 1;
  while (before >= 0 && tokenAt(tree, before).upos === "PUNCT") before--;
  if (before < 0 || tokenAt(tree, before).sentence !== tokenAt(tree, pronoun).sentence) return pronoun;
  return isNominal(tree, before) ? before : pronoun;
}

/** The subject of a predicate, active or passive, the antecedent for a relative pronoun. */
function subjectOf(tree: Tree, predicate: number): number | undefined {
  // Times do not speak: such a subject is a mistake of the parse.
  const subjects = dependents(tree, predicate, "nsubj", "nsubj:pass", "nsubj:outer");
  const subject = subjects.find((each) => !isTime(tree, each));
  if (subject === undefined) return undefined;
  const relative = RELATIVE.has(tokenAt(tree, subject).text.toLowerCase()) && subject < predicate;
  return relative ? antecedent(tree, predicate, subject) : subject;
}

export function isPassive(tree: Tree, verb: number): boolean {
  const marked = dependents(tree, verb, "aux:pass", "nsubj:pass").some((child) =>
    ["aux:pass", "nsubj:pass"].includes(tokenAt(tree, child).deprel),
  );
  return marked || isPastParticiple(tree, verb);
}

/** "The bill, opposed by the mayor", "Asked whether …": past participles without an auxiliary are passive. */
export function isPastParticiple(tree: Tree, verb: number): boolean {
  const { xpos, deprel } = tokenAt(tree, verb);
  if (xpos !== "VBN" || (deprel !== "acl" && deprel !== "advcl")) return false;
  return dependents(tree, verb, "aux", "nsubj", "mark", "cop").length === 0;
}

/** Who does it, in a passive: "by the minister". */
export function agentOf(tree: Tree, verb: number): number | undefined {
  return dependents(tree, verb, "obl").find((child) => child > verb && marker(tree, child) === "by");
}

/** For "issued a statement saying": who issued it; else the document itself. */
function issuer(tree: Tree, document: number): number {
  const token = tokenAt(tree, document);
  if (!CARRIERS.has(token.lemma)) return document;
  const owner = dependent(tree, document, "nmod:poss");
  if (owner !== undefined && tokenAt(tree, owner).deprel === "nmod:poss") return owner;
  if (relation(token) !== "obj" && relation(token) !== "obl") return document;
  return inherited(tree, token.head, 1) ?? document;
}

/** The subject of a predicate or of the one it depends on. */
function inherited(tree: Tree, predicate: number, step: number): number | undefined {
  const own = subjectOf(tree, predicate);
  if (own !== undefined || step > MAX_STEPS) return own;
  const token = tokenAt(tree, predicate);
  if (token.head < 0) return undefined;
  const up = relation(token);
  if (up === "acl") {
    const participle = token.xpos === "VBG" && isNominal(tree, token.head);
    return participle ? issuer(tree, token.head) : undefined;
  }
  if (up === "xcomp" || up === "ccomp") {
    const object = dependent(tree, token.head, "obj");
    const controls = OBJECT_CONTROL.has(tokenAt(tree, token.head).lemma);
    if (controls && object !== undefined && object < predicate) return object;
    return up === "xcomp" ? inherited(tree, token.head, step + 1) : undefined;
  }
  return up === "conj" || up === "advcl" ? inherited(tree, token.head, step + 1) : undefined;
}

/** "Podesta, who …, said": the name before the comma, or that opens the sentence, where the parse lost sight of it. */
function farSubject(tree: Tree, cue: number): number | undefined {
  const { xpos, sentence } = tokenAt(tree, cue);
  if (!/^VB[DZP]$/.test(xpos) || tree.tokens[cue - 1]?.text !== ",") return undefined;
  let start = cue;
  while (tree.tokens[start - 1]?.sentence === sentence) start--;
  for (let comma = cue - 2; comma > start; comma--) {
    if (tokenAt(tree, comma).text !== "," || tokenAt(tree, comma - 1).upos !== "PROPN") continue;
    return nameHead(tree, comma - 1, { from: start, to: cue });
  }
  if (!isNominal(tree, start)) return undefined;
  const head = nameHead(tree, start, { from: start, to: cue });
  return tokenAt(tree, nounPhrase(tree, head, cue).to).text === "," ? head : undefined;
}

/** Whether the verb is finite; at the top of a clause the parser now and then takes "worried" for a participle. */
function isFiniteVerb(tree: Tree, verb: number): boolean {
  const { xpos, deprel } = tokenAt(tree, verb);
  if (/^VB[DZP]$/.test(xpos)) return true;
  const auxiliary = dependents(tree, verb, "aux", "cop").length > 0;
  return xpos === "VBN" && !auxiliary && ["root", "conj", "parataxis", "ccomp"].includes(deprel);
}

/** "…; most said": a quantity that opens its clause stands for those it counts. */
function isQuantity(tree: Tree, index: number): boolean {
  const { text, sentence } = tokenAt(tree, index);
  const before = tree.tokens[index - 1];
  const opens = before?.sentence !== sentence || /^(?:[,;:—–]|and|but)$/i.test(before.text);
  return opens && /^(?:most|many|some|few|several|others|both|all|half|none)$/i.test(text);
}

/** "McConnell says": the name right before a finite verb that the parse has given no subject. */
function nearSubject(tree: Tree, cue: number): number | undefined {
  const { sentence } = tokenAt(tree, cue);
  const at = wordBefore(tree, cue);
  if (!isFiniteVerb(tree, cue) || at < 0 || tokenAt(tree, at).sentence !== sentence) return undefined;
  if (isQuantity(tree, cue - 1)) return cue - 1;
  if (!["NOUN", "PROPN", "PRON"].includes(tokenAt(tree, at).upos)) return undefined;
  let start = at;
  while (tree.tokens[start - 1]?.sentence === sentence) start--;
  return nameHead(tree, at, { from: start, to: cue });
}

/** The head of the words that name who says it, for a verb or adjective. */
export function speakerOf(tree: Tree, cue: number): number | undefined {
  if (isPassive(tree, cue)) return agentOf(tree, cue);
  const found = inherited(tree, cue, 0) ?? farSubject(tree, cue) ?? nearSubject(tree, cue);
  const names = found !== undefined && (isNominal(tree, found) || /^\p{Lu}/u.test(tokenAt(tree, found).text));
  return names ? found : undefined;
}

/** The subject of an adjective, also where it is parsed as a passive: "was worried". */
export function holderOf(tree: Tree, adjective: number): number | undefined {
  const found = inherited(tree, adjective, 0);
  return found !== undefined && isNominal(tree, found) ? found : undefined;
}

/** The head of the words that name whose claim, plan or criticism it is. */
export function ownerOf(tree: Tree, noun: number): number | undefined {
  const owner = dependents(tree, noun, "nmod:poss").find(
    (child) => tokenAt(tree, child).deprel === "nmod:poss",
  );
  if (owner !== undefined) return owner;
  const author = dependents(tree, noun, "nmod", "obl").find(
    (child) => child > noun && ["by", "from"].includes(marker(tree, child) ?? ""),
  );
  if (author !== undefined) return author;
  const { head } = tokenAt(tree, noun);
  if (relation(tokenAt(tree, noun)) !== "obj" || head < 0 || isPassive(tree, head)) return undefined;
  if (!BRINGING.has(tokenAt(tree, head).lemma)) return undefined;
  return speakerOf(tree, head);
}
