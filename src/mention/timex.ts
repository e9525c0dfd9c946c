import type { Article } from "../model/article.ts";
import { parseDay } from "../model/calendar.ts";
import type { Timex, TimexType } from "../model/timex.ts";
import type { Sentence, Token } from "../model/token.ts";
import type { Candidate } from "./timex/candidate.ts";
import { findCandidates } from "./timex/finder.ts";
import { type Lexeme, lexemes } from "./timex/lexeme.ts";
import { Narrative, type Publication, sentenceNumbers } from "./timex/narrative.ts";
import { withoutOverlaps } from "./timex/refine.ts";
import type { Meaning } from "./timex/resolve/meaning.ts";
import type { TimexTables } from "./timex/tables.ts";

export { loadTimexTables, type TimexTables } from "./timex/tables.ts";

/** What the time tagger reads; `tokens` may be empty, then the words near by stand in for the parse. */
export interface TimexReading {
  readonly article: Article;
  readonly sentences: readonly Sentence[];
  readonly tokens: readonly Token[];
}

interface Resolved {
  readonly candidate: Candidate;
  readonly meaning: Meaning;
}

/** Finds the time expressions of an article, in order of the text, and says what each means. */
export function findTimexes(reading: TimexReading, tables: TimexTables): readonly Timex[] {
  const text = lexemes(reading.article.text);
  const candidates = findCandidates(text, tables);
  const resolved = resolveAll({ reading, text, tables, candidates });
  return resolved.map(({ candidate, meaning }, index) =>
    timex(reading.article.text, text, { candidate, meaning, index }),
  );
}

/** As many expressions after a time of day may say of which day it is. */
const LOOK_AHEAD = 3;

/**
 * Expressions are resolved from the first to the last, for later ones lean on earlier ones. One that turns out
 * to mean nothing gives way to shorter ones in its place, so all is settled anew without it.
 */
function resolveAll(work: {
  reading: TimexReading;
  text: readonly Lexeme[];
  tables: TimexTables;
  candidates: readonly Candidate[];
}): readonly Resolved[] {
  let left = work.candidates;
  if (left.length === 0) return [];
  const fixed = {
    ...work,
    publication: publicationOf(work.reading.article),
    sentences: sentenceNumbers(work.text),
  };
  for (;;) {
    const narrative = new Narrative(fixed);
    const empty = new Set<Candidate>();
    const resolved: Resolved[] = [];
    const chosen = withoutOverlaps(left);
    for (const [index, candidate] of chosen.entries()) {
      if (candidate.rule.makes === "none") continue;
      const meaning = narrative.resolve(candidate, chosen.slice(index + 1, index + 1 + LOOK_AHEAD));
      if (meaning) resolved.push({ candidate, meaning });
      else empty.add(candidate);
    }
    if (empty.size === 0) return resolved;
    left = left.filter((candidate) => !empty.has(candidate));
  }
}

/** Day of publication; the first day of its month or year where no more is known, with that grain. */
function publicationOf(article: Article): Publication | null {
  const value = article.published.value?.slice(0, 10) ?? "";
  const day = `${value}-01-01`.slice(0, 10);
  if (!/^\d{4}(?:-\d\d){0,2}$/.test(value) || !parseDay(day)) return null;
  return { day, grain: value.length === 10 ? "day" : value.length === 7 ? "month" : "year" };
}

const TYPES: Readonly<Record<string, TimexType>> = { duration: "DURATION", set: "SET", time: "TIME" };

function timex(
  text: string,
  words: readonly Lexeme[],
  found: { candidate: Candidate; meaning: Meaning; index: number },
): Timex {
  const { candidate, meaning, index } = found;
  const start = words[candidate.from]?.start ?? 0;
  const end = words[candidate.to - 1]?.end ?? start;
  const mod = candidate.rule.mod || meaning.mod;
  return {
    id: `t${index + 1}`,
    start,
    end,
    text: text.slice(start, end),
    type: meaning.type ?? TYPES[candidate.rule.makes] ?? "DATE",
    value: meaning.value,
    ...(mod ? { mod } : {}),
    ...(meaning.edtf === undefined ? {} : { edtf: meaning.edtf }),
    ...(meaning.anchor === undefined ? {} : { anchor: meaning.anchor }),
    rule: candidate.rule.id,
  };
}
