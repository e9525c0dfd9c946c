import type { Reading } from "../../model/layers.ts";
import { contains, overlaps, type Span } from "../../model/span.ts";
import type { Name } from "../../model/token.ts";
import { writtenBodies } from "./known-body.ts";
import type { EntityTables } from "./tables.ts";

type Names = Reading<"tokens" | "names">;

/** "Port-au-Prince", "Stoke-on-Trent": words that join the parts of one name. */
const JOINED =
  /\p{Lu}[\p{L}'’]*(?:-(?:al|am|an|au|aux|de|der|des|di|do|du|el|en|ez|i|la|le|les|lez|on|sous|sur|ul|upon|y))+-\p{Lu}\p{L}+/gu;
/** "Lim Ki-moon", "Mun Kwang-su": the second half of a given name is written small. */
const GIVEN = /(\p{Lu}\p{Ll}+) \p{Lu}\p{Ll}+-\p{Ll}{2,6}(?![\p{L}-])/gu;
/** "Kim Clark-led": what is made of a name. */
const DERIVED = /-(?:led|era|like|style|based|made|run|born|owned|held)$/u;
/** "G-20", "F-16": letters with their number. */
const NUMBERED = /(?<![\p{L}\p{N}-])\p{Lu}{1,4}-\d+(?![\p{L}\p{N}-])/gu;
/** "USS Norva": the letters before the name of a ship. */
const SHIP = /(?<!\p{L})(?:USS|USNS|HMS|HMCS|HMAS|USCGC|RMS|RFA)(?: \p{Lu}[\p{L}-]+\.?){1,3}/gu;

/** Whether a name is that of a ship of war. */
export function isShip(name: string): boolean {
  return name.search(SHIP) === 0;
}

/** The names of a report in one piece each, wherever the name finder drew the lines. */
export function wholeNames(reading: Names, tables: EntityTables): Name[] {
  const { text } = reading.article;
  const found = lengthened(reading.names, compounds(text, tables), text);
  const listed = apart([
    ...spans(text, tables.longCountries).map((span) => named(span, "place", text)),
    ...spans(text, SHIP).map((span) => named(span, "other", text)),
    ...writtenBodies(reading, tables.bodies),
  ]);
  // Where both drew the same lines, what the finder says of the name is kept.
  const isCut = (name: Name) => overlapping(listed, name).some((each) => !contains(name, each));
  const isTold = (each: Name) => overlapping(found, each).some((name) => contains(name, each));
  const kept = listed.filter((each) => !isTold(each));
  return [...found.filter((name) => !isCut(name)), ...kept].sort((a, b) => a.start - b.start);
}

function named({ start, end }: Span, type: Name["type"], text: string): Name {
  return { start, end, text: text.slice(start, end), type };
}

function spans(text: string, pattern: RegExp): Span[] {
  return Array.from(text.matchAll(pattern), ({ 0: match, index }) => ({
    start: index,
    end: index + match.length,
  }));
}

/** Words with hyphens that are one name or the end of one. */
function compounds(text: string, { familyFirst }: EntityTables): Span[] {
  const isName = ({ start, end }: Span) => {
    const name = text.slice(start, end);
    return familyFirst.has(name.slice(0, name.indexOf(" ")).toLowerCase()) && !DERIVED.test(name);
  };
  return apart([...spans(text, JOINED), ...spans(text, GIVEN).filter(isName), ...spans(text, NUMBERED)]);
}

/** The names with the whole of the compounds that they touch; what then is part of another falls away. */
function lengthened(names: readonly Name[], wholes: readonly Span[], text: string): Name[] {
  const all = names.map((name) => {
    const touched = overlapping(wholes, name);
    const start = Math.min(name.start, ...touched.map((each) => each.start));
    const end = Math.max(name.end, ...touched.map((each) => each.end));
    return named({ start, end }, name.type, text);
  });
  return apart(all);
}

/** Those that do not overlap a longer one, or one as long before it; in order of the text. */
export function apart<Of extends Span>(all: readonly Of[]): Of[] {
  const kept: Of[] = [];
  const inOrder = [...all].sort((a, b) => a.start - b.start || b.end - a.end);
  for (const each of inOrder) {
    const last = kept.at(-1);
    if (!last || !overlaps(last, each)) kept.push(each);
    else if (each.end - each.start > last.end - last.start) kept[kept.length - 1] = each;
  }
  return kept;
}

/** Those of spans in order, none of which overlap each other, that overlap this one. */
function overlapping<Of extends Span>(inOrder: readonly Of[], span: Span): Of[] {
  let [from, to] = [0, inOrder.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((inOrder[middle]?.end ?? 0) <= span.start) from = middle + 1;
    else to = middle;
  }
  const found: Of[] = [];
  for (let at = from; at < inOrder.length; at++) {
    const each = inOrder[at];
    if (!each || each.start >= span.end) break;
    found.push(each);
  }
  return found;
}
