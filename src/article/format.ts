/** What a source is, and with that how it is read. */
export type Format = "page" | "feed" | "json-lines" | "text";

const PAGE_START =
  /^\s*(?:<!--[\s\S]{0,5000}?-->\s*)*(?:<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<article[\s>])/i;
const FEED_START =
  /^\s*(?:<\?xml[^>]{0,300}>\s*)?(?:<\?[^>]{0,300}>\s*|<!--[\s\S]{0,5000}?-->\s*)*<(?:rss|feed|rdf:RDF)[\s>]/i;
const XHTML_START = /^\s*<\?xml[^>]{0,300}>[\s\S]{0,2000}?<html[\s>]/i;

/** How much of a source is looked at for tags. */
const PROBE_LENGTH = 20_000;

/** As many block tags make a page of a text that does not begin like one. */
const FRAGMENT_TAGS = 3;

function isJsonLines(text: string): boolean {
  const first = text.trimStart().split("\n", 1)[0]?.trim() ?? "";
  if (!first.startsWith("{")) return false;
  if (/^\{\s*"[^"]+"\s*:/.test(first)) return true;
  return false;
}

function byContent(text: string): Format | null {
  if (FEED_START.test(text)) return "feed";
  if (PAGE_START.test(text) || XHTML_START.test(text)) return "page";
  if (isJsonLines(text)) return "json-lines";
  const tags = text.slice(0, PROBE_LENGTH).match(/<(?:p|div|h[1-6]|section|span|ul|br)(?:\s[^>]*)?>/gi);
  return text.trimStart().startsWith("<") && (tags?.length ?? 0) >= FRAGMENT_TAGS ? "page" : null;
}

function byName(name: string): Format {
  if (/\.(?:html?|xhtml)$/i.test(name)) return "page";
  if (/\.(?:rss|atom)$/i.test(name)) return "feed";
  if (/\.(?:jsonl|ndjson)$/i.test(name)) return "json-lines";
  return "text";
}

/** What the text is: by its content first, and only then by the name it came under. */
export function formatOf(text: string, name: string): Format {
  return byContent(text) ?? byName(name);
}
