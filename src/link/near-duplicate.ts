import { FEWEST_SHARED } from "./shingle.ts";

/**
 * Share of the shorter report's shingles that must stand in the other: a copy that was cut is still mostly
 * made of the longer one. Set on copies cut and edited by hand.
 */
const CONTAINED = 0.5;
/**
 * What stands in more reports than this is furniture, or an agency's report that everybody prints: each is
 * compared with the next alone, which is enough to find copies and costs no more than there are reports.
 */
const COMMON = 50;

/** More reports than one chronicle of one machine holds: a shingle and a report fit into one number below it. */
const MOST_REPORTS = 2 ** 20;

/** For each shingle in turn, which reports have it, in their order. */
interface Holders {
  /** Reports, one list after the other. */
  readonly reports: Uint32Array;
  /** Where the list ends that the report at each place stands in. */
  readonly ends: Uint32Array;
}

function holdersOf(shingles: readonly Uint32Array[]): Holders {
  const all = new Float64Array(shingles.reduce((sum, { length }) => sum + length, 0));
  let place = 0;
  for (const [report, list] of shingles.entries()) {
    for (const shingle of list) all[place++] = shingle * MOST_REPORTS + report;
  }
  all.sort();
  const reports = Uint32Array.from(all, (each) => each % MOST_REPORTS);
  const ends = new Uint32Array(all.length);
  let end = all.length;
  for (let at = all.length - 1; at >= 0; at--) {
    const [here, after] = [all[at] ?? 0, all[at + 1] ?? Number.NaN];
    if (Math.floor(here / MOST_REPORTS) !== Math.floor(after / MOST_REPORTS)) end = at + 1;
    ends[at] = end;
  }
  return { reports, ends };
}

/** The places at which each report stands among the holders. */
function placesOf({ reports }: Holders, shingles: readonly Uint32Array[]): readonly Uint32Array[] {
  const places = shingles.map(({ length }) => new Uint32Array(length));
  const filled = new Uint32Array(shingles.length);
  reports.forEach((report, place) => {
    const at = filled[report] ?? 0;
    (places[report] as Uint32Array)[at] = place;
    filled[report] = at + 1;
  });
  return places;
}

/** How many shingles the report at these places shares with later ones, by these. */
function sharedWithLater(places: Uint32Array, { reports, ends }: Holders): ReadonlyMap<number, number> {
  const shared = new Map<number, number>();
  for (const place of places) {
    const end = ends[place] ?? 0;
    const begin = firstPlace(place, ends);
    const reach = end - begin > COMMON ? 1 : COMMON;
    for (let at = place + 1; at < Math.min(end, place + 1 + reach); at++) {
      const other = reports[at] ?? 0;
      shared.set(other, (shared.get(other) ?? 0) + 1);
    }
  }
  return shared;
}

/** Where the list begins that holds the place; looked for no further than decides whether it is common. */
function firstPlace(place: number, ends: Uint32Array): number {
  let begin = place;
  while (begin > 0 && ends[begin - 1] === ends[place] && place - begin <= COMMON) begin--;
  return begin;
}

/**
 * Pairs of reports of which one is a copy of the other, or of most of it, as places in the list. `shingles`
 * are those of each report, each once. Only pairs that share some are ever looked at, one report at a time.
 */
export function* findCopies(
  shingles: readonly Uint32Array[],
): Generator<readonly [first: number, second: number]> {
  const holders = holdersOf(shingles);
  const places = placesOf(holders, shingles);
  for (const [report, own] of places.entries()) {
    for (const [other, shared] of sharedWithLater(own, holders)) {
      const shorter = Math.min(shingles[report]?.length ?? 0, shingles[other]?.length ?? 0);
      if (shared >= FEWEST_SHARED && shared / shorter >= CONTAINED) yield [report, other];
    }
  }
}
