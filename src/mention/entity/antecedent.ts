import { ancestors, dependent, relation, type Tree, tokenAt, tokensIn } from "../tree.ts";
import type { Draft } from "./draft.ts";
import type { Nameless } from "./nameless.ts";
import type { Gender } from "./tables.ts";

/** A pronoun seldom reaches back farther than this many sentences. */
const REACH = 2;
/** A subject is the likelier antecedent: worth this many tokens of distance. Set by hand on reports of our own. */
const SUBJECT_BONUS = 25;
/** "fired O'Brien and replaced him": an object is the likelier antecedent of an object, within a sentence. */
const PARALLEL_BONUS = 25;
const SENTENCE_COST = 12;
/** Whose gender is known to fit is likelier meant than who may be of the other one. Less than a sentence of distance. */
const GENDER_BONUS = 10;
/** Who is dead is looked for so many tokens back: the length of most reports. */
const DEAD_REACH = 3000;

/** Whom a pronoun means; without a draft, somebody whose name the report does not give. */
export interface Meant {
  readonly draft: Draft | undefined;
}

/** The persons of an article by the first token of each of their mentions, so that a look back is short. */
export class Antecedents {
  readonly #tree: Tree;
  readonly #at: (Draft[] | undefined)[] = [];
  /** Those without a name. */
  readonly #nameless: ReadonlyMap<number, Nameless>;

  constructor(drafts: readonly Draft[], tree: Tree, nameless: ReadonlyMap<number, Nameless> = new Map()) {
    this.#tree = tree;
    this.#nameless = nameless;
    for (const draft of drafts) {
      if (draft.type !== "person") continue;
      for (const mention of draft.mentions) this.add(draft, tokensIn(tree.tokens, mention).from);
    }
  }

  add(draft: Draft, token: number): void {
    const here = this.#at[token];
    if (here) here.push(draft);
    else this.#at[token] = [draft];
  }

  /** The person that a pronoun of this gender likeliest means: one before it, or the subject of the clause it opens. */
  find(pronoun: number, gender: Gender): Meant | undefined {
    const before = this.#before(pronoun, gender);
    const draft = before ? undefined : this.#after(pronoun, gender);
    return before ?? (draft && { draft });
  }

  /** Of these persons the one who was spoken of last, within so many tokens. */
  nearestOf(
    persons: ReadonlySet<Draft>,
    pronoun: number,
    gender: Gender,
    reach = DEAD_REACH,
  ): Draft | undefined {
    if (persons.size === 0) return undefined;
    const others = this.#othersAt(pronoun);
    for (let at = pronoun - 1; at >= Math.max(0, pronoun - reach); at--) {
      const draft = this.#fitting(at, gender);
      if (draft && persons.has(draft) && !others.has(draft)) return draft;
    }
    return undefined;
  }

  #fitting(token: number, gender: Gender): Draft | undefined {
    return this.#at[token]?.find((draft) => !draft.gender || draft.gender === gender);
  }

  /** Who stands at the verb of the pronoun beside it: of "Okoro killed him" not him. */
  #othersAt(pronoun: number): ReadonlySet<Draft> {
    const heads = coArguments(this.#tree, pronoun);
    return new Set([...heads].flatMap((head) => this.#at[this.#withinPhrase(head) ?? -1] ?? []));
  }

  #before(pronoun: number, gender: Gender): Meant | undefined {
    const tree = this.#tree;
    const { sentence } = tokenAt(tree, pronoun);
    const others = this.#othersAt(pronoun);
    const beside = coArguments(tree, pronoun);
    let near: Nameless | undefined;
    let best: (Meant & { at: number; score: number }) | undefined;
    for (let at = pronoun - 1; at >= 0 && sentence - tokenAt(tree, at).sentence <= REACH; at--) {
      const fitting = this.#fitting(at, gender);
      const draft = fitting && !others.has(fitting) ? fitting : undefined;
      const isNear = tokenAt(tree, at).sentence === sentence;
      const isFree = isNear && !draft && !near && !beside.has(at);
      const nameless = isFree ? this.#namelessAt(at, pronoun, gender) : undefined;
      near ??= nameless;
      if (!draft && (!nameless || nameless.isDefinite)) continue;
      const known = draft?.gender === gender ? GENDER_BONUS : 0;
      const score = fitness(at, pronoun, tree) + known;
      if (!best || score > best.score) best = { draft, at, score };
    }
    // Who is spoken of in the same sentence comes before whoever was named in another.
    const isFar = best !== undefined && tokenAt(tree, best.at).sentence !== sentence;
    const isElse = isFar && near !== undefined && isSomebodyElse(near, best?.draft);
    return isElse ? { draft: undefined } : best;
  }

  /** "A mayor" is brought up for the office: the pronoun is of such a one where the mayor does what is told around it. */
  #namelessAt(token: number, pronoun: number, gender: Gender): Nameless | undefined {
    const found = this.#nameless.get(token);
    if (!found || (found.gender ?? gender) !== gender) return undefined;
    const isOffice = found.role !== undefined && !found.isDefinite;
    return isOffice && !isDoing(this.#tree, token, pronoun) ? undefined : found;
  }

  /** "After she left, Anna Weiss called": where nobody came before, the subject of the main clause that follows. */
  #after(pronoun: number, gender: Gender): Draft | undefined {
    const tree = this.#tree;
    const verb = ancestors(tree, pronoun).at(-1);
    const subject = verb === undefined ? undefined : dependent(tree, verb, "nsubj");
    if (verb === undefined || subject === undefined || subject < pronoun || subject > verb) return undefined;
    const name = this.#withinPhrase(subject);
    return name === undefined || isBelow(tree, pronoun, subject) ? undefined : this.#fitting(name, gender);
  }

  /** A person who stands at the noun itself, or whose title it is. */
  #withinPhrase(head: number): number | undefined {
    for (let at = head; at > head - LONGEST_NAME && at >= 0; at--) {
      if (this.#at[at] && phraseHead(this.#tree, at) === head) return at;
    }
    return undefined;
  }
}

