import { crowdOfLong, saidDays, tellsWhich } from "./crowd.ts";
import { MOST_THINGS, MOST_TOLD, WEIGHTS } from "./evidence.ts";
import { Overlap } from "./overlap.ts";
import type { Profile } from "./profile.ts";
import type { Surroundings } from "./surroundings.ts";

/** What those who take part and the place add at most, by what two mentions both have of them, as bits. */
const NAMED = [WEIGHTS.things * MOST_THINGS, WEIGHTS.agent, WEIGHTS.patient, WEIGHTS.place];
const MOST_NAMED = Array.from({ length: 2 ** NAMED.length }, (_, bits) =>
  NAMED.reduce((sum, weight, i) => sum + ((bits >> i) & 1) * weight, 0),
);
/** A sum in another order may be so much below what it would be. */
const ROUNDING = 1e-9;

/**
 * Tells of two mentions by their indices whether what is known of their reports and words allows that they are as likely
 * one event as `least`. It looks at numbers that lie side by side, so that a part can ask of millions of pairs, of one
 * mention after the other with the same.
 */
export function oddsAllow(
  profiles: readonly Profile[],
  { alike, crowd }: Surroundings,
  least: number,
): (a: number, b: number) => boolean {
  const column = (of: (profile: Profile) => number) => {
    const numbers = Float64Array.from(profiles, of);
    return (index: number) => numbers[index] as number;
  };
  const told = new Overlap(profiles.map((each) => each.told));
  const words = new Overlap(profiles.map((each) => each.words));
  const [report, lemma] = [column((each) => each.report), column((each) => each.lemma)];
  const [repeated, general] = [column((each) => each.repeated), column((each) => each.general)];
  const [rivals, long] = [column((each) => each.rivals), column(({ neighbours }) => crowdOfLong(neighbours))];
  const once = column(({ mention }) => (mention.once === null ? 0 : 1));
  const central = column(({ isCentral }) => (isCentral ? 1 : 0));
  const named = column(bitsOfNamed);
  const days = column(daysIn(profiles));
  const missing = Math.log(least / (1 - least)) - ROUNDING - WEIGHTS.always;
  return (a, b) => {
    if (once(a) + once(b) === 2) return true;
    const shared = told.shared(a, b);
    const which = tellsWhich({
      told: shared,
      words: words.shared(a, b),
      days: days(a) === days(b),
      rivals: Math.max(rivals(a), rivals(b)),
    });
    const around = which < 0 ? crowd : Math.max(crowd, long(a) + long(b));
    const isOneWord = lemma(a) === lemma(b);
    const leastOfCrowd = isOneWord && central(a) + central(b) === 2 ? 0 : Number.NEGATIVE_INFINITY;
    return (
      missing <=
      (report(a) === report(b)
        ? WEIGHTS.sameReport
        : WEIGHTS.alike * Math.sqrt(alike(report(a), report(b)))) +
        (isOneWord ? WEIGHTS.lemma : WEIGHTS.sense) +
        (MOST_NAMED[named(a) & named(b)] ?? 0) +
        WEIGHTS.repeated * Math.max(repeated(a), repeated(b)) +
        WEIGHTS.general * Math.max(general(a), general(b)) +
        WEIGHTS.told * Math.min(MOST_TOLD, shared) +
        Math.max(leastOfCrowd, WEIGHTS.crowd * around * which)
    );
  };
}

/** Which of those in `NAMED` a mention has. */
function bitsOfNamed({ nouns, agents, agentWords, patients, patientWords, placeWords }: Profile): number {
  const has = [nouns, [...agents, ...agentWords], [...patients, ...patientWords], placeWords];
  return has.reduce((bits, each, i) => bits | (each.length > 0 ? 1 << i : 0), 0);
}

/** Gives the days that a mention says it is on as a number; none is the same as another where it says none. */
function daysIn(profiles: readonly Profile[]): (profile: Profile) => number {
  const known = new Map([...new Set(profiles.map(saidDays))].map((days, id) => [days, id]));
  known.delete(null);
  return (profile) => known.get(saidDays(profile)) ?? Number.NaN;
}
