import type { RoleTime } from "./entity.ts";
import type { EventCodes, EventStatus, ParticipantRole } from "./event.ts";
import type { QuotationAct, SourceKind } from "./quotation.ts";
import type { Span } from "./span.ts";
import type { NameType } from "./token.ts";

/** A place in a kept text, with what stands around it, so that it can be found again. */
export interface Citation {
  /** Article id. */
  readonly article: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly prefix: string;
  readonly suffix: string;
  /** The sentence that holds the words, where it says more than they do. Of events only. */
  readonly sentence?: Span;
}

/**
 * How two articles are one piece of reporting: `exact` in the same words; `near` with few changes; `cut` one is
 * part of the other; `edited` much of the text is the same; `version` states of one page; `credited` told anew,
 * after the same agency.
 */
export type CopyKind = "exact" | "near" | "cut" | "edited" | "version" | "credited";

/** Why two articles are one piece of reporting. */
export interface OriginEvidence {
  readonly kind: CopyKind;
  /** The earlier one first, as far as their days are known. */
  readonly articles: readonly [string, string];
  /** Share of the shorter text, in rows of three words, that stands in the other; 0 to 1. */
  readonly shared: number;
  /** Sentences that are the same to the letter. */
  readonly sentences: number;
  /** The agency on which both rest, where one is named. */
  readonly agency?: string;
  /** Days between the two; null where one has no day. */
  readonly days: number | null;
}

/** Articles that are one piece of reporting: an agency's copy and its reprints. */
export interface Origin {
  readonly id: string;
  readonly articles: readonly string[];
  readonly agency?: string;
  /** `single` for an article that stands alone. */
  readonly basis: "near-duplicate" | "single";
  /** What holds them together: as many ties as there are articles, less one. Missing for one that stands alone. */
  readonly evidence?: readonly OriginEvidence[];
}

/** An annotation of one article: article id and the id inside it. */
export interface MentionRef {
  readonly article: string;
  readonly id: string;
}

export interface LinkedRole {
  readonly title: string;
  /** Missing where the report tells of the role as held then. */
  readonly when?: RoleTime;
  /** Publication day of the report that gives the role, or null. */
  readonly asOf: string | null;
  readonly citations: readonly Citation[];
}

/**
 * How a name of some reports came to belong to an entity: `same-name`; `spelling` written otherwise; `word-order`;
 * `shorter-name` without a middle name, an initial or a second family name; `surname`, `surname-spelling` and
 * `family-name-first` of the one who bears it; `acronym`; `company` without "Inc."; `same-body` with its words in another
 * order; `same-place` another name of the place; `office` described by an office that it holds.
 */
export type EntityRule =
  | "same-name"
  | "spelling"
  | "word-order"
  | "shorter-name"
  | "surname"
  | "surname-spelling"
  | "family-name-first"
  | "acronym"
  | "company"
  | "same-body"
  | "same-place"
  | "office";

/** Reports whose name, or description, is held to mean the entity, and why. */
export interface EntityJoin {
  readonly rule: EntityRule;
  /** As these reports have it. */
  readonly name: string;
  /** For a reader: "Sergei / Sergey". */
  readonly because: string;
  readonly articles: readonly string[];
}

/** A person, organisation or place of the whole chronicle. */
export interface LinkedEntity {
  readonly id: string;
  readonly type: NameType;
  readonly name: string;
  readonly names: readonly string[];
  readonly roles: readonly LinkedRole[];
  readonly mentions: readonly MentionRef[];
  /** Words of reports that describe it by an office without its name; missing where there are none. */
  readonly described?: readonly Citation[];
  /** Why its names belong together; missing in chronicles of earlier rules. */
  readonly joins?: readonly EntityJoin[];
  /** Of a place, where it is known which: a point in degrees north and east, as most mentions have it. */
  readonly lat?: number;
  readonly lon?: number;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  /** Number of the place in GeoNames. */
  readonly geonames?: number;
}

export type Precision =
  | "day"
  | "week"
  | "month"
  | "season"
  | "quarter"
  | "year"
  | "decade"
  | "range"
  | "unknown";

/** When, and how exactly: `begin` and `end` are the first and last day that the words allow. */
export interface ChronicleTime {
  readonly edtf: string | null;
  readonly begin: string | null;
  readonly end: string | null;
  readonly precision: Precision;
}

/** What was known as of one report. */
export interface HistoryStep {
  readonly asOf: string | null;
  readonly time: string | null;
  readonly status: EventStatus;
  /** Index into the event's citations. */
  readonly citation: number;
}

