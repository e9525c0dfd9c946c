/** Words around the names of a byline. */
const BEFORE_NAMES =
  /^\s*(?:(?:written|story|text|words|report(?:ed|ing)?|posted|published|analysis|opinion|column|review|essay|commentary|perspective)?\s*by[:\s]+|author[:\s]+)/i;
const AFTER_NAMES =
  /\s*(?:[|•·]|\s[-–—]\s|,?\s+(?:in|for|at)\s+\p{Lu}|https?:|@|\d|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b).*$/u;

/** Offices that bylines put after a name. */
const OFFICE =
  /\b(?:editor|reporter|correspondent|staff|writer|bureau|desk|chief|columnist|contributor|journalist|producer)\b/i;

/** A name is not longer. */
const MAX_NAME = 60;

/** The names in a byline: "By Ana Novak and Petar Horvat in Split" gives two. */
export function byline(text: string): readonly string[] {
  const names = text
    .replace(BEFORE_NAMES, "")
    .replace(AFTER_NAMES, "")
    .split(/\s*(?:,|;|&|\band\b)\s*/)
    .map((name) => name.trim())
    .filter((name) => name !== "" && name.length <= MAX_NAME && !OFFICE.test(name) && !/^https?:/.test(name));
  return [...new Set(names)];
}
