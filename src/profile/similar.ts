import type { LinkedEntity } from "../model/link.ts";
import { plainWords } from "./words.ts";

/** How many names are offered. */
const MOST = 3;

/** A slip of the pen in so many letters. */
const LETTERS_PER_SLIP = 4;

/** A longer name is not compared: what it costs grows with the square of its length. */
const LONGEST = 60;

/** Letters to be put in, left out, changed or swapped with the next to make one word of the other (optimal alignment). */
function slips(a: string, b: string): number {
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = isSwapped ? (before[j - 2] ?? 0) + 1 : Infinity;
      row[j] = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, change, swap);
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}

/** The fewest slips between the words asked for and as many words of a name that stand together. */
function slipsWithin(wanted: string, size: number, name: readonly string[]): number {
  const starts = Array.from({ length: Math.max(0, name.length - size + 1) }, (_, i) => i);
  return Math.min(
    ...starts.map((from) => {
      const part = name.slice(from, from + size).join(" ");
      const apart = Math.abs(part.length - wanted.length) > wanted.length / LETTERS_PER_SLIP;
      return apart ? Infinity : slips(wanted, part);
    }),
  );
}

/** Names of the chronicle that are nearly spelt like this one: the nearest first, of two as near the one named more. */
export function similarNames(entities: readonly LinkedEntity[], name: string): readonly string[] {
  const words = plainWords(name);
  const wanted = words.join(" ");
  if (wanted === "" || wanted.length > LONGEST) return [];
  return entities
    .map((entity) => {
      const spellings = [entity.name, ...entity.names].map(plainWords);
      const distance = Math.min(...spellings.map((each) => slipsWithin(wanted, words.length, each)));
      return { entity, distance };
    })
    .filter(({ distance }) => distance > 0 && distance <= wanted.length / LETTERS_PER_SLIP)
    .sort((a, b) => a.distance - b.distance || b.entity.mentions.length - a.entity.mentions.length)
    .slice(0, MOST)
    .map(({ entity }) => entity.name);
}