/** Whether the noun is the subject of the clause of the pronoun, or of one that this clause tells the time or the reason of. */
function isDoing(tree: Tree, noun: number, pronoun: number): boolean {
  const verb = tokenAt(tree, phraseHead(tree, noun)).head;
  if (relation(tokenAt(tree, phraseHead(tree, noun))) !== "nsubj" || verb < 0) return false;
  let at = pronoun;
  while (at >= 0 && at !== verb) {
    if (["acl", "ccomp"].includes(relation(tokenAt(tree, at)))) return false;
    at = tokenAt(tree, at).head;
  }
  return at === verb;
}

/** Whether a noun cannot be this person: "a man", "the mayor" beside a commander. */
function isSomebodyElse({ isDefinite, role }: Nameless, draft: Draft | undefined): boolean {
  if (!isDefinite || !draft) return true;
  return role !== undefined && draft.roleNouns.size > 0 && !draft.roleNouns.has(role);
}

/** A name with the titles before it is not longer than this, in tokens. */
const LONGEST_NAME = 8;

function isBelow(tree: Tree, token: number, top: number): boolean {
  return token === top || ancestors(tree, token).includes(top);
}

/** From a word of a name or title to the head of the whole phrase. */
function phraseHead(tree: Tree, index: number): number {
  let at = index;
  while (["flat", "compound", "appos"].includes(relation(tokenAt(tree, at))) && tokenAt(tree, at).head >= 0)
    at = tokenAt(tree, at).head;
  return at;
}

/**
 * The phrases that a pronoun cannot mean because they stand at the same verb ("Putin met him"), or are its understood
 * subject ("Putin came to meet him", "beat Rahman, knocking him down"): binding theory, principle B.
 */
function coArguments(tree: Tree, pronoun: number): ReadonlySet<number> {
  const token = tokenAt(tree, pronoun);
  if (token.text.toLowerCase().endsWith("self") || !["nsubj", "obj", "iobj"].includes(relation(token)))
    return new Set();
  const own = ["nsubj", "obj", "iobj"].flatMap((each) => dependent(tree, token.head, each) ?? []);
  const controller = relation(token) === "nsubj" ? undefined : understoodSubject(tree, token.head);
  return new Set(controller === undefined ? own : [...own, controller]);
}

/** Whose doing a verb without a subject of its own is: the object above an "to …", else the subject above. */
function understoodSubject(tree: Tree, verb: number): number | undefined {
  let at = verb;
  while (dependent(tree, at, "nsubj") === undefined) {
    const { head, deprel } = tokenAt(tree, at);
    if (head < 0 || !["xcomp", "advcl", "conj"].includes(relation(tokenAt(tree, at)))) return undefined;
    const object = deprel === "xcomp" ? dependent(tree, head, "obj") : undefined;
    if (object !== undefined) return object;
    at = head;
  }
  return dependent(tree, at, "nsubj");
}

function fitness(antecedent: number, pronoun: number, tree: Tree): number {
  const gap = tokenAt(tree, pronoun).sentence - tokenAt(tree, antecedent).sentence;
  const subject = isSubject(antecedent, tree) || precedesVerb(antecedent, tree) ? SUBJECT_BONUS : 0;
  const areObjects =
    relation(tokenAt(tree, phraseHead(tree, antecedent))) === "obj" && isObject(tree, pronoun);
  const parallel = gap === 0 && areObjects ? PARALLEL_BONUS : 0;
  return subject + parallel - gap * SENTENCE_COST - (gap === 0 ? pronoun - antecedent : 0);
}

function isObject(tree: Tree, index: number): boolean {
  return relation(tokenAt(tree, index)) === "obj";
}

/** A name right before a finite verb is its subject, wherever the parse hangs it. */
function precedesVerb(index: number, tree: Tree): boolean {
  let next = index + 1;
  while (["PROPN", "ADV", "AUX"].includes(tree.tokens[next]?.upos ?? "")) next++;
  return ["VBD", "VBZ", "VBP", "VBN"].includes(tree.tokens[next]?.xpos ?? "") && next - index <= 4;
}

function isSubject(index: number, tree: Tree): boolean {
  for (const at of [index, ...ancestors(tree, index)]) {
    const token = tokenAt(tree, at);
    if (["flat", "compound", "appos", "conj"].includes(relation(token))) continue;
    return relation(token) === "nsubj";
  }
  return false;
}
