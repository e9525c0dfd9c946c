import type { Article, Block } from "../model/article.ts";
import { ChroniclerError } from "../model/error.ts";
import type { Given } from "../model/source.ts";
import { assemble } from "./assemble.ts";
import { creditsPhoto } from "./caption.ts";
import { givenDate } from "./day.ts";
import { readPage } from "./page.ts";
import type { ArticleTables } from "./tables.ts";
import { readText } from "./text-report.ts";

const EXPECTED =
  'expected an object such as {"id"?, "url"?, "outlet"?, "title"?, "published"?, "html" or "text"}, with strings as values';

const GIVEN = ["id", "url", "outlet", "title", "published"] as const;

function bad(name: string, found: string): ChroniclerError {
  return new ChroniclerError("bad-json", `${name}: ${found}; ${EXPECTED}.`);
}

/** The field as text; a missing one and null are the same. */
function textOf(record: Readonly<Record<string, unknown>>, field: string, name: string): string | undefined {
  const value = record[field] ?? undefined;
  if (value === undefined || typeof value === "string") return value;
  if (field === "id" && typeof value === "number") return String(value);
  throw bad(name, `"${field}" is no string`);
}

/** A paragraph is what blank lines set apart; in a text without blank lines, each line is one. */
function paragraphsOf(text: string, from: number): readonly { start: number; end: number }[] {
  const body = text.slice(from);
  const apart = /\S[^\S\n]*\n[^\S\n]*\n/.test(body)
    ? /[^\s](?:[\s\S]*?[^\s])??(?=\s*?\n[^\S\n]*\n|\s*$)/g
    : /\S[^\n]*/g;
  return [...body.matchAll(apart)].map((match) => {
    const start = from + match.index;
    return { start, end: start + match[0].trimEnd().length };
  });
}

/** Blocks of a text that is taken as it stands. */
function blocksAsGiven(text: string, title: string | undefined, tables: ArticleTables): readonly Block[] {
  const first: readonly Block[] = title ? [{ kind: "title", start: 0, end: title.length }] : [];
  const rest = paragraphsOf(text, title?.length ?? 0).map((span): Block => {
    return {
      kind: creditsPhoto(text.slice(span.start, span.end), tables) ? "caption" : "paragraph",
      ...span,
    };
  });
  return [...first, ...rest];
}

/** The record's text, exactly: nothing is cleaned, so that offsets into it hold. */
function readExactly(body: string, about: { given: Given; name: string }, tables: ArticleTables): Article {
  const { title } = about.given;
  const text = title === undefined ? body : `${title}\n\n${body}`;
  const blocks = blocksAsGiven(text, title, tables);
  return assemble({ text, blocks, dropped: [], metadata: {}, ...about }, tables);
}

function givenOf(record: Readonly<Record<string, unknown>>, name: string): Given {
  const pairs = GIVEN.map((field) => [field, textOf(record, field, name)] as const);
  const given: Given = Object.fromEntries(pairs.filter(([, value]) => value !== undefined && value !== ""));
  // Said before anything else is found wrong: a date is the field most often mistyped.
  if (given.published !== undefined) givenDate(given.published, name);
  return given;
}

/** What messages call a record: its own id, beside the name of the source it came in. */
function nameOf(record: Readonly<Record<string, unknown>>, name: string): string {
  return typeof record.id === "string" ? `${name} "${record.id}"` : name;
}

/**
 * One article in the input form of the contract: `{"id"?, "url"?, "outlet"?, "title"?, "published"?}` and
 * `"html"` or `"text"`. With `text` and `title`, the article's text is exactly title, blank line, text;
 * with `text` and `"clean": true` it is exactly `text`; `text` alone is cleaned as a plain text file is.
 *
 * @param name what messages call it
 * @throws ChroniclerError `bad-json`, `bad-date`, `empty`, `too-large`
 */
export function readRecord(record: unknown, tables: ArticleTables, name = "the record"): Article {
  if (record === null || typeof record !== "object" || Array.isArray(record)) {
    throw bad(
      name,
      Array.isArray(record) ? "it is a list" : `it is ${record === null ? "null" : `a ${typeof record}`}`,
    );
  }
  const fields = record as Readonly<Record<string, unknown>>;
  const about = { given: givenOf(fields, nameOf(fields, name)), name: nameOf(fields, name) };
  const html = textOf(fields, "html", about.name);
  const text = textOf(fields, "text", about.name);
  if (html !== undefined && html.trim() !== "") return readPage(html, about, tables);
  if (text === undefined && html === undefined) throw bad(about.name, 'it has neither "html" nor "text"');
  if (text === undefined || text.trim() === "") {
    throw new ChroniclerError("empty", `${about.name} holds no text; give the words of the report.`);
  }
  const exact = about.given.title !== undefined || fields.clean === true;
  return exact ? readExactly(text, about, tables) : readText(text, about, tables);
}
