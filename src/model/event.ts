import type { Span, TextSpan } from "./span.ts";

/** What the report says of an event. */
export type EventStatus =
  | "happened"
  | "ongoing"
  | "scheduled"
  | "proposed"
  | "possible"
  | "denied"
  | "cancelled";

export type ParticipantRole = "agent" | "patient" | "recipient" | "instrument" | "other";

/** Who or what takes part, where the text names it; `entity` is missing for "Soviet troops" and their like. */
export interface Participant extends Span {
  readonly role: ParticipantRole;
  readonly entity?: string;
  /** The words of the mention. */
  readonly text: string;
}

/**
 * How the time of an event is known: `stated` by a time expression of its own clause, `anchored` to one
 * nearby, `inferred` from tense and publication, `none`.
 */
export type TimeBasis = "stated" | "anchored" | "inferred" | "none";

export interface EventTime {
  /** EDTF date or interval; null where unknown. */
  readonly edtf: string | null;
  readonly basis: TimeBasis;
  /** Id of the timex it rests on. */
  readonly timex?: string;
}

/** Event codes of political science, where one applies. */
export interface EventCodes {
  readonly plover?: string;
  readonly mode?: string;
  readonly cameo?: string;
  /** A general kind, where no code says enough: journey, death, election, deal … */
  readonly kind?: string;
  /** historical, future, hypothetical, negation */
  readonly flags?: readonly string[];
}

/** An event as one article states it. */
export interface Event {
  readonly id: string;
  readonly trigger: TextSpan;
  /** Base form of what happens, for linking: visit, seize, earthquake. */
  readonly lemma: string;
  /** What the lemma can mean, by name: words that share one can tell the same thing; missing where no table has it. */
  readonly senses?: readonly string[];
  /** The words that state it. */
  readonly clause: TextSpan;
  /** A line that can be read on its own. */
  readonly headline: string;
  readonly participants: readonly Participant[];
  /** Id of an entity of type place, where stated. */
  readonly place?: string;
  readonly time: EventTime;
  readonly status: EventStatus;
  readonly codes: EventCodes;
  /** Id of the quotation it stands in: claimed by its source, not by the outlet. */
  readonly saidBy?: string;
  /** From 0 to 1: how much it belongs into a timeline. */
  readonly salience: number;
  /** Name of the rule that found it. */
  readonly rule: string;
}
