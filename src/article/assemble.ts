import { createHash } from "node:crypto";
import type { Article, Block, Dateline, Dropped } from "../model/article.ts";
import { ChroniclerError } from "../model/error.ts";
import type { Given } from "../model/source.ts";
import { personsIn, signatories } from "./authors.ts";
import { photoCredits } from "./caption.ts";
import { agencyName } from "./clean.ts";
import { findDateline } from "./dateline.ts";
import { type Dating, dateReport } from "./dating.ts";
import { findDay, givenDate } from "./day.ts";
import { bare, type Metadata, type Piece, type StatedDate } from "./draft.ts";
import { reportLanguage } from "./language.ts";
import { findNotes } from "./notes.ts";
import { outletOf } from "./outlet.ts";
import { latestPastDay } from "./past-day.ts";
import { readStamp } from "./stamp.ts";
import type { ArticleTables } from "./tables.ts";

/** What stands between two blocks of the text. */
const BETWEEN = "\n\n";

/** Hexadecimal digits of a derived id: enough that a chronicle of a million reports has no two alike. */
const ID_DIGITS = 10;

/** Text and blocks, with all else that is known: what `assemble` makes an article of. */
export interface Parts {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly dropped: readonly Dropped[];
  readonly metadata: Metadata;
  readonly given: Given;
  /** What messages call the source. */
  readonly name: string;
}

/** The pieces as one text, and where each stands in it. */
export function joinPieces(pieces: readonly Piece[]): {
  readonly text: string;
  readonly blocks: readonly Block[];
} {
  const blocks: Block[] = [];
  let text = "";
  for (const piece of pieces) {
    if (text !== "") text += BETWEEN;
    blocks.push({ kind: piece.kind, start: text.length, end: text.length + piece.text.length });
    text += piece.text;
  }
  return { text, blocks };
}

/** What tells when a report appeared. */
interface Datable extends Parts {
  readonly url: string | undefined;
  readonly dateline: Dateline | null;
}

/** What states the day of the report: all that the page names, or the one that the source of it names. */
function statedDates({ metadata, dateline }: Datable, tables: ArticleTables): readonly StatedDate[] {
  const { dates = [], published, publishedInText, language } = metadata;
  const reading =
    language === undefined ? { words: tables.page.words } : { words: tables.page.words, language };
  const read = (text: string | undefined, how: Omit<StatedDate, "stamp">): readonly StatedDate[] => {
    const stamp = text === undefined ? null : readStamp(text, reading);
    return stamp === null ? [] : [{ stamp, ...how }];
  };
  const stated = [
    ...read(published, { source: "metadata", basis: "metadata" }),
    ...dates,
    ...read(publishedInText, { source: "visible text", basis: "text" }),
  ];
  // Filed on the day of its dateline, a report appears on that day or the next: so it counts where nothing else does.
  const filed = findDay(dateline?.text ?? "") ?? undefined;
  return stated.length > 0 ? stated : read(filed, { source: "dateline", basis: "text" });
}

function statedUpdates({ metadata }: Parts, tables: ArticleTables): readonly StatedDate[] {
  const { updates = [], updatedInText } = metadata;
  const stamp = updatedInText === undefined ? null : readStamp(updatedInText, { words: tables.page.words });
  return stamp === null ? updates : [...updates, { stamp, source: "visible text", basis: "text" }];
}

/** The report's days, weighed; a date given by a person is never doubted. */
function datingOf(report: Datable, tables: ArticleTables): Dating {
  const { given, metadata, name, text, blocks, url } = report;
  const fetched = given.fetched ?? metadata.fetched;
  const pieces = blocks.map(({ kind, start, end }) => ({ kind, text: text.slice(start, end) }));
  const dating = dateReport({
    published: statedDates(report, tables),
    updated: statedUpdates(report, tables),
    past: latestPastDay(pieces, tables.dayContexts),
    ...(url === undefined ? {} : { url }),
    ...(fetched === undefined ? {} : { fetched }),
  });
  if (given.published === undefined) return dating;
  return { ...dating, published: { value: givenDate(given.published, name), basis: "given" } };
}

function derivedId(url: string | undefined, text: string): string {
  const hash = createHash("sha256").update(url ?? text, "utf8");
  return `a${hash.digest("hex").slice(0, ID_DIGITS)}`;
}

/** Words that agencies put after their name in bylines. */
const AGENCY_OFFICE =
  /(?:\s+(?:Sports|Business|Science|Staff|Senior|News|Service|Desk|Bureau|Writers?|Reporters?|Correspondents?|Editors?))+$/i;

