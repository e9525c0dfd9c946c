import { ChroniclerError } from "../../model/error.ts";
import { chooseText, type Feed, type FeedItem } from "./item.ts";

type Fields = Readonly<Record<string, unknown>>;

const VERSION = /"version"\s*:\s*"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org\\?\/version\b/;

function fieldsOf(value: unknown): Fields {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? (value as Fields) : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The first of the fields that is text and not empty. */
function textOf(fields: Fields, ...names: readonly string[]): string | undefined {
  return names.map((name) => fields[name]).find((each) => typeof each === "string" && each.trim() !== "") as
    | string
    | undefined;
}

/** Version 1.1 has a list of authors, 1.0 had one. */
function authorsOf(fields: Fields): readonly string[] {
  return [...listOf(fields.authors), fields.author].flatMap((each) => textOf(fieldsOf(each), "name") ?? []);
}

/** Text as HTML says it, paragraph by paragraph. */
function toHtml(text: string): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return escaped
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join("\n");
}

function optional<Name extends string>(
  name: Name,
  value: string | undefined,
): { readonly [K in Name]?: string } {
  return (value === undefined ? {} : { [name]: value }) as { readonly [K in Name]?: string };
}

function itemOf(item: Fields, feed: Fields): FeedItem {
  const authors = authorsOf(item);
  const content = textOf(item, "content_html") ?? toHtml(textOf(item, "content_text") ?? "");
  return {
    ...optional("title", textOf(item, "title")),
    ...optional("url", textOf(item, "url", "external_url") ?? addressOf(textOf(item, "id"))),
    ...optional("published", textOf(item, "date_published")),
    ...optional("updated", textOf(item, "date_modified")),
    ...optional("language", textOf(item, "language")),
    authors: authors.length > 0 ? authors : authorsOf(feed),
    ...chooseText({ content, summary: toHtml(textOf(item, "summary") ?? "") }),
  };
}

function addressOf(id: string | undefined): string | undefined {
  return id !== undefined && /^https?:\/\//i.test(id) ? id : undefined;
}

/** Whether the text is a JSON Feed, by the version it must name. */
export function isJsonFeed(text: string): boolean {
  return /^\s*\{/.test(text) && VERSION.test(text);
}

/**
 * Reads a JSON Feed of version 1.0 or 1.1.
 *
 * @throws ChroniclerError `bad-json`
 */
export function readJsonFeed(text: string, name: string): Feed {
  let feed: Fields;
  try {
    feed = fieldsOf(JSON.parse(text));
  } catch (cause) {
    const message = `${name} is a JSON Feed, but no whole JSON (${(cause as Error).message}); fetch it anew.`;
    throw new ChroniclerError("bad-json", message, { cause });
  }
  return {
    ...optional("title", textOf(feed, "title")),
    ...optional("language", textOf(feed, "language")),
    items: listOf(feed.items).map((item) => itemOf(fieldsOf(item), feed)),
  };
}
