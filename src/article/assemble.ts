import { createHash } from "node:crypto";
import type { Article, Block, Dateline, Dropped, Published } from "../model/article.ts";
import { ChroniclerError } from "../model/error.ts";
import type { Given } from "../model/source.ts";
import { agencyName } from "./clean.ts";
import { findDateline } from "./dateline.ts";
import { dayOfUrl, findDay, givenDate } from "./day.ts";
import { bare, type Metadata, type Piece } from "./draft.ts";
import { outletOf } from "./outlet.ts";
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

function publishedOf({ given, metadata, name }: Parts, url: string | undefined): Published {
  if (given.published !== undefined) return { value: givenDate(given.published, name), basis: "given" };
  const stated = metadata.published === undefined ? null : findDay(metadata.published);
  if (stated !== null) return { value: stated, basis: "metadata" };
  const ofUrl = url === undefined ? null : dayOfUrl(url);
  if (ofUrl !== null) return { value: ofUrl, basis: "url" };
  if (metadata.publishedInText !== undefined) return { value: metadata.publishedInText, basis: "text" };
  return { value: null, basis: "unknown" };
}

function derivedId(url: string | undefined, text: string): string {
  const hash = createHash("sha256").update(url ?? text, "utf8");
  return `a${hash.digest("hex").slice(0, ID_DIGITS)}`;
}

/** The agency among the authors, where a desk signs with it. */
function signingAgency(authors: readonly string[], tables: ArticleTables): string | undefined {
  const signed = authors.find((author) => tables.agencies.some((rule) => rule.pattern.test(author)));
  return signed === undefined ? undefined : agencyName(signed, tables);
}

/** Stations sign datelines with their own name: that is no agency, and an outlet is no author. */
function isOwnName(name: string, outlet: string | undefined): boolean {
  const [own, other] = [bare(outlet ?? ""), bare(name)];
  return own !== "" && other !== "" && (own === other || own.startsWith(other) || other.startsWith(own));
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

/** Makes the article out of its parts: what was given wins over what the page says. */
export function assemble(parts: Parts, tables: ArticleTables): Article {
  const { text, blocks, metadata, given } = parts;
  refuseBook(text, parts.name);
  const url = given.url ?? metadata.url;
  const title = given.title ?? metadata.title;
  const outlet = given.outlet ?? outletOf(metadata.outlet, url);
  const dateline = findDateline(text, blocks, tables);
  const signed = metadata.authors ?? [];
  const agency = datelineAgency(dateline, outlet, tables) ?? metadata.agency ?? signingAgency(signed, tables);
  const authors = signed.filter((author) => {
    return author !== agency && !isOwnName(author, outlet) && signingAgency([author], tables) === undefined;
  });
  return {
    id: given.id ?? derivedId(url, text),
    ...(url ? { url } : {}),
    ...(outlet ? { outlet } : {}),
    ...(title ? { title } : {}),
    authors,
    ...(agency ? { agency } : {}),
    ...(dateline ? { dateline } : {}),
    published: publishedOf(parts, url),
    language: (metadata.language ?? "en").replaceAll("_", "-"),
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
