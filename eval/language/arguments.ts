import { type Counts, universalRelation } from "../../training/measure.ts";
import type { Bank } from "./banks.ts";

/** What is needed of a word, annotated or read by us. */
export interface TreeWord {
  readonly upos: string;
  /** Index of its head in the sentence; -1 for the root. */
  readonly head: number;
  readonly deprel: string;
}

export type ArgumentKind = "subject" | "object";

const KINDS: Readonly<Record<string, ArgumentKind>> = { nsubj: "subject", obj: "object" };

/** Subject (`nsubj` with all its subtypes) or object (`obj`) of its head, or neither. */
export function argumentKind({ deprel }: TreeWord): ArgumentKind | undefined {
  return KINDS[universalRelation(deprel)];
}

/** Subjects, or objects: right where head, dependent and kind are those of the annotation. */
export function countArguments({ sentences, parsed }: Bank, kind: ArgumentKind): Counts {
  let [right, found, wanted] = [0, 0, 0];
  sentences.forEach(({ words }, s) => {
    words.forEach((gold, i) => {
      const ours = parsed[s]?.[i] as TreeWord;
      const [isWanted, isFound] = [argumentKind(gold) === kind, argumentKind(ours) === kind];
      if (isWanted) wanted++;
      if (isFound) found++;
      if (isWanted && isFound && gold.head === ours.head) right++;
    });
  });
  return { right, found, wanted };
}

/** Subject, verb and object of one clause, as indices of words in the sentence. */
export interface Triple {
  readonly verb: number;
  readonly subject: number;
  readonly object: number;
}

/** Every pair of a subject and an object of a word tagged VERB. */
export function triplesOf(words: readonly TreeWord[]): Triple[] {
  const of = (verb: number, kind: ArgumentKind) =>
    words.flatMap((word, i) => (word.head === verb && argumentKind(word) === kind ? [i] : []));
  return words.flatMap(({ upos }, verb) => {
    if (upos !== "VERB") return [];
    const objects = of(verb, "object");
    return of(verb, "subject").flatMap((subject) => objects.map((object) => ({ verb, subject, object })));
  });
}

/** Whether the relation joins the words of one name or compound noun ("compound:prt" joins a particle to a verb). */
function joinsName({ deprel }: TreeWord): boolean {
  return ["flat", "compound"].includes(universalRelation(deprel)) && deprel !== "compound:prt";
}

/** The name or compound noun of a head: the head and what hangs below it by `flat` and `compound` alone. */
export function nameAround(words: readonly TreeWord[], head: number): Set<number> {
  const name = new Set([head]);
  // A set is walked in the order in which it grows.
  for (const member of name) {
    words.forEach((word, i) => {
      if (word.head === member && joinsName(word)) name.add(i);
    });
  }
  return name;
}

/** A triple of the annotation beside ours; either may be missing. */
export interface TriplePair {
  readonly gold?: Triple;
  readonly ours?: Triple;
}

/**
 * Pairs triples one to one. They agree when the verb is the same word, and our subject and our object each lie within
 * the name or compound noun around the annotated one, so that it does not matter which word of a name is its head.
 */
export function pairTriples(gold: readonly TreeWord[], ours: readonly TreeWord[]): TriplePair[] {
  const free = triplesOf(ours);
  const wanted = triplesOf(gold).map((triple): TriplePair => {
    const [subject, object] = [nameAround(gold, triple.subject), nameAround(gold, triple.object)];
    const at = free.findIndex(
      (each) => each.verb === triple.verb && subject.has(each.subject) && object.has(each.object),
    );
    const [found] = at < 0 ? [] : free.splice(at, 1);
    return found ? { gold: triple, ours: found } : { gold: triple };
  });
  return [...wanted, ...free.map((triple): TriplePair => ({ ours: triple }))];
}

/** Subject–verb–object triples. */
export function countTriples({ sentences, parsed }: Bank): Counts {
  const pairs = sentences.flatMap(({ words }, s) => pairTriples(words, parsed[s] ?? []));
  return {
    right: pairs.filter(({ gold, ours }) => gold && ours).length,
    found: pairs.filter(({ ours }) => ours).length,
    wanted: pairs.filter(({ gold }) => gold).length,
  };
}
