import { isJsonFeed } from "./feed/json-feed.ts";
import { isOpml } from "./feed/opml.ts";

/** What a source is, and with that how it is read. */
export type Format = "page" | "feed" | "feed-list" | "json-lines" | "text";

const PAGE_START =
  /^\s*(?:<!--[\s\S]{0,5000}?-->\s*)*(?:<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<article[\s>])/i;
const FEED_ROOT = /^<(?:rss|feed|rdf:RDF)[\s>]/i;
const XHTML_START = /^\s*<\?xml[^>]{0,300}>[\s\S]{0,2000}?<html[\s>]/i;

/** How much of a source is looked at for tags. */
const PROBE_LENGTH = 20_000;

/** As many block tags make a page of a text that does not begin like one. */
const FRAGMENT_TAGS = 3;

/** Whether the whole is one JSON object or list, over several lines perhaps. */
function isJson(text: string): boolean {
  if (!/^\s*(?:\{|\[\s*\{)/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function isJsonLines(text: string): boolean {
  return /^\s*\{\s*"[^"\n]+"\s*:/.test(text) || isJson(text);
}

/** What may stand before the root of XML: declarations, comments, a document type with its own part. */
const PROLOGUE = /^\s*(?:<\?[^>]*>|<!--[\s\S]*?-->|<!doctype[^>[]*(?:\[[\s\S]*?\]\s*)?>)\s*/i;

function withoutPrologue(text: string): string {
  let rest = text;
  for (let match = PROLOGUE.exec(rest); match !== null; match = PROLOGUE.exec(rest)) {
    rest = rest.slice(match[0].length);
  }
  return rest.trimStart();
}

function byContent(text: string): Format | null {
  if (FEED_ROOT.test(withoutPrologue(text)) || isJsonFeed(text)) return "feed";
  if (isOpml(text)) return "feed-list";
  if (PAGE_START.test(text) || XHTML_START.test(text)) return "page";
  if (isJsonLines(text)) return "json-lines";
  const tags = text.slice(0, PROBE_LENGTH).match(/<(?:p|div|h[1-6]|section|span|ul|br)(?:\s[^>]*)?>/gi);
  return text.trimStart().startsWith("<") && (tags?.length ?? 0) >= FRAGMENT_TAGS ? "page" : null;
}

function byName(name: string): Format {
  if (/\.(?:html?|xhtml)$/i.test(name)) return "page";
  if (/\.(?:rss|atom)$/i.test(name)) return "feed";
  if (/\.(?:jsonl|ndjson|json)$/i.test(name)) return "json-lines";
  return "text";
}

/** What the text is: by its content first, and only then by the name it came under. */
export function formatOf(text: string, name: string): Format {
  return byContent(text) ?? byName(name);
}
