import type { Toll } from "../../model/quantity.ts";
import type { Span } from "../../model/span.ts";
import type { QuantityTables } from "./tables.ts";

/** So many characters beside a figure are looked at. */
const NEAR = 110;

/** Figures of these count anybody; of others, some among the dead: "12 soldiers". */
const ANYBODY = /^(?:people|persons?|lives|deaths|fatalities|dead|victims?)$/iu;

/** "Two others", "12 of them", "including 12", "another 12": some of those who are counted, or more of them. */
const PART_BEFORE =
  /\b(?:including|among them|among|another|additional|other|of whom|where|than the|of the|out of) (?:at least |some |about )?$|\b(?:quarter|half|third)(?: of)?(?: an?)? ?$/iu;
const PART_AFTER =
  /^\s(?:of (?:them|those|its|his|her|their|the|whom)|from\b|others?|more|a (?:day|week|month|year)|per )\b/iu;
/** "12 people who died have been buried": the dead who were found. */
const COUNTED = /^[^.;,]{0,60}\b(?:buried|recovered|identified|collected|counted|named|pulled)\b/iu;
/** "12 people killed or injured": two tolls as one. */
const MIXED =
  /^[^.;]{0,60}\b(?:dead|killed|died|injured|wounded|hurt|missing) or (?:\p{L}+ )?(?:dead|killed|died|injured|wounded|hurt|missing|affected)\b/iu;

/** Words before a figure that limit or round it. */
const LIMITS =
  /(?:\s|\b(?:at least|at most|more than|less than|fewer than|no fewer than|as many as|as high as|up to|upwards of|over|nearly|almost|about|around|roughly|approximately|some|an?|estimated|between|from|the))*$/iu;

interface Figure {
  /** From the figure to the end of its noun; without the words that limit it. */
  readonly span: Span;
  /** Its noun; undefined where it has none. */
  readonly unit: string | undefined;
}

interface Scene {
  readonly text: string;
  readonly tables: QuantityTables;
}

/** Which toll the figure is, by the words beside it in the text; undefined where it is none, or not the whole of one. */
export function tollOf({ span, unit }: Figure, { text, tables }: Scene): Toll | undefined {
  if (unit !== undefined && !ANYBODY.test(unit)) return undefined;
  const before = text.slice(Math.max(0, span.start - NEAR), span.start);
  const after = text.slice(span.end, span.end + NEAR);
  if (PART_BEFORE.test(before) || PART_AFTER.test(after) || MIXED.test(after) || COUNTED.test(after))
    return undefined;
  const bare = before.replace(LIMITS, "");
  // "12 deaths": the noun says it.
  const noun = unit !== undefined && unit !== "people" ? ` ${unit}${after}` : after;
  return tables.tolls.find(({ side, words }) => words.test(side === "before" ? bare : noun))?.toll;
}
