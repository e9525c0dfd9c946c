/** What is measured of events, each on a gold set of its own. */
export const EVENT_PARTS = ["seeds", "links", "times", "codes"] as const;

export type EventPart = (typeof EVENT_PARTS)[number];

export interface EventOptions {
  /** Without it, all parts. */
  readonly part?: EventPart;
  /** How many examples of each kind of error are listed. */
  readonly errors?: number;
  /** Whether a figure below its floor is an error. */
  readonly check?: boolean;
}
