import { ChroniclerError } from "../model/error.ts";
import { parseTable } from "../model/table.ts";
import { bare, collapse } from "./draft.ts";

/** A rule about the words around the names of a byline. */
export interface BylineRule {
  readonly what: "before" | "between" | "office";
  readonly pattern: RegExp;
  readonly example: string;
  /** The names of the example, joined by "and"; empty where it holds none. */
  readonly gives: string;
}

const PATH = "data/article-byline.tsv";

const ANCHORED: Readonly<Record<string, readonly [before: string, after: string]>> = {
  before: ["^\\s*(?:", ")(?=\\S)"],
  between: ["(?:", ")"],
  office: ["^(?:", ")$"],
};

/**
 * Reads the words of bylines.
 *
 * @throws ChroniclerError `bad-table`
 */
export function loadBylineRules(read: (path: string) => Uint8Array): readonly BylineRule[] {
  return parseTable(PATH, read(PATH), ["what", "pattern", "example", "gives"] as const).map((row) => {
    const anchors = ANCHORED[row.what];
    if (anchors === undefined) {
      const message = `${PATH}, "${row.example}": "what" must be before, between or office, not "${row.what}".`;
      throw new ChroniclerError("bad-table", message);
    }
    return {
      what: row.what as BylineRule["what"],
      pattern: new RegExp(anchors[0] + row.pattern + anchors[1], row.what === "between" ? "giu" : "iu"),
      example: row.example,
      gives: row.gives === "-" ? "" : row.gives,
    };
  });
}

/** What follows the names: a place, an office after a mark, an address, a date. */
const AFTER_NAMES =
  /\s*(?:[|•]|\s[-–—]\s|,?\s+(?:in|for|at)\s+(?:the\s+)?\p{Lu}|https?:|\(|@|\d|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:published|updated|posted)\b).*$/iu;

/** A name is not longer. */
const MAX_NAME = 60;
const MAX_WORDS = 6;

/** Small words within names. */
const PARTICLE =
  /^(?:de|da|do|dos|das|del|della|di|du|la|le|van|von|der|den|ten|ter|zu|bin|bint|ibn|al|el|y|e|st|ó|ní|af|av|’t|'t)$/i;

/** One word of capitals only is a desk or an office. */
function isAcronym(name: string): boolean {
  return /^\p{Lu}+$/u.test(name);
}

/** Whether the words can be a person's name: capitals, or a script that has none. */
function isName(name: string): boolean {
  const words = name.split(" ");
  if (name === "" || name.length > MAX_NAME || isAcronym(name) || words.length > MAX_WORDS) return false;
  if (/^(?:the|our|an?)\s/i.test(name) || /[!?:;"“”<>{}=]|https?/.test(name)) return false;
  return words.every(
    (word) => PARTICLE.test(word) || /^[\p{Lu}\p{Lo}]|^[\p{Ll}]{1,2}['’-]?\p{Lu}/u.test(word),
  );
}

/** All that a byline names: persons, desks, agencies. "By Ana Novak and Petar Horvat in Split" names two. */
export function signatories(byline: string, rules: readonly BylineRule[]): readonly string[] {
  const of = (what: BylineRule["what"]): readonly RegExp[] =>
    rules.filter((rule) => rule.what === what).map((rule) => rule.pattern);
  const names = of("before").reduce((text, pattern) => text.replace(pattern, ""), collapse(byline));
  const cut = names.replace(AFTER_NAMES, "");
  const parts = of("between")
    .reduce((text, pattern) => text.replace(pattern, "\n"), cut)
    .split("\n");
  return parts
    .map((name) => name.trim().replace(/^[-–—|,.\s]+|[-–—|,\s]+$/g, ""))
    .filter((name) => name !== "");
}

/** The persons named in a byline; offices, desks and accounts are left out. */
export function personsIn(byline: string, rules: readonly BylineRule[]): readonly string[] {
  const offices = rules.filter((rule) => rule.what === "office").map((rule) => rule.pattern);
  const persons = signatories(byline, rules).filter((name) => {
    return isName(name) && !offices.some((pattern) => pattern.test(name));
  });
  const seen = new Set<string>();
  return persons.filter((name) => !seen.has(bare(name)) && seen.add(bare(name)));
}
