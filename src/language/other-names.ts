import type { NameType } from "../model/token.ts";
import { LIST } from "./gazetteer.ts";
import type { NameRange } from "./network/name-path.ts";

/** Words of these lists alone are no name of another kind: "President", "Monday", "Russians". */
const NOT_OTHER = LIST.title | LIST.date | LIST.demonym | LIST.rank;

/** What the rules for names look at in one sentence. */
export interface NameSight {
  /** What the lists of names say of each word. */
  readonly lists: Int32Array;
  readonly forms: readonly string[];
  readonly isProper: (index: number) => boolean;
  /** The relation of a word to its head. */
  readonly relation: (index: number) => string;
}

function bitsAt(lists: Int32Array, index: number): number {
  return lists[index] ?? 0;
}

/**
 * Lengthens learned names over the proper nouns after them that end names of organizations: "Apple" of "Apple Inc.",
 * "Defense" of "Defense Ministry". The whole is then an organization, as are news agencies by themselves.
 */
export function lengthenNames({ lists, isProper }: NameSight, names: readonly NameRange[]): NameRange[] {
  return names.map(({ from, to, type }, k) => {
    const limit = names[k + 1]?.from ?? lists.length;
    let end = to;
    while (end < limit && isProper(end) && (bitsAt(lists, end) & LIST.organization) !== 0) end++;
    const isAgency = to - from === 1 && (bitsAt(lists, from) & LIST.agency) !== 0;
    return { from, to: end, type: end > to || isAgency ? "organization" : type };
  });
}

/** Where the run of proper nouns from `from` ends; hyphens within it belong to it. */
function runEnd({ forms, isProper }: NameSight, from: number, taken: ReadonlySet<number>): number {
  const proper = (index: number) => index < forms.length && isProper(index) && !taken.has(index);
  let to = from;
  while (proper(to) || (to > from && forms[to] === "-" && proper(to + 1))) to++;
  return to;
}

/**
 * The kind of a name that was not learned. Words joined as `flat` are a person's: names of other things are built of
 * nouns (guidelines of UD English GUM).
 */
function typeOfRun(sight: NameSight, from: number, to: number): NameType {
  const last = bitsAt(sight.lists, to - 1);
  if ((last & LIST.organization) !== 0 && to - from > 1) return "organization";
  if (to - from > 1 && sight.relation(from + 1) === "flat") return "person";
  return "other";
}

/** Runs of proper nouns that are part of no learned name: events, works, products, laws. */
export function otherNames(sight: NameSight, learned: readonly NameRange[]): NameRange[] {
  const taken = new Set<number>();
  for (const { from, to } of learned) for (let i = from; i < to; i++) taken.add(i);
  const names: NameRange[] = [];
  for (let i = 0; i < sight.forms.length; i++) {
    const to = runEnd(sight, i, taken);
    if (to === i) continue;
    let named = false;
    for (let k = i; k < to; k++)
      named ||= (bitsAt(sight.lists, k) & NOT_OTHER) === 0 && sight.forms[k] !== "-";
    if (named) names.push({ from: i, to, type: typeOfRun(sight, i, to) });
    i = to;
  }
  return names;
}

/** Joins names that the tree reads as one: "Anu" and, as its `flat`, "Kask". Such a name is a person's. */
export function joinFlatNames({ relation }: NameSight, names: readonly NameRange[]): NameRange[] {
  const joined: NameRange[] = [];
  for (const name of names) {
    const last = joined.at(-1);
    const isRest = last?.to === name.from && relation(name.from) === "flat";
    if (isRest) joined[joined.length - 1] = { from: last.from, to: name.to, type: "person" };
    else joined.push(name);
  }
  return joined;
}
