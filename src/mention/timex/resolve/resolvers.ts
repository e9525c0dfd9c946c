import { duration, durationBulk, durationRange, every, inner, literal, word } from "./amount.ts";
import { calendar, century, decade, event, figures, weekdayIn, weekdayNear, weekOf } from "./calendar.ts";
import { clock, daypart, storyPart } from "./clock.ts";
import type { Resolver } from "./meaning.ts";
import { before, dayRange, earlier, later, monthDays, shortYears, since, sinceThen, span } from "./part.ts";
import {
  atThatTime,
  away,
  compared,
  fromNarrative,
  fromPublication,
  reported,
  reportedIn,
  same,
  weekend,
  yearEnd,
} from "./relative.ts";

/** What the first word of a rule's `resolve` column can be. */
export const RESOLVERS: ReadonlyMap<string, Resolver> = new Map<string, Resolver>([
  ["calendar", calendar],
  ["weekday", weekdayNear],
  ["weekdayin", weekdayIn],
  ["weekof", weekOf],
  ["figures", figures],
  ["decade", decade],
  ["century", century],
  ["event", event],
  ["unit", fromPublication],
  ["narrative", fromNarrative],
  ["compare", compared],
  ["report", reported],
  ["same", same],
  ["then", atThatTime],
  ["away", away],
  ["duration", duration],
  ["durationrange", durationRange],
  ["inner", inner],
  ["every", every],
  ["literal", literal],
  ["word", word],
  ["earlier", earlier],
  ["later", later],
  ["before", before],
  ["since", since],
  ["sincethen", sinceThen],
  ["span", span],
  ["days", dayRange],
  ["shortyears", shortYears],
  ["clock", clock],
  ["daypart", daypart],
  ["durationbulk", durationBulk],
  ["storypart", storyPart],
  ["monthdays", monthDays],
  ["yearreport", reportedIn],
  ["weekend", weekend],
  ["yearend", yearEnd],
  ["none", () => null],
]);
