import type { Analysis } from "../model/layers.ts";
import { namedDay } from "./story/days.ts";
import { isTelling } from "./terms.ts";

/**
 * The analysis without what linking never looks at: most of its words, its names, time expressions that name no
 * day, what was dropped from its page. Many thousands must be held at once, and these are nine tenths of each.
 */
export function trim(analysis: Analysis): Analysis {
  const article = { ...analysis.article, dropped: [] };
  const timexes = analysis.timexes.filter(({ edtf }) => namedDay(edtf) !== undefined);
  return { ...analysis, article, tokens: analysis.tokens.filter(isTelling), names: [], timexes };
}
