import { XMLParser } from "fast-xml-parser";
import type { Article } from "../model/article.ts";
import { ChroniclerError } from "../model/error.ts";
import type { Given } from "../model/source.ts";
import { attempt, type ReadReport } from "./attempt.ts";
import { byline } from "./byline.ts";
import { findDay } from "./day.ts";
import { parsePage } from "./dom.ts";
import { collapse, type Metadata } from "./draft.ts";
import { blocksOf } from "./page-blocks.ts";
import type { ArticleTables } from "./tables.ts";
import { finish } from "./text-report.ts";

type Node = Readonly<Record<string, unknown>>;

/** Feeds nest five or six deep; content comes as text. */
const MAX_NESTING = 64;

/** Entities the reader knows; the feed's own are never expanded. */
const ENTITIES: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  amp: "&",
  nbsp: " ",
};

function characterOf(code: number): string {
  return Number.isInteger(code) && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
}

/** What stands for the code between `&` and `;`, or undefined for one that is not known. */
function decodeEntity(code: string): string | undefined {
  if (/^#x/i.test(code)) return characterOf(Number.parseInt(code.slice(2), 16));
  if (code.startsWith("#")) return characterOf(Number(code.slice(1)));
  return ENTITIES[code.toLowerCase()];
}

function decodeEntities(text: string): string {
  return text.replace(/&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,6});/gi, (whole, code: string) => {
    return decodeEntity(code) ?? whole;
  });
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  processEntities: false,
  maxNestedTags: MAX_NESTING,
  parseTagValue: false,
  cdataPropName: "#cdata",
  // XHTML inside Atom is kept as it stands, to be read as a page.
  stopNodes: ["*.content", "*.summary"],
});

function listOf(value: unknown): readonly unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

/** The text of a node, whether it is plain, escaped or CDATA. */
function textOf(value: unknown): string {
  if (typeof value === "string") {
    const cdata = /^\s*<!\[CDATA\[([\s\S]*)\]\]>\s*$/.exec(value);
    return cdata ? (cdata[1] ?? "") : decodeEntities(value);
  }
  if (Array.isArray(value)) return textOf(value[0]);
  if (value === null || typeof value !== "object") return "";
  const node = value as Node;
  const cdata = listOf(node["#cdata"]).join("");
  return cdata !== "" ? cdata : textOf(node["#text"] ?? node.name ?? "");
}

function firstText(node: Node, fields: readonly string[]): string | undefined {
  return fields.map((field) => textOf(node[field]).trim()).find((text) => text !== "");
}

/** Atom has links as attributes, by relation; RSS has the address as text. */
function linkOf(item: Node): string | undefined {
  const links = listOf(item.link).map((link) => {
    if (typeof link === "string") return { href: link.trim(), rel: "alternate" };
    const node = link as Node;
    return { href: String(node["@href"] ?? textOf(node)), rel: String(node["@rel"] ?? "alternate") };
  });
  const guid = textOf(item.guid).trim();
  const url = links.find((link) => link.rel === "alternate")?.href ?? guid;
  return /^https?:\/\//i.test(url) ? url : undefined;
}

const CONTENT = ["content:encoded", "content", "description", "summary"];
const PUBLISHED = ["pubDate", "published", "dc:date", "issued", "updated"];
const AUTHOR = ["dc:creator", "author"];

/** Titles are often HTML inside the escapes of XML. */
function titleText(title: string): string {
  return collapse(decodeEntities(title.replace(/<[^>]*>/g, "")));
}

function metadataOf(item: Node, feed: { outlet?: string; language?: string }): Metadata {
  const title = firstText(item, ["title"]);
  const day = findDay(firstText(item, PUBLISHED) ?? "");
  const author = firstText(item, AUTHOR);
  const outlet = firstText((item.source ?? {}) as Node, ["title", "#text"]) ?? feed.outlet;
  const url = linkOf(item);
  return {
    ...(title ? { title: titleText(title) } : {}),
    ...(day ? { published: day } : {}),
    ...(url ? { url } : {}),
    ...(outlet ? { outlet: collapse(outlet) } : {}),
    ...(feed.language ? { language: feed.language } : {}),
    authors: author ? byline(collapse(author)) : [],
  };
}

/** What a feed says of all its items. */
interface Feed {
  readonly items: readonly Node[];
  readonly outlet?: string;
  readonly language?: string;
}

function parseFeed(xml: string, name: string): Feed {
  let root: Node;
  try {
    root = parser.parse(xml.replace(/<!DOCTYPE[^[>]*(?:\[[\s\S]*?\])?\s*>/i, "")) as Node;
  } catch (cause) {
    throw new ChroniclerError("unreadable", `${name} is no well-formed feed; expected RSS 2.0 or Atom.`, {
      cause,
    });
  }
  const rss = (root.rss ?? root["rdf:RDF"] ?? {}) as Node;
  const channel = (listOf(rss.channel)[0] ?? root.feed ?? {}) as Node;
  const outlet = firstText(channel, ["title"]);
  const language = firstText(channel, ["language", "dc:language", "@xml:lang"]);
  return {
    items: [...listOf(channel.item), ...listOf(rss.item), ...listOf(channel.entry)] as readonly Node[],
    ...(outlet ? { outlet } : {}),
    ...(language ? { language } : {}),
  };
}

function readItem(
  item: Node,
  about: { feed: Feed; given: Given; name: string },
  tables: ArticleTables,
): Article {
  const metadata = metadataOf(item, about.feed);
  const html = CONTENT.map((field) => textOf(item[field])).reduce(
    (a, b) => (b.length > a.length ? b : a),
    "",
  );
  const body = parsePage(html, about.name).body;
  const pieces = body === null ? [] : blocksOf(body);
  return finish({ draft: { metadata, pieces, dropped: [] }, given: about.given, name: about.name }, tables);
}

/** The reports of an RSS or Atom feed, one for each item, in order. */
export function readFeed(
  xml: string,
  about: { given: Given; name: string },
  tables: ArticleTables,
): readonly ReadReport[] {
  const feed = parseFeed(xml, about.name);
  if (feed.items.length === 0) {
    throw new ChroniclerError("empty", `${about.name} is a feed without items; give one that has some.`);
  }
  // What is given of a whole feed cannot be the id, address or title of each item.
  const { id: _id, url: _url, title: _title, ...given } = about.given;
  return feed.items.map((item, index) => {
    const name = `${about.name}, item ${index + 1}`;
    return attempt(name, () => readItem(item, { feed, given, name }, tables));
  });
}
