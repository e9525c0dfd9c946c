import type { Analysis } from "../model/layers.ts";
import { isTelling } from "./terms.ts";

/**
 * The analysis without what linking never looks at: most of its words, its names and time expressions, what was dropped from its page. Many
 * thousands must be held at once, and these are nine tenths of each.
 */
export function trim(analysis: Analysis): Analysis {
  const article = { ...analysis.article, dropped: [] };
  return { ...analysis, article, tokens: analysis.tokens.filter(isTelling), names: [], timexes: [] };
}
