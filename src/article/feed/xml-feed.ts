import { collapse } from "../draft.ts";
import { chooseText, type Feed, type FeedItem } from "./item.ts";
import { decodeEntities, firstText, listOf, type Node, parseXml, textOf } from "./xml.ts";

const CONTENT = ["content:encoded", "content", "xhtml:body", "body"];
const SUMMARY = ["description", "summary", "media:description"];
const PUBLISHED = ["pubDate", "published", "dc:date", "issued", "created", "dcterms:created"];
const UPDATED = ["updated", "modified", "dcterms:modified", "lastBuildDate"];
const AUTHOR = ["dc:creator", "author", "itunes:author"];

/** Atom has links as attributes, by relation; RSS has the address as text. */
function linkOf(item: Node): string | undefined {
  const links = listOf(item.link).map((link) => {
    if (typeof link === "string") return { href: decodeEntities(link.trim()), rel: "alternate" };
    const node = link as Node;
    const href = decodeEntities(String(node["@href"] ?? textOf(node)));
    return { href, rel: String(node["@rel"] ?? "alternate") };
  });
  const url = links.find((link) => link.rel === "alternate")?.href ?? permanentLink(item);
  return url !== undefined && /^https?:\/\//i.test(url) ? url : undefined;
}

/** RSS 2.0 lets the identifier be the address, RSS 1.0 names the resource. */
function permanentLink(item: Node): string | undefined {
  const [guid] = listOf(item.guid);
  const isLink = typeof guid === "string" || String((guid as Node | undefined)?.["@isPermaLink"]) !== "false";
  return (isLink ? textOf(guid).trim() : "") || (item["@rdf:about"] as string | undefined);
}

/** Titles are often HTML inside the escapes of XML. */
function titleText(title: string): string {
  return collapse(decodeEntities(title.replace(/<[^>]*>/g, "")));
}

function longest(item: Node, fields: readonly string[]): string {
  return fields.map((field) => textOf(item[field])).reduce((a, b) => (b.length > a.length ? b : a), "");
}

function authorsOf(item: Node): readonly string[] {
  return AUTHOR.flatMap((field) => listOf(item[field]).map((each) => collapse(textOf(each)))).filter(
    (name) => name !== "",
  );
}

function itemOf(item: Node): FeedItem {
  const title = firstText(item, ["title", "media:title"]);
  const published = firstText(item, PUBLISHED) ?? firstText(item, UPDATED);
  const updated = firstText(item, UPDATED);
  const outlet = firstText((item.source ?? {}) as Node, ["title", "#text"]);
  const url = linkOf(item);
  return {
    ...(title ? { title: titleText(title) } : {}),
    ...(url ? { url } : {}),
    ...(published ? { published } : {}),
    ...(updated ? { updated } : {}),
    ...(outlet ? { outlet: collapse(outlet) } : {}),
    authors: authorsOf(item).slice(0, 1),
    ...chooseText({ content: longest(item, CONTENT), summary: longest(item, SUMMARY) }),
  };
}

/**
 * Reads RSS 0.9x, 1.0 (RDF) and 2.0, and Atom 0.3 and 1.0.
 *
 * @throws ChroniclerError `unreadable`
 */
export function readXmlFeed(xml: string, name: string): Feed {
  const root = parseXml(xml, name);
  const rss = (root.rss ?? root["rdf:RDF"] ?? {}) as Node;
  const channel = (listOf(rss.channel)[0] ?? root.feed ?? {}) as Node;
  const title = firstText(channel, ["title"]);
  const language = firstText(channel, ["language", "dc:language", "@xml:lang"]);
  const items = [...listOf(channel.item), ...listOf(rss.item), ...listOf(channel.entry)];
  return {
    items: items
      .filter((item) => item !== null && typeof item === "object")
      .map((item) => itemOf(item as Node)),
    ...(title ? { title: collapse(title) } : {}),
    ...(language ? { language } : {}),
  };
}
