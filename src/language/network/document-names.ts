import {
  bestNamePath,
  classesOfType,
  LEARNED_TYPES,
  NAME_CLASSES,
  type NameRange,
  type NameScores,
  namesOfPath,
} from "./name-path.ts";

/** A sentence with what the network holds each of its words for. */
export interface NameSight {
  readonly forms: readonly string[];
  readonly scores: NameScores;
}

/** How much the other mentions of a word in its document count. Chosen on Universal NER, see docs/language.md. */
const TRUST = 0.6;

/** Added to each share, so that one wrong mention cannot forbid anything. */
const DOUBT = 0.05;

/** Shares of no name, and of each type of names, that a word had at its mentions in a document; their number. */
interface Mentions {
  readonly sums: Float64Array;
  count: number;
}

const KINDS = LEARNED_TYPES.length + 1;

/** Shares of no name and of the types at one word: its scores as probabilities, summed over the parts of names. */
function sharesAt({ values, width }: NameScores, word: number): Float64Array {
  const row = values.subarray(word * width, word * width + NAME_CLASSES);
  const top = row.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  const weights = Float64Array.from(row, (value) => Math.exp(value - top));
  const sums = new Float64Array(KINDS);
  sums[0] = weights[0] as number;
  LEARNED_TYPES.forEach((_, type) => {
    for (const found of classesOfType(type))
      sums[type + 1] = (sums[type + 1] as number) + (weights[found] as number);
  });
  const total = sums.reduce((all, sum) => all + sum, 0);
  return sums.map((sum) => sum / total);
}

function isCapitalised(form: string): boolean {
  return /^\p{Lu}/u.test(form);
}

/**
 * Finds the names of a document's sentences. What a word is may be plain at only one of its mentions: each is judged
 * with the others in view.
 */
export function findDocumentNames(sentences: readonly NameSight[]): NameRange[][] {
  const mentions = new Map<string, Mentions>();
  const shares = sentences.map(({ forms, scores }) =>
    forms.map((form, word) => {
      if (!isCapitalised(form)) return undefined;
      const own = sharesAt(scores, word);
      const known = mentions.get(form) ?? { sums: new Float64Array(KINDS), count: 0 };
      mentions.set(form, known);
      own.forEach((share, kind) => {
        known.sums[kind] = (known.sums[kind] as number) + share;
      });
      known.count++;
      return own;
    }),
  );
  return sentences.map(({ forms, scores }, s) => {
    const values = scores.values.slice();
    forms.forEach((form, word) => {
      const own = shares[s]?.[word];
      const all = mentions.get(form);
      if (!own || !all || all.count < 2) return;
      const at = word * scores.width;
      const lean = (kind: number) =>
        TRUST * Math.log(((all.sums[kind] as number) - (own[kind] as number)) / (all.count - 1) + DOUBT);
      values[at] = (values[at] as number) + lean(0);
      LEARNED_TYPES.forEach((_, type) => {
        for (const found of classesOfType(type))
          values[at + found] = (values[at + found] as number) + lean(type + 1);
      });
    });
    return namesOfPath(bestNamePath({ ...scores, values }));
  });
}
