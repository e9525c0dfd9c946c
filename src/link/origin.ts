import { Groups } from "../model/group.ts";
import type { Origin } from "../model/link.ts";
import type { Member, Place } from "../model/near.ts";
import type { IdMaker } from "./id.ts";
import { type CopyTie, evidenceOf } from "./origin-evidence.ts";

/** Which reports are one piece of reporting, in the order of the reports, and how that is known. */
export function findOrigins(members: readonly Member[], ids: IdMaker): readonly Origin[] {
  const groups = new Groups(members.map(({ sketch }) => sketch.article));
  const holding = new Map<string, CopyTie[]>();
  for (const tie of strongestFirst(members)) {
    const [a, b] = [tie.earlier.sketch.article, tie.later.sketch.article];
    if (!groups.join(a, b)) continue;
    holding.set(b, [...(holding.get(b) ?? []), tie]);
  }
  const byId = new Map(members.map((member) => [member.sketch.article, member]));
  return groups.all().map((articles) => {
    const agency = articles
      .map((id) => byId.get(id)?.analysis.article.agency)
      .find((each) => each !== undefined);
    const base = { id: ids.make("o", articles[0] ?? ""), articles, ...(agency ? { agency } : {}) };
    const evidence = articles.flatMap((id) => holding.get(id) ?? []).map(evidenceOf);
    return evidence.length > 0
      ? { ...base, basis: "near-duplicate", evidence }
      : { ...base, basis: "single" };
  });
}

/** All ties between the reports that make them one piece of reporting: texts before credits. */
function strongestFirst(members: readonly Member[]): readonly CopyTie[] {
  const byPlace = new Map<Place, Member>(members.map((member) => [member.sketch.place, member]));
  const ties = members.flatMap((later): CopyTie[] => {
    const tie = (place: Place, strength: number, rank: CopyTie["rank"]): CopyTie[] => {
      const earlier = byPlace.get(place);
      return earlier ? [{ earlier, later, strength, rank }] : [];
    };
    const { copies, credited, version } = later.ties;
    return [
      // Two versions of one page are one piece of reporting, however much was rewritten.
      ...(version === null ? [] : tie(version, 1, "version")),
      ...copies.flatMap(({ place, strength }) => tie(place, strength, "text")),
      ...credited.flatMap(({ place, strength }) => tie(place, strength, "credit")),
    ];
  });
  return ties.sort(byRank);
}

const RANKS: readonly CopyTie["rank"][] = ["version", "text", "credit"];

function byRank(a: CopyTie, b: CopyTie): number {
  return (
    RANKS.indexOf(a.rank) - RANKS.indexOf(b.rank) ||
    b.strength - a.strength ||
    a.later.sketch.place - b.later.sketch.place ||
    a.earlier.sketch.place - b.earlier.sketch.place
  );
}
