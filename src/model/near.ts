import type { Analysis } from "./layers.ts";

/**
 * Where a report stands among all others: the day of its publication and a hash of its id in one number, so
 * that any two stand in an order that does not depend on when they were added. Undated ones stand last.
 */
export type Place = number;

/** What a report is about: its telling words as hashes, in rising order, and their weights; of length 1. */
export interface Terms {
  readonly words: Uint32Array;
  readonly weights: Float32Array;
}

/** Rows of words that a report tells in its own words. */
export interface Shingles {
  /** As hashes, each once, in rising order. */
  readonly rows: Uint32Array;
  /** For each row the number of the first sentence that has it. */
  readonly sentences: Uint16Array;
}

/** News agencies that a report rests on, as hashes of their names. */
export interface Credits {
  /** The agency that wrote the text. */
  readonly author: number | null;
  /** Agencies that are named as having reported what it tells, or to whom it was told. */
  readonly agencies: readonly number[];
  /** Other bodies that are named so: agencies only where another report is credited to them. */
  readonly others: readonly number[];
}

/** All that must be known of a report to find those that it belongs together with. */
export interface Sketch {
  readonly article: string;
  readonly place: Place;
  /** The day or month of its publication as it tells it, in EDTF; null where it tells none, or only a copy does. */
  readonly day: string | null;
  /** Hash of the page of which it is a version. */
  readonly page: number;
  readonly terms: Terms;
  readonly shingles: Shingles;
  readonly credits: Credits;
  /** What it is found by: reports with a key in common may be near each other. Each once. */
  readonly keys: { readonly copy: readonly number[]; readonly topic: readonly number[] };
}

/** Kinds of keys; the page is one as well. */
export type KeyKind = "copy" | "topic" | "page";

/** Which reports stand nearest to a place, of those that have a key. */
export interface KeyQuery {
  readonly kind: KeyKind;
  readonly key: number;
  readonly place: Place;
  readonly count: number;
}

/** Sketches by their keys. */
export interface NearIndex {
  sketch(place: Place): Sketch;
  /** How an earlier report hangs together with those before it; null while that is not known. */
  ties(place: Place): Ties | null;
  /** Those that stand before the place, nearest first. */
  before(query: KeyQuery): readonly Place[];
}

/** An earlier report that a report belongs together with, and how strongly: 0 to 1. */
export interface Tie {
  readonly place: Place;
  readonly strength: number;
}

/** How a report hangs together with earlier ones. */
export interface Ties {
  /** The report that it is most like. */
  readonly parent: Tie | null;
  /** Its mean likeness to the parent and those that this follows; 0 where it is too little, and the report begins a line. */
  readonly follows: number;
  /** Those with the same text, or much of it. */
  readonly copies: readonly Tie[];
  /** Those that tell the same after the same news agency. */
  readonly credited: readonly Tie[];
  /** The version of the page before this one. */
  readonly version: Place | null;
}

/** A report with what it is found by and hangs together with. */
export interface Member {
  readonly analysis: Analysis;
  readonly sketch: Sketch;
  readonly ties: Ties;
}

/** A bond between the versions of one page: nothing is stronger. */
export const SAME_PAGE = 3;
/** A copy or a retelling is bound by so much more than its strength: always more than what is only alike. */
const SAME_REPORTING = 1;

/**
 * The earlier reports that a report hangs together with, each once, and how strongly: 0 to 1 as it follows its parent
 * (0 where it does not), 1 to 2 as it is a copy or a retelling, `SAME_PAGE` as a version.
 */
export function bondsOf({ parent, follows, copies, credited, version }: Ties): readonly Tie[] {
  const bonds = new Map<Place, number>(parent ? [[parent.place, follows]] : []);
  for (const { place, strength } of [...copies, ...credited])
    bonds.set(place, Math.max(bonds.get(place) ?? 0, SAME_REPORTING + Math.min(1, strength)));
  if (version !== null) bonds.set(version, SAME_PAGE);
  return Array.from(bonds, ([place, strength]) => ({ place, strength }));
}
