import { stampAgo } from "./ago.ts";
import type { PageDocument, PageElement } from "./dom.ts";
import { bare, collapse, type StatedDate } from "./draft.ts";
import { type Json, objectsIn, pageData } from "./page-json.ts";
import { headlineHolders, isElsewhere } from "./page-lines.ts";
import { type Meta, toldBy } from "./page-meta.ts";
import { type DateLabel, fieldsOf, type PageTables, type Telling } from "./page-tables.ts";
import { isoOf, readStamp, type Stamp, type StampReading, stampOfEpoch } from "./stamp.ts";

/** The dates that a page states as its own, most telling first. */
export interface PageDates {
  readonly published: readonly StatedDate[];
  readonly updated: readonly StatedDate[];
}

/** What the dates of a page are looked for with. */
export interface DateSearch {
  readonly document: PageDocument;
  readonly meta: Meta;
  /** What JSON-LD says of the page's report. */
  readonly linked: Json | null;
  /** The titles that the page states. */
  readonly titles: readonly string[];
  /** The lines that a reader sees, in order. */
  readonly lines: readonly string[];
  readonly tables: PageTables;
  readonly language?: string;
  /** When the page was fetched, as ISO date and time: what "2 hours ago" is counted from. */
  readonly fetched?: string;
}

type DateTelling = Extract<Telling, "published" | "updated">;

function readingOf({ tables, language }: DateSearch): StampReading {
  return language === undefined ? { words: tables.words } : { words: tables.words, language };
}

function stampOf(value: unknown, search: DateSearch): Stamp | null {
  if (typeof value === "number") return stampOfEpoch(value);
  if (typeof value !== "string") return null;
  return /^\d{10}(?:\d{3})?$/.test(value.trim())
    ? stampOfEpoch(Number(value))
    : readStamp(value, readingOf(search));
}

function stated(value: unknown, source: string, search: DateSearch): readonly StatedDate[] {
  const stamp = stampOf(value, search);
  return stamp === null ? [] : [{ stamp, source, basis: "metadata" }];
}

/** A field of an object of JSON: what states it, and what of it is wanted. */
interface Wanted {
  readonly from: string;
  readonly tells: DateTelling;
}

function ofObject(object: Json, { from, tells }: Wanted, search: DateSearch): readonly StatedDate[] {
  return fieldsOf(search.tables, "json", tells).flatMap((name) => {
    return name in object ? stated(object[name], `${from} ${name}`, search) : [];
  });
}

const TITLE_FIELDS = ["headline", "title", "headlines", "name"];

/** Whether an object of a page's own data is about its report: it has its title. */
function isAbout(object: Json, keys: readonly string[]): boolean {
  return TITLE_FIELDS.some((field) => {
    const value = object[field];
    const text = typeof value === "string" ? value : ((value as Json | null)?.basic ?? "");
    return typeof text === "string" && text !== "" && keys.includes(bare(text));
  });
}

/** The object of the page's own data that is about its report. */
function ownObjects(search: DateSearch): readonly Json[] {
  const keys = search.titles.map(bare).filter((key) => key !== "");
  if (keys.length === 0) return [];
  const objects = pageData(search.document).flatMap(objectsIn);
  return objects.filter((object) => isAbout(object, keys)).slice(0, 4);
}

function attributes(element: PageElement, names: readonly string[]): string {
  return names.map((name) => element.getAttribute(name) ?? "").join(" ");
}

const CANDIDATES =
  "h1, time, [itemprop~=datePublished], [itemprop~=dateModified], [class*=date], [class*=Date], [class*=time], [class*=Time], [class*=publish], [class*=posted], [id*=date], [id*=publish], [property~='dc:date'], [data-published], [data-timestamp]";
const DATE_ATTRIBUTES = ["datetime", "content", "data-published", "data-datetime", "data-timestamp", "value"];
/** Farther from the headline, dates are those of other stories. */
const ELEMENTS_AFTER = 10;
const ELEMENTS_BEFORE = 6;
const UPDATED_MARK = /updat|modif|edited/i;
/** A date with its label is not longer. */
const MAX_LABELLED = 160;

function isUpdate(element: PageElement): boolean {
  const parent = element.parentNode;
  const own = attributes(element, ["class", "itemprop", "id", "data-testid"]);
  return UPDATED_MARK.test(own) || (parent !== null && UPDATED_MARK.test(attributes(parent, ["class"])));
}

function labelsIn(
  text: string,
  labels: readonly DateLabel[],
): readonly { tells: DateTelling; start: number }[] {
  const found = labels.flatMap(({ tells, pattern }) => {
    const match = pattern.exec(text);
    return match === null ? [] : [{ tells, start: match.index }];
  });
  return found.toSorted((a, b) => a.start - b.start);
}

