import type { NameType } from "../../model/token.ts";

/** Kinds of names that are learned; "other" is found by rule. */
export const LEARNED_TYPES: readonly NameType[] = ["person", "organization", "place"];

/** Place of a word in a name: begin, inside, last, or a unit of its own. */
export type NamePart = "begin" | "inside" | "last" | "unit";

const PARTS: readonly NamePart[] = ["begin", "inside", "last", "unit"];

/** The class of words that are in no name. */
export const OUTSIDE = 0;

/** Class 0 is "no name"; then begin, inside, last and unit of each type. */
export const NAME_CLASSES = 1 + PARTS.length * LEARNED_TYPES.length;

/** The class of a part of a name of the type with this index. */
export function nameClass(type: number, part: NamePart): number {
  return 1 + PARTS.length * type + PARTS.indexOf(part);
}

/** The classes of the parts of names of one type. */
export function classesOfType(type: number): number[] {
  return PARTS.map((part) => nameClass(type, part));
}

/** A name as a half-open range of the words of its sentence. */
export interface NameRange {
  readonly from: number;
  readonly to: number;
  readonly type: NameType;
}

function partOf(found: number): NamePart | undefined {
  return found === OUTSIDE ? undefined : PARTS[(found - 1) % PARTS.length];
}

function typeOf(found: number): number {
  return Math.floor((found - 1) / PARTS.length);
}

function isOpen(found: number): boolean {
  const part = partOf(found);
  return part === "begin" || part === "inside";
}

function isFirst(found: number): boolean {
  const part = partOf(found);
  return part === undefined || part === "begin" || part === "unit";
}

function mayFollow(before: number, after: number): boolean {
  if (!isOpen(before)) return isFirst(after);
  return !isFirst(after) && typeOf(before) === typeOf(after);
}

const CLASSES = Array.from({ length: NAME_CLASSES }, (_, found) => found);

/** For each class those that it may follow. */
const MAY_PRECEDE = CLASSES.map((after) => CLASSES.filter((before) => mayFollow(before, after)));

/** Scores of the classes of a sentence's words, a row for each word. */
export interface NameScores {
  readonly values: Float32Array;
  readonly width: number;
  readonly count: number;
}

/** The classes with the highest sum of scores that spell whole names (Viterbi 1967). */
export function bestNamePath({ values, width, count }: NameScores): Uint8Array {
  const sums = new Float64Array(count * NAME_CLASSES).fill(Number.NEGATIVE_INFINITY);
  const from = new Uint8Array(count * NAME_CLASSES);
  for (const found of CLASSES) if (isFirst(found)) sums[found] = values[found] as number;
  for (let word = 1; word < count; word++) {
    const before = (word - 1) * NAME_CLASSES;
    const here = word * NAME_CLASSES;
    for (const found of CLASSES) {
      let best = Number.NEGATIVE_INFINITY;
      for (const previous of MAY_PRECEDE[found] as number[]) {
        const sum = sums[before + previous] as number;
        if (sum <= best) continue;
        best = sum;
        from[here + found] = previous;
      }
      sums[here + found] = best + (values[word * width + found] as number);
    }
  }
  const last = (count - 1) * NAME_CLASSES;
  const ends = CLASSES.filter((found) => !isOpen(found));
  let found = ends.reduce((best, each) =>
    (sums[last + each] as number) > (sums[last + best] as number) ? each : best,
  );
  const path = new Uint8Array(count);
  for (let word = count - 1; word >= 0; word--) {
    path[word] = found;
    found = from[word * NAME_CLASSES + found] as number;
  }
  return path;
}

/** The names that a path spells. */
export function namesOfPath(path: Uint8Array): NameRange[] {
  const ranges: NameRange[] = [];
  let from = 0;
  path.forEach((found, word) => {
    const part = partOf(found);
    if (part === "begin" || part === "unit") from = word;
    if (part === "last" || part === "unit") {
      ranges.push({ from, to: word + 1, type: LEARNED_TYPES[typeOf(found)] as NameType });
    }
  });
  return ranges;
}
