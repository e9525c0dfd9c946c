import type { Published } from "../model/article.ts";
import { edtfBounds } from "../model/calendar.ts";
import type { Event } from "../model/event.ts";
import type { Reading } from "../model/layers.ts";

/** What has begun when the report is written, and what has not. */
const PAST = new Set(["happened"]);
const AHEAD = new Set(["scheduled"]);

/** Days that the report names by themselves, without leaning on its day of publication. */
function statedDays(
  { events, timexes }: Reading<"events" | "timexes">,
  wanted: ReadonlySet<string>,
): readonly string[] {
  const free = new Set(timexes.filter((timex) => timex.anchor === undefined).map((timex) => timex.id));
  const stated = ({ status, time }: Event): boolean =>
    wanted.has(status) && time.basis === "stated" && time.timex !== undefined && free.has(time.timex);
  return events.filter(stated).flatMap(({ time }) => time.edtf ?? []);
}

/** The latest day on which something that is told as past can have begun; EDTF, as exact as the words. */
function lowerBound(reading: Reading<"events" | "timexes">): string | null {
  const begins = statedDays(reading, PAST).flatMap((edtf) => edtfBounds(edtf)?.begin ?? []);
  return begins.sort().at(-1) ?? null;
}

/** The earliest day by which something that is announced must be over. */
function upperBound(reading: Reading<"events" | "timexes">): string | null {
  const ends = statedDays(reading, AHEAD).flatMap((edtf) => edtfBounds(edtf)?.end ?? []);
  return ends.sort()[0] ?? null;
}

/**
 * When the report appeared; of one whose day is unknown, the bounds that its own words set: not before what it
 * tells as past, not after what it announces. Words that contradict each other set none.
 */
export function boundPublication(reading: Reading<"events" | "timexes">): Published {
  const { bounds: _before, ...published } = reading.article.published;
  if (published.value !== null) return published;
  const [after, until] = [lowerBound(reading), upperBound(reading)];
  const isContradiction = after !== null && until !== null && until < after;
  if ((after === null && until === null) || isContradiction) return published;
  return { ...published, bounds: `${after ?? ".."}/${until ?? ".."}` };
}