/** The dates of a short line, each by the label before it; without a label it is the day of publication. */
function ofLine(text: string, search: DateSearch): PageDates {
  const labels = labelsIn(text, search.tables.labels);
  const starts = [{ tells: "published" as DateTelling, start: 0 }, ...labels];
  const dates = starts.flatMap(({ tells, start }, index) => {
    const part = text.slice(start, starts[index + 1]?.start ?? text.length);
    const stamp = readStamp(part, readingOf(search)) ?? stampAgo(part, search.fetched, search.tables.agos);
    return stamp === null ? [] : [{ tells, date: { stamp, source: "visible text", basis: "text" } as const }];
  });
  const of = (wanted: DateTelling): readonly StatedDate[] =>
    dates.filter(({ tells }) => tells === wanted).map(({ date }) => date);
  return { published: of("published"), updated: of("updated") };
}

function ofElement(element: PageElement, search: DateSearch): PageDates {
  const machine = DATE_ATTRIBUTES.map((name) => element.getAttribute(name)).find((value) => value);
  const itemprop = element.getAttribute("itemprop");
  const source = itemprop ? `itemprop ${itemprop}` : `${element.tagName.toLowerCase()} element`;
  const dates = machine ? stated(machine, source, search) : [];
  const text = collapse(element.textContent ?? "");
  if (dates.length > 0) {
    const label = labelsIn(text, search.tables.labels)[0]?.tells;
    return isUpdate(element) || label === "updated"
      ? { published: [], updated: dates }
      : { published: dates, updated: [] };
  }
  if (text.length > MAX_LABELLED) return { published: [], updated: [] };
  const seen = ofLine(text, search);
  if (!isUpdate(element) || labelsIn(text, search.tables.labels).length > 0) return seen;
  return { published: [], updated: [...seen.published, ...seen.updated] };
}

/** Where the headline stands among the texts; -1 where it does not. */
function headlineIn(texts: readonly string[], { titles }: DateSearch): number {
  const keys = texts.map(bare);
  const places = titles.map(bare).map((title) => (title === "" ? -1 : keys.indexOf(title)));
  return places.find((place) => place >= 0) ?? -1;
}

/** Elements made for dates: those after the headline first, then those before it. */
function ofElements(search: DateSearch): PageDates {
  const holders = headlineHolders(search.document);
  const candidates = [...search.document.querySelectorAll(CANDIDATES)];
  const elements = candidates.filter((each) => !isElsewhere(each, holders));
  const heading = headlineIn(
    elements.map((each) => each.textContent ?? ""),
    search,
  );
  const after = elements.slice(heading + 1, heading + 1 + ELEMENTS_AFTER);
  const before = elements.slice(Math.max(0, heading - ELEMENTS_BEFORE), heading + 1).reverse();
  const ordered = [...after, ...before];
  const dates = ordered
    .filter((each) => each.tagName.toUpperCase() !== "H1")
    .map((each) => ofElement(each, search));
  return {
    published: dates.flatMap(({ published }) => published),
    updated: dates.flatMap(({ updated }) => updated),
  };
}

const LINES_BEFORE = 4;
const LINES_AFTER = 8;
/** Letters that a line with a date may have besides it: a name, a place, a label. */
const MAX_BESIDES = 120;

/** Lines around the headline that hold a date. */
function ofLines(search: DateSearch): PageDates {
  const { lines } = search;
  const at = headlineIn(lines, search);
  const after = lines.slice(at + 1, at + 1 + LINES_AFTER);
  const near = at < 0 ? [] : [...after, ...lines.slice(Math.max(0, at - LINES_BEFORE), at)];
  const dates = near.filter((text) => text.length <= MAX_BESIDES).map((text) => ofLine(text, search));
  return {
    published: dates.flatMap(({ published }) => published),
    updated: dates.flatMap(({ updated }) => updated),
  };
}

function distinct(dates: readonly StatedDate[]): readonly StatedDate[] {
  const seen = new Set<string>();
  return dates.filter(({ stamp, basis }) => {
    const key = `${basis} ${isoOf(stamp)}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** All dates that the page states as its own. */
export function pageDates(search: DateSearch): PageDates {
  const { linked, meta, tables } = search;
  const elements = ofElements(search);
  const lines = ofLines(search);
  const own = ownObjects(search);
  const machine = (tells: DateTelling): readonly StatedDate[] => [
    ...(linked === null ? [] : ofObject(linked, { from: "json-ld", tells }, search)),
    ...toldBy(meta, tells, tables).flatMap(({ name, content }) => stated(content, `meta ${name}`, search)),
    ...elements[tells].filter(({ basis }) => basis === "metadata"),
    ...own.flatMap((object) => ofObject(object, { from: "page data", tells }, search)),
  ];
  const seen = (tells: DateTelling): readonly StatedDate[] => [
    ...elements[tells].filter(({ basis }) => basis === "text"),
    ...lines[tells],
  ];
  return {
    published: distinct([...machine("published"), ...seen("published")]),
    updated: distinct([...machine("updated"), ...seen("updated")]),
  };
}