/**
 * How values that differ stand to each other: `contradiction`, `detail` where all can be true and some say more,
 * `correction` where an outlet gave one and later another, or `update` where later reports count more.
 */
export type DisagreementKind = "contradiction" | "detail" | "correction" | "update";

export interface Disagreement {
  /** Missing in chronicles of earlier rules. */
  readonly kind?: DisagreementKind;
  readonly field: "time" | "number" | "place" | "who" | "status";
  readonly values: readonly { readonly value: string; readonly citations: readonly number[] }[];
}

export interface LinkedParticipant {
  readonly role: ParticipantRole;
  readonly entity: string;
}

/** One event, told by one or many reports. */
export interface LinkedEvent {
  readonly id: string;
  readonly story: string;
  readonly headline: string;
  readonly time: ChronicleTime;
  readonly status: EventStatus;
  readonly participants: readonly LinkedParticipant[];
  readonly place?: string;
  readonly codes: EventCodes;
  /** Oldest first: how what is known of it changed. */
  readonly history: readonly HistoryStep[];
  readonly disagreements: readonly Disagreement[];
  /** Never empty: first those of its mentions, in their order, then words of others that `disagreements` cite. */
  readonly citations: readonly Citation[];
  readonly mentions: readonly MentionRef[];
  /** Why each mention was joined, a line each. */
  readonly reasons: readonly string[];
  readonly outlets: number;
  readonly origins: number;
  readonly salience: number;
  /** Linked quotation it is claimed in, where no report states it in its own voice. */
  readonly saidBy?: string;
}

export interface LinkedQuotation {
  readonly id: string;
  /** Linked entity, or null where unknown. */
  readonly speaker: string | null;
  /** The words that name the speaker. */
  readonly speakerText: string | null;
  readonly kind: "direct" | "indirect" | "mixed";
  readonly text: string;
  /** Publication day of the first report of it, or null. */
  readonly said: string | null;
  /** What the speaker does with it: says it, denies it, asks for it … */
  readonly act: QuotationAct;
  /** The reporting word of the first report of it: "said", "dismissed"; null where it goes on without one. */
  readonly cue: string | null;
  /** To whom it was said, and on what occasion, in the words of the first report of it. */
  readonly addressee?: string;
  readonly occasion?: string;
  /** What the speaker is on its face. */
  readonly sourceKind: SourceKind;
  /** Outlet, agency, those who report it, speaker, document: by what way the words reached the reader. */
  readonly chain: readonly string[];
  readonly citations: readonly Citation[];
  readonly mentions: readonly MentionRef[];
}

export interface LinkedQuantity {
  readonly id: string;
  readonly value: number;
  readonly unit: string;
  readonly approximate: boolean;
  readonly citations: readonly Citation[];
}

/** How much the reports of a story speak of one day. */
export interface StoryDay {
  /** An ISO day. */
  readonly day: string;
  /** Origins that appeared on it. */
  readonly reports: number;
  /** Origins that name it. */
  readonly mentions: number;
  /** Above 0: both together, mentions weighed by whom they are about and by how much later they come back to it. */
  readonly weight: number;
}

/** Ids of the entities that act, or are acted on, most in a story's events; the weightiest of each kind first. */
export interface StoryActors {
  readonly persons: readonly string[];
  readonly organizations: readonly string[];
  readonly places: readonly string[];
}

export interface Story {
  readonly id: string;
  readonly title: string;
  /** A report may stand in several stories. */
  readonly articles: readonly string[];
  /** Those of the articles that belong to another story, and tell at length of this one; missing where there are none. */
  readonly beside?: readonly string[];
  readonly events: readonly string[];
  readonly begin: string | null;
  readonly end: string | null;
  /** In order of time; missing in chronicles of earlier rules. */
  readonly days?: readonly StoryDay[];
  /** Ids of the entities that nearly all its reports name; missing in chronicles of earlier rules. */
  readonly about?: readonly string[];
  /** Missing in chronicles of earlier rules. */
  readonly actors?: StoryActors;
}

/** What is the same across articles. */
export interface Links {
  readonly origins: readonly Origin[];
  readonly stories: readonly Story[];
  readonly entities: readonly LinkedEntity[];
  readonly events: readonly LinkedEvent[];
  readonly quotations: readonly LinkedQuotation[];
  readonly quantities: readonly LinkedQuantity[];
}
