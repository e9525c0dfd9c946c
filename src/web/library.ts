/** All that the page uses of the library, as an outside program would. */
export type { Article, Block } from "../model/article.ts";
export type { Chronicle, SearchHit } from "../model/chronicle.ts";
export { ChroniclerError } from "../model/error.ts";
export type { EventStatus } from "../model/event.ts";
export type { Analysis } from "../model/layers.ts";
export type {
  Citation,
  Disagreement,
  HistoryStep,
  LinkedEntity,
  LinkedQuotation,
  Links,
  MentionRef,
} from "../model/link.ts";
export type { Span } from "../model/span.ts";
export type { CitedSource, Timeline, TimelineEntry } from "../model/timeline.ts";
