import type { Citation, LinkedEvent, TimelineEntry } from "../index.ts";

/** All that the page uses of the library, as an outside program would. */
export {
  type AddResult,
  type Analysis,
  type Article,
  addFromWeb,
  type Block,
  bytesInput,
  type Chronicle,
  ChroniclerError,
  type Citation,
  citedSource,
  dateInWords,
  type EventStatus,
  type Found,
  type Given,
  type Input,
  joinResults,
  type LinkedEntity,
  type LinkedQuotation,
  type Links,
  monthName,
  newestVersions,
  openChronicle,
  openInput,
  openWeb,
  pageId,
  readOriginal,
  type SearchHit,
  type Timeline,
  type TimelineEntry,
  weekdayName,
} from "../index.ts";

export type Span = Pick<Citation, "start" | "end">;
export type CitedSource = TimelineEntry["sources"][number];
export type HistoryStep = TimelineEntry["history"][number];
export type Disagreement = TimelineEntry["disagreements"][number];
export type MentionRef = LinkedEvent["mentions"][number];
