import { cannotBeOne, isTimed } from "./conflict.ts";
import { generality } from "./generality.ts";
import { type EventMention, isPostponed } from "./mention.ts";
import { daysApart, standing } from "./news-time.ts";

/** What speaks for two mentions being one event, and against it. */
export type Evidence = Readonly<Record<keyof typeof WEIGHTS, number>>;

/**
 * What each piece of evidence adds to the logarithm of the odds that two mentions tell one event. Set by logistic
 * regression on the pairs of mentions of two thirds of the 25 topics of ECB+ that are not for validation; two look-alike
 * events lie beside each other in every topic.
 */
const WEIGHTS = {
  always: -2.5,
  /** The same word; 0 and 0 where only codes are the same. */
  lemma: 1.92,
  /** Words that share a sense. */
  sense: 0.91,
  /** Root of the likeness of the two reports, in contrast to the others of their part. */
  alike: 4.09,
  sameReport: 1.9,
  /** Participants without a name that are called the same, two at most. */
  things: 0.57,
  agent: 0.57,
  otherAgent: -0.54,
  patient: 1.38,
  place: 1.43,
  otherPlace: -0.59,
  /** Logarithm of how often the reports that have the word have it. */
  repeated: -0.95,
  /** How little the word says of what happens. */
  general: 0,
  /** In a crowd of reports: how much less the two sentences share than mentions of one event do, or how much more. */
  crowd: 1.5,
  /** Days between the reports, where not both say when it is. */
  days: -0.1,
} as const;

/** What sentences on one event share in words, in a crowd of reports. Set by hand on stories of hundreds of reports. */
const SHARED = 6;

/** How often the reports of a part have a word that tells events. */
export interface Use {
  readonly mentions: number;
  readonly reports: number;
}

/** What mentions are compared by beside themselves: how alike their reports are, and how their words are used. */
export interface Surroundings {
  /** From 0 to 1. */
  alike(a: EventMention, b: EventMention): number;
  use(mention: EventMention): Use;
  /**
   * Logarithm of how many times more reports there are than in a small story, from 0: the more there are, the more events
   * are told by one word.
   */
  readonly crowd: number;
  /** How much the words tell that their sentences share, from 0. */
  shared(a: EventMention, b: EventMention): number;
}

/** Whether the two tell one kind of thing: by the same word, by words that share a sense, or by their codes. */
export function kinship(a: EventMention, b: EventMention): "lemma" | "sense" | "code" | null {
  if (a.event.lemma === b.event.lemma) return "lemma";
  if (a.event.senses?.some((sense) => b.event.senses?.includes(sense))) return "sense";
  return a.kind === b.kind || (a.code !== null && a.code === b.code) ? "code" : null;
}

/** The evidence; null where the two tell different kinds of thing, or nothing that can be one. */
export function evidenceOf(
  a: EventMention,
  b: EventMention,
  { alike, use, shared, crowd }: Surroundings,
): Evidence | null {
  const kin = kinship(a, b);
  if (kin === null) return null;
  const oneReport = a.analysis === b.analysis;
  const sharedAgent = shares(a.agents, b.agents) || shares(a.agentWords, b.agentWords);
  const sharedPlace = shares(a.placeWords, b.placeWords);
  const repeated = ({ mentions, reports }: Use) => Math.log(mentions / reports);
  return {
    always: 1,
    lemma: kin === "lemma" ? 1 : 0,
    sense: kin === "sense" ? 1 : 0,
    alike: oneReport ? 0 : Math.sqrt(alike(a, b)),
    sameReport: oneReport ? 1 : 0,
    things: Math.min(2, [...a.nouns].filter((noun) => b.nouns.has(noun)).length),
    agent: sharedAgent ? 1 : 0,
    otherAgent: !sharedAgent && [...a.agentTypes].some((type) => b.agentTypes.has(type)) ? 1 : 0,
    patient: shares(a.patients, b.patients) || shares(a.patientWords, b.patientWords) ? 1 : 0,
    place: sharedPlace ? 1 : 0,
    otherPlace: !sharedPlace && a.place !== undefined && b.place !== undefined ? 1 : 0,
    repeated: Math.max(repeated(use(a)), repeated(use(b))),
    crowd: crowd * (Math.min(2, shared(a, b) / SHARED) - 1),
    days: isTimed(a) && isTimed(b) ? 0 : (daysApart(a, b) ?? 0),
    general: Math.max(generality(a.event.lemma), generality(b.event.lemma)),
  };
}

/**
 * How likely it is that the two are one event, from 0 to 1; minus infinity where they cannot be, null where one has a time
 * and the reports lie so far apart that this pair says nothing.
 */
export function likelihood(a: EventMention, b: EventMention, surroundings: Surroundings): number | null {
  const evidence = evidenceOf(a, b, surroundings);
  if (evidence === null || isPostponed(a) || isPostponed(b)) return 0;
  const elsewhere = evidence.otherPlace === 1;
  if (elsewhere || (evidence.alike === 0 && evidence.sameReport === 0)) return 0;
  const stand = standing(a, b);
  if (cannotBeOne(a, b) || stand === "apart") return Number.NEGATIVE_INFINITY;
  if (stand === "open") return null;
  if (stand === "far") return 0;
  const odds = (Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[]).reduce(
    (sum, key) => sum + WEIGHTS[key] * evidence[key],
    0,
  );
  return 1 / (1 + Math.exp(-odds));
}

function shares<Item>(a: ReadonlySet<Item>, b: ReadonlySet<Item>): boolean {
  for (const item of a) if (b.has(item)) return true;
  return false;
}
