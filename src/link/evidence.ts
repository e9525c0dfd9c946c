import { crowdAround, type Shared, saidDays, tellsWhich } from "./crowd.ts";
import { daysApart } from "./news-time.ts";
import { type Profile, sharedCount, sharedTelling, shares } from "./profile.ts";
import type { Surroundings } from "./surroundings.ts";

/** What speaks for two mentions being one event, and against it. */
export type Evidence = Readonly<Record<keyof typeof WEIGHTS, number>>;

/**
 * What each piece of evidence adds to the logarithm of the odds that two mentions tell one event. Set by logistic
 * regression on the pairs of mentions of two thirds of the 25 topics of ECB+ that are not for validation; two look-alike
 * events lie beside each other in every topic.
 */
export const WEIGHTS = {
  always: -1.9,
  /** The same word; 0 and 0 where only codes are the same. */
  lemma: 1.32,
  /** Words that share a sense. */
  sense: 0.34,
  /** Root of the likeness of the two reports, in contrast to the others of their part. */
  alike: 4.24,
  sameReport: 2.25,
  /** Two words in one report: mostly two events. */
  otherWord: -0.85,
  /** Participants without a name that are called the same, two at most. */
  things: 0.4,
  agent: 0.48,
  otherAgent: -0.85,
  patient: 1.37,
  place: 1.15,
  /** Logarithm of how often the reports that have the word have it. */
  repeated: -1.1,
  /** How little the word says of what happens. */
  general: -1.4,
  /** How much the words tell that both clauses have, six at most; and that these are others, where both have some. */
  told: 0.2,
  otherTold: -0.35,
  /** In a crowd of reports: how much less the two share than it takes to tell which event is meant, or how much more. */
  crowd: 2,
  /** Days between the reports, where not both say when it is. */
  days: -0.1,
} as const;

const KEYS = Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[];

/** More things than this in common tell no more. */
export const MOST_THINGS = 2;
/** More than this that clauses share tells no more. */
export const MOST_TOLD = 6;
/** Clauses that tell less than this are not known to tell other things. */
const LEAST_TOLD = 1;

/** Whether the two tell one kind of thing: by the same word, by words that share a sense, or by their codes. */
export function kinship(a: Profile, b: Profile): "lemma" | "sense" | "code" | null {
  if (a.lemma === b.lemma) return "lemma";
  if (shares(a.senses, b.senses)) return "sense";
  return a.kind === b.kind || (a.code >= 0 && a.code === b.code) ? "code" : null;
}

/** The evidence; null where the two tell different kinds of thing. */
export function evidenceOf(a: Profile, b: Profile, { alike, crowd }: Surroundings): Evidence | null {
  const kin = kinship(a, b);
  if (kin === null) return null;
  const told = sharedTelling(a.told, b.told);
  const around = crowdAround(a, b, { crowd, told });
  const oneReport = a.report === b.report;
  const sharedAgent = shares(a.agents, b.agents) || shares(a.agentWords, b.agentWords);
  return {
    always: 1,
    lemma: kin === "lemma" ? 1 : 0,
    sense: kin === "sense" ? 1 : 0,
    alike: oneReport ? 0 : Math.sqrt(alike(a.report, b.report)),
    sameReport: oneReport ? 1 : 0,
    otherWord: oneReport && kin !== "lemma" ? 1 : 0,
    things: Math.min(MOST_THINGS, sharedCount(a.nouns, b.nouns)),
    agent: sharedAgent ? 1 : 0,
    otherAgent: !sharedAgent && shares(a.agentTypes, b.agentTypes) ? 1 : 0,
    patient: shares(a.patients, b.patients) || shares(a.patientWords, b.patientWords) ? 1 : 0,
    place: shares(a.placeWords, b.placeWords) ? 1 : 0,
    repeated: Math.max(a.repeated, b.repeated),
    general: Math.max(a.general, b.general),
    told: Math.min(MOST_TOLD, told),
    otherTold: told === 0 && Math.min(a.told.sum, b.told.sum) > LEAST_TOLD ? 1 : 0,
    crowd: around === 0 ? 0 : around * tellsWhich(sharedBy(a, b, told)),
    days: a.isTimed && b.isTimed ? 0 : (daysApart(a.mention, b.mention) ?? 0),
  };
}

function sharedBy(a: Profile, b: Profile, told: number): Shared {
  const days = saidDays(a);
  return {
    told,
    words: sharedTelling(a.words, b.words),
    days: days !== null && days === saidDays(b),
    rivals: Math.max(a.rivals, b.rivals),
  };
}

/** Logarithm of the odds that the two are one event. */
export function oddsOf(evidence: Evidence): number {
  let odds = 0;
  for (const key of KEYS) odds += WEIGHTS[key] * evidence[key];
  return odds;
}
