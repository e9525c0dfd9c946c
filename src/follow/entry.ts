import { createHash } from "node:crypto";
import type { Feed, FeedItem } from "../article/feed/item.ts";
import type { Capture } from "../model/capture.ts";
import type { FetchedPage } from "../model/source.ts";

/** What names an entry from one visit of its feed to the next. */
export function keyOf({ url, title, published }: FeedItem): string {
  return url ?? `${title ?? ""} ${published ?? ""}`.trim();
}

/** Changes whenever the feed says something else of the entry. */
export function markOf(item: FeedItem): string {
  return createHash("sha256").update(JSON.stringify(item)).digest("hex").slice(0, 20);
}

/** Names an entry that has no page of its own, as web archives ask for. */
function addressOf(item: FeedItem): string {
  return item.url ?? `urn:sha256:${createHash("sha256").update(keyOf(item)).digest("hex")}`;
}

/** The entry alone, as a JSON Feed of one: it holds all that any feed says of an entry. */
function asJsonFeed(item: FeedItem, feed: Feed): string {
  const title = item.outlet ?? feed.title;
  const language = item.language ?? feed.language;
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title,
    language,
    items: [
      {
        id: keyOf(item),
        url: item.url,
        title: item.title,
        date_published: item.published,
        date_modified: item.updated,
        authors: item.authors.map((name) => ({ name })),
        content_html: item.html,
        // What repeats its summary is read as the opening of a report, and not as the whole.
        ...(item.isTeaser ? { summary: wordsOf(item) } : {}),
      },
    ],
  });
}

/** An entry that the feed gives in full, to be kept without its page. */
export function entryPage(item: FeedItem, feed: Feed, captures: readonly Capture[]): FetchedPage {
  const bytes = new TextEncoder().encode(asJsonFeed(item, feed));
  return { captures, part: { url: addressOf(item), type: "application/feed+json", bytes }, given: {} };
}

function wordsOf({ html }: FeedItem): string {
  return html
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** Whether the feed gives words to read: some give titles alone. */
export function hasWords(item: FeedItem): boolean {
  return wordsOf(item) !== "";
}
