import { type Language, loadLanguage, readLanguage } from "./language/language.ts";
import { dateOfCopy } from "./link/copy-date.ts";
import { inOrder, linkAnalyses, linkPart } from "./link/link.ts";
import { partOf } from "./link/near/part.ts";
import { sketchOf } from "./link/near/sketch.ts";
import { LINE, REACH, realigned, tiesOf } from "./link/near/ties.ts";
import { findEntities } from "./mention/entity/entity.ts";
import { type EntityTables, loadEntityTables } from "./mention/entity/tables.ts";
import { findEvents } from "./mention/event/event.ts";
import { type EventTables, loadEventTables } from "./mention/event/tables.ts";
import { locatePlaces } from "./mention/place/place.ts";
import { boundPublication } from "./mention/publication.ts";
import { findQuantities, loadQuantityTables, type QuantityTables } from "./mention/quantity.ts";
import { findQuotations, loadQuotationTables, type QuotationTables } from "./mention/quotation.ts";
import { findTimexes, loadTimexTables, type TimexTables } from "./mention/timex.ts";
import type { Article, Block } from "./model/article.ts";
import type { Analysis } from "./model/layers.ts";
import type { Links } from "./model/link.ts";
import type { Member } from "./model/near.ts";
import type { Timeline } from "./model/timeline.ts";
import { linkTables } from "./resources.ts";
import { makeTimelines as timelinesOf } from "./timeline/timeline.ts";

/** Raised by one whenever a rule, table or model changes what comes out: derived data older than it are made again. */
export const RULES_VERSION = 5;

/** All that the stages need besides the text: tables and models, read once. */
export interface Resources {
  readonly language: Language;
  readonly timexes: TimexTables;
  readonly entities: EntityTables;
  readonly quotations: QuotationTables;
  readonly events: EventTables;
  readonly quantities: QuantityTables;
}

/** Loads tables and models; `read` gives the bytes of a file of the package. */
export function loadResources(read: (path: string) => Uint8Array): Resources {
  return {
    language: loadLanguage(read),
    timexes: loadTimexTables(read),
    entities: loadEntityTables(read),
    quotations: loadQuotationTables(read),
    events: loadEventTables(read),
    quantities: loadQuantityTables(read),
  };
}

/** The blocks of the text; a dateline is read by itself, because no sentence begins before it has ended. */
function sentenceBlocks({ blocks, dateline }: Article): readonly Block[] {
  if (!dateline) return blocks;
  return blocks.flatMap((block) => {
    const opens = block.start <= dateline.start && dateline.end < block.end;
    return opens
      ? [
          { ...block, end: dateline.end },
          { ...block, start: dateline.end },
        ]
      : [block];
  });
}

/** Does the work of one stage; a measurement gives one that looks at the clock. */
export type Step = <Result>(stage: string, work: () => Result) => Result;

const plainly: Step = (_stage, work) => work();

/** Reads out of one article all that it says, layer upon layer. */
export function analyzeArticle(article: Article, resources: Resources, step: Step = plainly): Analysis {
  const { language, timexes, entities, quotations, events, quantities } = resources;
  const blocks = sentenceBlocks(article);
  const syntax = { article, ...step("language", () => readLanguage(article.text, blocks, language)) };
  const timed = { ...syntax, timexes: step("times", () => findTimexes(syntax, timexes)) };
  const named = { ...timed, entities: step("entities", () => findEntities(timed, entities)) };
  // Quotations come before events: what stands in one is claimed by its source.
  const quoted = { ...named, quotations: step("quotations", () => findQuotations(named, quotations)) };
  const told = {
    ...quoted,
    events: step("events", () => findEvents(quoted, events)),
    quantities: step("quantities", () => findQuantities(quoted, quantities)),
    // Places come last: "Russian" is a word for Russia, but no participant of what Russian soldiers do.
    entities: step("places", () => locatePlaces(named, entities.places)),
  };
  return { ...told, article: { ...article, published: boundPublication(told) } };
}

/** Finds what is the same across articles. The order of the articles does not matter. */
export function linkArticles(analyses: Iterable<Analysis>): Links {
  return linkAnalyses(analyses, linkTables());
}

/** How articles are linked part by part, so that one that is added touches only what it hangs together with. */
export const partStages = {
  reach: REACH,
  line: LINE,
  sketch: (analysis: Analysis) => sketchOf(analysis, linkTables()),
  dateOfCopy,
  ties: tiesOf,
  realign: realigned,
  part: partOf,
  link: (members: readonly Member[]) => ({
    links: linkPart(members, linkTables()),
    articles: inOrder(members),
  }),
};

/** One timeline for each story. */
export function makeTimelines(links: Links, articles: readonly Article[]): readonly Timeline[] {
  return timelinesOf(links, articles);
}
