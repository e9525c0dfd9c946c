import { canAgree, cannotBeOne } from "./conflict.ts";
import { type Evidence, evidenceOf, kinship, oddsOf } from "./evidence.ts";
import { standing } from "./news-time.ts";
import { type Ids, type Profile, shares } from "./profile.ts";
import type { Surroundings } from "./surroundings.ts";

/** A verb as general as this tells nothing without its object: "take", "get", "send". With 0.3 precision was a little less, with 0.15 many links were lost. */
const EMPTY = 0.2;

/**
 * How likely it is that the two are one event, from 0 to 1; minus infinity where they cannot be, null where one has a time
 * and the reports lie so far apart that this pair says nothing.
 */
export function likelihood(a: Profile, b: Profile, surroundings: Surroundings): number | null {
  if (a.isPostponed || b.isPostponed || inOneSentence(a, b) || inTwoPlaces(a, b)) return 0;
  if (a.report !== b.report && surroundings.alike(a.report, b.report) === 0) return 0;
  if (kinship(a, b) === null) return 0;
  if (areOnceToOne(a, b)) return onlyOne(a, b);
  const stand = standing(a.mention, b.mention);
  if (stand === "apart" || cannotBeOne(a.mention, b.mention)) return Number.NEGATIVE_INFINITY;
  if (stand === "open") return null;
  if (stand === "far") return 0;
  const evidence = evidenceOf(a, b, surroundings);
  if (evidence === null || sharesNoObject(evidence)) return 0;
  return 1 / (1 + Math.exp(-oddsOf(evidence)));
}

/** What one sentence tells twice is mostly two things: "held talks to discuss the plan". */
function inOneSentence(a: Profile, b: Profile): boolean {
  return a.report === b.report && a.mention.sentence === b.mention.sentence;
}

function inTwoPlaces(a: Profile, b: Profile): boolean {
  const placed = a.mention.place !== undefined && b.mention.place !== undefined;
  return placed && !shares(a.placeWords, b.placeWords);
}

/** To one person, by whole name or by the bare surname: "Jackson died", where the others of this name did not. */
function areOnceToOne(a: Profile, b: Profile): boolean {
  const [one, other] = [a.mention.once, b.mention.once];
  if (one === null || other === null) return false;
  const [short, long] = [namesIn(a), namesIn(b)].sort((x, y) => x.length - y.length) as [Ids, Ids];
  return one === other || (a.code === b.code && short.length === 1 && shares(short, long));
}

/** Words of the name of the one to whom it happens. */
function namesIn({ patientWords, agentWords }: Profile): Ids {
  return patientWords.length > 0 ? patientWords : agentWords;
}

/** One dies once, whenever it is told. */
function onlyOne({ mention: a }: Profile, { mention: b }: Profile): number {
  return canAgree(a.time, b.time) ? 1 : Number.NEGATIVE_INFINITY;
}

/** "Took over the bank", "took part": what a common verb tells of stands beside it. */
function sharesNoObject({ general, things, patient, told }: Evidence): boolean {
  return general >= EMPTY && things === 0 && patient === 0 && told === 0;
}
