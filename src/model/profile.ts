import type { RoleTime } from "./entity.ts";
import type { ParticipantRole } from "./event.ts";
import type { Citation, LinkedEntity, LinkedEvent, LinkedQuotation } from "./link.ts";

/** A title, and from when to when reports give it. Whether it was held before or after, they do not say. */
export interface HeldRole {
  readonly title: string;
  /** Missing where reports tell of the role as held then. */
  readonly when?: RoleTime;
  /** Publication days of the first and the last dated report that gives it; null where none is dated. */
  readonly first: string | null;
  readonly last: string | null;
  readonly citations: readonly Citation[];
}

/** An event, and what somebody is in it: of a place, that it happened there. */
export interface PartIn {
  readonly role: ParticipantRole | "place";
  readonly event: LinkedEvent;
}

/** Somebody who takes part in the same events. */
export interface Companion {
  readonly id: string;
  readonly name: string;
  readonly type: LinkedEntity["type"];
  /** Ids of the events that both take part in. */
  readonly events: readonly string[];
}

/** All that the chronicle holds on one person, organisation or place. */
export interface Profile {
  readonly entity: LinkedEntity;
  /** How many reports mention it. */
  readonly reports: number;
  /** Publication days of the first and the last dated report that mentions it; null where none is dated. */
  readonly first: string | null;
  readonly last: string | null;
  /** In the order in which reports give them. */
  readonly roles: readonly HeldRole[];
  /** By the day of the report. */
  readonly said: readonly LinkedQuotation[];
  /** By time; those without one come last. */
  readonly events: readonly PartIn[];
  /** Who shares most events comes first. */
  readonly with: readonly Companion[];
}

/** Which quotations are wanted; all that somebody says where nothing is asked for. */
export interface QuoteFilter {
  /** Words of the speaker's name, or its id. */
  readonly speaker?: string | undefined;
  /** Words that the quotation holds, or that begin words of it: "island" finds "islands". */
  readonly about?: string | undefined;
}