/** The agency among those who sign, where a desk signs with it. */
function signingAgency(signed: readonly string[], tables: ArticleTables): string | undefined {
  const forms = signed.flatMap((name) => [name, name.replace(AGENCY_OFFICE, "")]);
  const form = forms.find((name) => tables.agencies.some((rule) => rule.pattern.test(name)));
  return form === undefined ? undefined : agencyName(form, tables);
}

/** Stations sign datelines with their own name: that is no agency, and an outlet is no author. */
function isOwnName(name: string, outlet: string | undefined): boolean {
  const [own, other] = [outlet ?? "", name].map((each) => bare(each.replace(/^the\s/i, "")));
  if (!own || !other) return false;
  return own === other || own.startsWith(other) || other.startsWith(own);
}

/** The agency of a dateline; a name that no table has may be the outlet's own. */
function datelineAgency(
  dateline: Dateline | null,
  outlet: string | undefined,
  tables: ArticleTables,
): string | undefined {
  const name = dateline?.agency;
  if (name === undefined || signingAgency([name], tables) !== undefined) return name;
  return isOwnName(name, outlet) ? undefined : name;
}

/** A name and the agency that stands behind it without a mark: "Ana Novak Associated Press". */
function apart(name: string, tables: ArticleTables): readonly string[] {
  const words = name.split(" ");
  const at = words.findIndex((_word, index) => {
    return index > 1 && signingAgency([words.slice(index).join(" ")], tables) !== undefined;
  });
  return at < 0 ? [name] : [words.slice(0, at).join(" "), words.slice(at).join(" ")];
}

/** Where a report says who wrote it. */
interface Signed {
  readonly metadata: Metadata;
  readonly outlet: string | undefined;
  readonly dateline: Dateline | null;
}

/** Who wrote the report: persons and agency, told apart. */
function writersOf(
  { metadata, outlet, dateline }: Signed,
  tables: ArticleTables,
): { readonly authors: readonly string[]; readonly agency?: string | undefined } {
  const bylines = metadata.authors ?? [];
  const signed = bylines
    .flatMap((byline) => signatories(byline, tables.bylines))
    .flatMap((name) => apart(name, tables));
  const agency = datelineAgency(dateline, outlet, tables) ?? metadata.agency ?? signingAgency(signed, tables);
  const persons = signed.flatMap((name) => personsIn(name, tables.bylines));
  const authors = [...new Set(persons)].filter((person) => {
    return person !== agency && !isOwnName(person, outlet) && signingAgency([person], tables) === undefined;
  });
  return agency === undefined ? { authors } : { authors, agency };
}

function fetchedOf({ given, metadata }: Parts): { readonly fetched?: string } {
  const fetched = given.fetched ?? metadata.fetched;
  return fetched === undefined ? {} : { fetched };
}

/** Makes the article out of its parts: what was given wins over what the page says. */
export function assemble(parts: Parts, tables: ArticleTables): Article {
  const { text, blocks, metadata, given } = parts;
  refuseBook(text, parts.name);
  const url = given.url ?? metadata.url;
  const title = given.title ?? metadata.title;
  const outlet = given.outlet ?? outletOf(metadata.outlet, url);
  const dateline = findDateline(text, blocks, tables);
  const { authors, agency } = writersOf({ metadata, outlet, dateline }, tables);
  const { published, updated, rejected } = datingOf({ ...parts, url, dateline }, tables);
  const notes = findNotes(text, blocks, tables.notes);
  const captions = blocks.filter(({ kind }) => kind === "caption");
  const credits = photoCredits(
    captions.map(({ start, end }) => text.slice(start, end)),
    tables,
  );
  return {
    id: given.id ?? derivedId(url, text),
    ...fetchedOf(parts),
    ...(url ? { url } : {}),
    ...(outlet ? { outlet } : {}),
    ...(title ? { title } : {}),
    authors,
    ...(agency ? { agency } : {}),
    ...(dateline ? { dateline } : {}),
    published,
    ...(updated ? { updated } : {}),
    ...(rejected.length > 0 ? { rejectedDates: rejected } : {}),
    ...(notes.length > 0 ? { notes } : {}),
    ...(credits.length > 0 ? { photoCredits: credits } : {}),
    language: reportLanguage(metadata.language, text, tables.languages),
    text,
    blocks,
    dropped: parts.dropped,
  };
}

/**
 * The longest text that is read as one report, in UTF-16 code units: some 50,000 words, far more than any
 * report has. Reading so much takes seconds; what is longer is a book, or was made to exhaust the reader.
 */
const LONGEST_TEXT = 300_000;

function refuseBook(text: string, name: string): void {
  if (text.length <= LONGEST_TEXT) return;
  const [length, limit] = [text.length, LONGEST_TEXT].map((each) => each.toLocaleString("en"));
  throw new ChroniclerError(
    "too-large",
    `${name} has ${length} characters of text, but a report may have at most ${limit}; split it.`,
  );
}
