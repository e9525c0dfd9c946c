import type { Article } from "../../model/article.ts";
import { ChroniclerError } from "../../model/error.ts";
import { attempt, type ReadReport } from "../attempt.ts";
import { byline } from "../byline.ts";
import { findDay } from "../day.ts";
import { parsePage } from "../dom.ts";
import { collapse, type Metadata } from "../draft.ts";
import { blocksOf } from "../page-blocks.ts";
import type { ArticleTables } from "../tables.ts";
import { type About, finish } from "../text-report.ts";
import type { Feed, FeedItem } from "./item.ts";
import { isJsonFeed, readJsonFeed } from "./json-feed.ts";
import { readXmlFeed } from "./xml-feed.ts";

export { isJsonFeed } from "./json-feed.ts";

/**
 * The items of a feed: RSS, Atom or JSON Feed.
 *
 * @throws ChroniclerError `unreadable`, `bad-json`
 */
export function parseFeed(text: string, name: string): Feed {
  return isJsonFeed(text) ? readJsonFeed(text, name) : readXmlFeed(text, name);
}

function metadataOf(item: FeedItem, feed: Feed): Metadata {
  const day = findDay(item.published ?? item.updated ?? "");
  const outlet = item.outlet ?? feed.title;
  const language = item.language ?? feed.language;
  return {
    ...(item.title ? { title: collapse(item.title) } : {}),
    ...(day ? { published: day } : {}),
    ...(item.url ? { url: item.url } : {}),
    ...(outlet ? { outlet: collapse(outlet) } : {}),
    ...(language ? { language } : {}),
    authors: item.authors.flatMap((author) => byline(collapse(author))),
  };
}

function readItem(item: FeedItem, about: About & { feed: Feed }, tables: ArticleTables): Article {
  const { feed, ...rest } = about;
  const body = parsePage(item.html, about.name).body;
  const pieces = body === null ? [] : blocksOf(body);
  const article = finish(
    { draft: { metadata: metadataOf(item, feed), pieces, dropped: [] }, ...rest },
    tables,
  );
  return item.isTeaser ? { ...article, extent: "teaser" } : article;
}

/** The reports of a feed, one for each item, in order. */
export function readFeed(text: string, about: About, tables: ArticleTables): readonly ReadReport[] {
  const feed = parseFeed(text, about.name);
  if (feed.items.length === 0) {
    throw new ChroniclerError("empty", `${about.name} is a feed without items; give one that has some.`);
  }
  // What is given of a whole feed cannot be the id, address or title of each item.
  const { id: _id, url: _url, title: _title, ...given } = about.given;
  const { fetched } = about.hint ?? {};
  const hint = fetched === undefined ? {} : { fetched };
  return feed.items.map((item, index) => {
    const name = `${about.name}, item ${index + 1}`;
    return attempt(name, () => readItem(item, { feed, given, name, hint }, tables));
  });
}
