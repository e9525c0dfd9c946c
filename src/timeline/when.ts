import { parseDay } from "../model/calendar.ts";
import type { ChronicleTime } from "../model/link.ts";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** A time in words, exactly as exact as it is known: "15 December 2016", "December 2016", "2005", "undated". */
export function timeInWords(time: ChronicleTime): string {
  const { begin, end, precision } = time;
  const first = begin === null ? null : parseDay(begin);
  const last = end === null ? null : parseDay(end);
  if (!first && !last) return "undated";
  if (!first) return `until ${dayInWords(end ?? "")}`;
  if (!last) return `since ${isYearStart(begin) ? first.year : dayInWords(begin ?? "")}`;
  switch (precision) {
    case "day":
      return dayInWords(begin ?? "");
    case "week":
      return `week of ${dayInWords(begin ?? "")}`;
    case "month":
      return `${MONTHS[first.month - 1]} ${first.year}`;
    case "quarter":
      return `${["first", "second", "third", "fourth"][Math.floor((first.month - 1) / 3)]} quarter of ${first.year}`;
    case "year":
      return String(first.year);
    case "decade":
      return `${first.year}s`;
    default:
      return `${dayInWords(begin ?? "")} to ${dayInWords(end ?? "")}`;
  }
}

/** "15 December 2016" */
export function dayInWords(day: string): string {
  const parts = parseDay(day);
  return parts ? `${parts.day} ${MONTHS[parts.month - 1]} ${parts.year}` : day;
}

function isYearStart(day: string | null): boolean {
  return day?.endsWith("-01-01") ?? false;
}
