import { XMLParser } from "fast-xml-parser";
import { ChroniclerError } from "../../model/error.ts";

/** An element: its attributes with `@` before their names, its text as `#text`, and its children. */
export type Node = Readonly<Record<string, unknown>>;

/** Feeds nest five or six deep, lists of feeds some more; content comes as text. */
const MAX_NESTING = 64;

/** Entities the reader knows; the document's own are never expanded. */
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

/** The text with the five entities of XML, `&nbsp;` and numbers replaced. */
export function decodeEntities(text: string): string {
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

/**
 * Reads XML. No entity of its own is expanded, and nothing is fetched: a document type is cut off unread.
 *
 * @throws ChroniclerError `unreadable`
 */
export function parseXml(xml: string, name: string): Node {
  try {
    return parser.parse(xml.replace(/<!DOCTYPE[^[>]*(?:\[[\s\S]*?\])?\s*>/i, "")) as Node;
  } catch (cause) {
    const message = `${name} is no well-formed XML (${(cause as Error).message}); expected a feed. Fetch it anew.`;
    throw new ChroniclerError("unreadable", message, { cause });
  }
}

/** One, none or many, as a list. */
export function listOf(value: unknown): readonly unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

/** The text of a node, whether it is plain, escaped or CDATA. */
export function textOf(value: unknown): string {
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

/** The text of the first of the fields that has some. */
export function firstText(node: Node, fields: readonly string[]): string | undefined {
  return fields.map((field) => textOf(node[field]).trim()).find((text) => text !== "");
}
