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
] as const;

const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;

/** Seasons, quarters and halves, which EDTF writes as months from 21 on. */
const PARTS: Readonly<Record<string, string>> = {
  "21": "spring",
  "22": "summer",
  "23": "autumn",
  "24": "winter",
  "33": "first quarter of",
  "34": "second quarter of",
  "35": "third quarter of",
  "36": "fourth quarter of",
  "40": "first half of",
  "41": "second half of",
};

const SIX_DAYS = 6 * 86_400_000;

/** "December" for "12" or 12; undefined where there is no such month. */
export function monthName(month: string | number): string | undefined {
  return MONTHS[Number(month) - 1];
}

/** "Thursday" for a day `2016-12-15`; null for anything less exact. */
export function weekdayName(edtf: string | null): string | null {
  if (edtf === null || !/^\d{4}-\d{2}-\d{2}$/.test(edtf)) return null;
  const day = new Date(`${edtf}T00:00:00Z`).getUTCDay();
  return DAYS[day] ?? null;
}

function pointInWords(value: string): string | null {
  const decade = /^(\d{3})X?$/.exec(value);
  if (decade) return `${decade[1]}0s`;
  const century = /^(\d{2})(?:XX)?$/.exec(value);
  if (century) return `${century[1]}00 – ${century[1]}99`;
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?$/.exec(value);
  if (!match) return null;
  const [, year, month, day] = match;
  if (month === undefined) return year ?? null;
  if (PARTS[month]) return `${PARTS[month]} ${year}`;
  const name = monthName(month);
  if (!name) return null;
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

function intervalInWords(from: string, to: string): string {
  const isOpen = (value: string) => value === "" || value === "..";
  if (isOpen(from)) return `until ${dateInWords(to)}`;
  if (isOpen(to)) return `from ${dateInWords(from)}`;
  if (weekdayName(from) === "Monday" && Date.parse(to) - Date.parse(from) === SIX_DAYS)
    return `week of ${dateInWords(from)}`;
  return `${dateInWords(from)} – ${dateInWords(to)}`;
}

/**
 * An EDTF date as a reader says it, never more exact than it is: "15 December 2016", "December 2016", "1940s",
 * "from 1945". A form that is not known is given back as it stands.
 */
export function dateInWords(edtf: string): string {
  const [from, to, ...more] = edtf.split("/");
  if (from !== undefined && to !== undefined && more.length === 0) return intervalInWords(from, to);
  const certain = edtf.replace(/[~?%]$/, "").replace(/(-XX)+$/, "");
  const words = pointInWords(certain);
  if (words === null) return edtf;
  return /[~?%]$/.test(edtf) ? `about ${words}` : words;
}
