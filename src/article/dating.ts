import type { Published, RejectedDate, Updated } from "../model/article.ts";
import { dayOfUrl } from "./day.ts";
import type { StatedDate } from "./draft.ts";
import { isoOf, momentOf, type Stamp } from "./stamp.ts";

/** What is known of the days of a report that nobody has dated by hand. */
export interface DateEvidence {
  /** What states when it appeared, most telling first; the day of its address comes from `url`. */
  readonly published: readonly StatedDate[];
  readonly updated: readonly StatedDate[];
  readonly url?: string;
  /** ISO date, or date and time, at which its bytes were fetched. */
  readonly fetched?: string;
  /** The latest day that its own text tells of as past. */
  readonly past: string | null;
}

/** When a report appeared and was changed, and which stated dates cannot be. */
export interface Dating {
  readonly published: Published;
  readonly updated?: Updated;
  readonly rejected: readonly RejectedDate[];
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** The day begins in the east of the world so long before it does at Greenwich, and ends so long after. */
const EASTERN_HOURS = 14;
const WESTERN_HOURS = 12;

/** The first days of computers' clocks stand for "no date". */
const UNSET_UNTIL = "1970-01-02";

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** Why the date cannot be that of the report; null where it can. */
function faultOf(date: StatedDate, evidence: DateEvidence): string | null {
  const { day } = date.stamp;
  if (day >= "1970-01-01" && day <= UNSET_UNTIL)
    return "the first day of computers' clocks, which means none";
  const { fetched, past } = evidence;
  // A day may have begun where the report was made and not where it was fetched.
  if (fetched !== undefined && daysBetween(fetched.slice(0, 10), day) > 1)
    return `later than the page was fetched (${fetched})`;
  if (past !== null && daysBetween(day, past) > 1) return `before ${past}, which the text tells of as past`;
  return null;
}

/** Whether it can be that day somewhere at the moment stated. */
function canBe(day: string, stamp: Stamp): boolean {
  const moment = momentOf(stamp);
  if (moment === null) return false;
  const begins = Date.parse(day) - EASTERN_HOURS * HOUR_MS;
  return moment >= begins && moment < Date.parse(day) + DAY_MS + WESTERN_HOURS * HOUR_MS;
}

function isUniversal({ offset }: Stamp): boolean {
  return offset === "Z" || offset === "+00:00";
}

/**
 * The day at the outlet's own clock. Many systems write Universal Time, in which the evening of New York is
 * the next day; where the address or the words for readers name the neighbouring day, that is the outlet's.
 */
function ownDay(best: StatedDate, others: readonly StatedDate[]): string {
  if (!isUniversal(best.stamp)) return best.stamp.day;
  const own = others.find(({ stamp, basis }) => {
    const isLocal = basis !== "metadata" || (stamp.offset !== undefined && !isUniversal(stamp));
    return isLocal && stamp.day !== best.stamp.day && !isUniversal(stamp) && canBe(stamp.day, best.stamp);
  });
  return own?.stamp.day ?? best.stamp.day;
}

/** The stated moment of that day: the first with time and zone, else with time. */
function momentStated(day: string, dates: readonly StatedDate[]): Stamp | undefined {
  const stamps = dates.map(({ stamp }) => stamp).filter((stamp) => stamp.clock !== undefined);
  const ofDay = stamps.filter((stamp) => stamp.day === day || (isUniversal(stamp) && canBe(day, stamp)));
  return ofDay.find(({ offset }) => offset !== undefined) ?? ofDay[0];
}

/** Neighbouring days are one day in two zones. */
function agree(a: StatedDate, b: StatedDate): boolean {
  return Math.abs(daysBetween(a.stamp.day, b.stamp.day)) <= 1;
}

/** Metadata of a page that was moved to another system tell when that was, long after the report. */
const REDATED_DAYS = 7;

/** The address and the words for readers together, where they agree on a day that the metadata deny. */
function outvoting(dates: readonly StatedDate[]): StatedDate | undefined {
  const [best] = dates;
  const ofUrl = dates.find(({ basis }) => basis === "url");
  const ofText = dates.find(({ basis }) => basis === "text");
  if (best?.basis !== "metadata" || !ofUrl || !ofText) return undefined;
  const apart = Math.abs(daysBetween(best.stamp.day, ofUrl.stamp.day));
  return agree(ofUrl, ofText) && apart > REDATED_DAYS ? ofUrl : undefined;
}

function urlDate(url: string | undefined): readonly StatedDate[] {
  const day = url === undefined ? null : dayOfUrl(url);
  return day === null ? [] : [{ stamp: { day }, source: "address", basis: "url" }];
}

function rejection(date: StatedDate, reason: string): RejectedDate {
  return { value: isoOf(date.stamp), source: date.source, reason };
}

/** The last change, where it is stated, possible, and later than the publication. */
function updatedOf(
  published: Published,
  evidence: DateEvidence,
): { updated?: Updated; rejected: readonly RejectedDate[] } {
  const faults = evidence.updated.map((date) => ({
    date,
    fault: faultOf(date, { ...evidence, past: null }),
  }));
  const rejected = faults.flatMap(({ date, fault }) => (fault === null ? [] : [rejection(date, fault)]));
  const best = faults.find(({ fault }) => fault === null)?.date;
  if (best === undefined) return { rejected };
  const [before, after] = [published.time ?? published.value ?? "", isoOf(best.stamp)];
  const isLater = (Date.parse(after) || 0) > (Date.parse(before) || 0);
  if (published.value !== null && (!isLater || best.stamp.day < published.value)) return { rejected };
  const time = best.stamp.clock === undefined ? {} : { time: after };
  return { updated: { value: best.stamp.day, ...time, source: best.source }, rejected };
}

function publishedBy(best: StatedDate, dates: readonly StatedDate[]): Published {
  const value = ownDay(best, dates);
  const moment = momentStated(value, dates);
  return {
    value,
    basis: best.basis,
    ...(moment === undefined ? {} : { time: isoOf(moment) }),
    source: best.source,
  };
}

/** Weighs what is stated of the days of a report. */
export function dateReport(evidence: DateEvidence): Dating {
  const machine = evidence.published.filter(({ basis }) => basis === "metadata");
  const seen = evidence.published.filter(({ basis }) => basis !== "metadata");
  const all = [...machine, ...urlDate(evidence.url), ...seen];
  // A text that was added to after its publication may tell of later days.
  const lastChange = evidence.updated
    .map(({ stamp }) => stamp.day)
    .sort()
    .at(-1);
  const past = lastChange !== undefined && lastChange >= (evidence.past ?? "") ? null : evidence.past;
  const faults = all.map((date) => ({ date, fault: faultOf(date, { ...evidence, past }) }));
  const rejected = faults.flatMap(({ date, fault }) => (fault === null ? [] : [rejection(date, fault)]));
  const possible = faults.filter(({ fault }) => fault === null).map(({ date }) => date);
  const voted = outvoting(possible);
  const best = voted ?? possible[0];
  if (best === undefined) {
    const published: Published = { value: null, basis: "unknown" };
    const update = updatedOf(published, evidence);
    return { ...update, published, rejected: [...rejected, ...update.rejected] };
  }
  const denied =
    voted === undefined
      ? []
      : possible
          .filter((date) => date.basis === "metadata" && !agree(date, voted))
          .map((date) => rejection(date, "the address and the words for readers name another day"));
  const agreeing = possible.filter((date) => voted === undefined || agree(date, voted));
  const published = publishedBy(best, agreeing);
  const update = updatedOf(published, evidence);
  return { ...update, published, rejected: [...rejected, ...denied, ...update.rejected] };
}
