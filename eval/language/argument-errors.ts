import type { WordAnalysis } from "../../src/language/language.ts";
import {
  type ArgumentKind,
  argumentKind,
  nameAround,
  pairTriples,
  type TreeWord,
  type Triple,
} from "./arguments.ts";
import { type Bank, isNewsBank } from "./banks.ts";
import { Confusions, inContext } from "./examples.ts";

function argumentFault(gold: TreeWord, ours: TreeWord, kind: ArgumentKind): string | undefined {
  const [wanted, found] = [argumentKind(gold) === kind, argumentKind(ours) === kind];
  if (wanted && !found) return `${kind} read as ${ours.deprel}`;
  if (found && !wanted) return `${gold.deprel} read as ${kind}`;
  return wanted && gold.head !== ours.head ? `${kind} of another word` : undefined;
}

/** Subjects and objects that were missed, invented, or given to another word. */
export function argumentErrors(banks: readonly Bank[], limit: number): string {
  const errors = new Confusions();
  for (const { sentences, parsed } of banks.filter((bank) => !isNewsBank(bank))) {
    sentences.forEach(({ words }, s) => {
      const forms = words.map(({ form }) => form);
      words.forEach((gold, i) => {
        const ours = parsed[s]?.[i] as WordAnalysis;
        for (const kind of ["subject", "object"] as const) {
          const fault = argumentFault(gold, ours, kind);
          const marks = { [gold.head]: "head", [ours.head]: "ours", [i]: "" };
          delete marks[-1];
          if (fault) errors.add(fault, inContext(forms, marks, 4));
        }
      });
    });
  }
  return errors.show("subjects and objects", limit);
}

/** What became of the parts of an annotated triple that was not found. */
function missed(gold: readonly TreeWord[], ours: readonly TreeWord[], triple: Triple): string {
  const { verb, subject, object } = triple;
  const tag = ours[verb]?.upos;
  const verbFault = tag === "VERB" ? [] : [`verb tagged ${tag}`];
  const faultOf = (index: number, kind: ArgumentKind): string[] => {
    const members = [...nameAround(gold, index)].map((member) => ours[member] as TreeWord);
    if (members.some((word) => word.head === verb && argumentKind(word) === kind)) return [];
    const { head, deprel } = ours[index] as TreeWord;
    return [`${kind} is ${deprel} of ${head === verb ? "the verb" : "another word"}`];
  };
  return [...verbFault, ...faultOf(subject, "subject"), ...faultOf(object, "object")].join(", ");
}

/** What the parts of a triple are that the annotation does not have. */
function invented(gold: readonly TreeWord[], { verb, subject, object }: Triple): string {
  const faultOf = (index: number, kind: ArgumentKind): string[] => {
    const { head, deprel } = gold[index] as TreeWord;
    if (head === verb && argumentKind({ deprel, head, upos: "" }) === kind) return [];
    return [`${kind} is truly ${deprel} of ${head === verb ? "the verb" : "another word"}`];
  };
  const tag = gold[verb]?.upos;
  const verbFault = tag === "VERB" ? [] : [`verb is truly ${tag}`];
  return [...verbFault, ...faultOf(subject, "subject"), ...faultOf(object, "object")].join(", ");
}

/** Subject–verb–object triples that were missed, and those that the annotation does not have. */
export function tripleErrors(banks: readonly Bank[], limit: number): string {
  const [lost, surplus] = [new Confusions(), new Confusions()];
  for (const { sentences, parsed } of banks.filter((bank) => !isNewsBank(bank))) {
    sentences.forEach(({ words }, s) => {
      const ours = parsed[s] ?? [];
      const forms = words.map(({ form }) => form);
      for (const pair of pairTriples(words, ours)) {
        const { verb, subject, object } = (pair.gold ?? pair.ours) as Triple;
        const example = inContext(forms, { [verb]: "verb", [subject]: "subject", [object]: "object" }, 4);
        if (pair.gold && !pair.ours) lost.add(missed(words, ours, pair.gold), example);
        if (pair.ours && !pair.gold) surplus.add(invented(words, pair.ours), example);
      }
    });
  }
  return [lost.show("triples missed", limit), surplus.show("triples that are none", limit)].join("\n\n");
}
