import type { Article } from "./model/article.ts";
import type { Analysis } from "./model/layers.ts";
import type { Links } from "./model/link.ts";
import type { Timeline } from "./model/timeline.ts";

/** Raised by one whenever a rule, table or model changes what comes out: derived data older than it are made again. */
export const RULES_VERSION = 1;

/** All that the stages need besides the text: tables and models, read once. */
export type Resources = Readonly<Record<string, unknown>>;

/** Loads tables and models through the given access to the files of the package. */
export function loadResources(_read: (path: string) => Uint8Array): Resources {
  return {};
}

/** Reads out of one article all that it says, layer upon layer. */
export function analyzeArticle(article: Article, _resources: Resources): Analysis {
  return {
    article,
    sentences: [],
    tokens: [],
    names: [],
    timexes: [],
    entities: [],
    quotations: [],
    events: [],
    quantities: [],
  };
}

/** Finds what is the same across articles. The order of the articles does not matter. */
export function linkArticles(_analyses: readonly Analysis[]): Links {
  return { origins: [], stories: [], entities: [], events: [], quotations: [], quantities: [] };
}

/** One timeline for each story. */
export function makeTimelines(_links: Links, _articles: readonly Article[]): readonly Timeline[] {
  return [];
}
