import { collapse } from "../draft.ts";
import { decodeEntities, listOf, type Node, parseXml } from "./xml.ts";

/** A feed that a list names. */
export interface ListedFeed {
  readonly url: string;
  readonly title?: string;
  /** The groups it stands in, outermost first. */
  readonly groups: readonly string[];
}

/** A longer list is none of feeds that one reader follows. */
const MAX_FEEDS = 10_000;

function attribute(outline: Node, ...names: readonly string[]): string | undefined {
  const value = names
    .map((name) => outline[`@${name}`])
    .find((each) => typeof each === "string" && each !== "");
  return value === undefined ? undefined : collapse(decodeEntities(value as string));
}

function feedsIn(outline: Node, groups: readonly string[]): readonly ListedFeed[] {
  const url = attribute(outline, "xmlUrl", "xmlurl", "xmlURL");
  const title = attribute(outline, "title", "text");
  const own = url && /^https?:\/\//i.test(url) ? [{ url, ...(title ? { title } : {}), groups }] : [];
  const inner = url || !title ? groups : [...groups, title];
  return [...own, ...listOf(outline.outline).flatMap((each) => feedsIn((each ?? {}) as Node, inner))];
}

/** Whether the text is an OPML document. */
export function isOpml(text: string): boolean {
  return /^(?:\s|<\?[^>]*>|<!--[\s\S]{0,5000}?-->|<!doctype[^>[]*(?:\[[\s\S]*?\]\s*)?>)*<opml[\s>]/i.test(
    text,
  );
}

/**
 * The feeds that an OPML list names, in its order, each address once; groups may nest.
 *
 * @throws ChroniclerError `unreadable`
 */
export function readOpml(xml: string, name: string): readonly ListedFeed[] {
  const opml = (parseXml(xml, name).opml ?? {}) as Node;
  const bodies = listOf(opml.body) as readonly Node[];
  const feeds = bodies.flatMap((body) => feedsIn((body ?? {}) as Node, []));
  const first = new Map(feeds.map((feed) => [feed.url, feed] as const).reverse());
  return feeds.filter((feed) => first.get(feed.url) === feed).slice(0, MAX_FEEDS);
}
