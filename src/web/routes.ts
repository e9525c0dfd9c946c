import { asset } from "./assets.ts";
import { explainPage } from "./explain-page.ts";
import type { Chronicle } from "./library.ts";
import { entitiesPage, entityPage } from "./names/entity-page.ts";
import { type Reply, RequestError } from "./parts/page.ts";
import { quotationsPage } from "./quotations/quotations-page.ts";
import { articlePage, articlesPage } from "./report/article-page.ts";
import { searchPage } from "./search/search-page.ts";
import { eventPage, storiesPage } from "./stories/stories-page.ts";
import { timelinePage } from "./timeline/timeline-page.ts";
import type { View } from "./view.ts";

const exportJson: View = ({ chronicle }) => ({
  kind: "data",
  type: "application/json; charset=utf-8",
  body: JSON.stringify(chronicle.export()),
});

/** Every address of the server; `:id` stands for one segment. */
const ROUTES: Readonly<Record<string, View>> = {
  "/": storiesPage,
  "/stories/:id": timelinePage,
  "/events/:id": eventPage,
  "/explain/:id": explainPage,
  "/articles": articlesPage,
  "/articles/:id": articlePage,
  "/entities": entitiesPage,
  "/entities/:id": entityPage,
  "/quotations": quotationsPage,
  "/search": searchPage,
  "/export.json": exportJson,
};

/** Longest id in an address, in UTF-16 code units. */
const MAX_ID = 500;

function decodeId(segment: string): string {
  try {
    const id = decodeURIComponent(segment);
    if (id.length > 0 && id.length <= MAX_ID && !/\p{Cc}/u.test(id)) return id;
  } catch {
    // Not percent-encoded text: answered as any other id that cannot be one.
  }
  throw new RequestError(400, "The id in this address is not one that could exist.");
}

function find(pathname: string): { view: View; id: string } | null {
  const fixed = Object.hasOwn(ROUTES, pathname) ? ROUTES[pathname] : undefined;
  if (fixed && !pathname.includes(":")) return { view: fixed, id: "" };
  const match = /^(\/[a-z]+)\/([^/]+)$/.exec(pathname);
  const view = match ? ROUTES[`${match[1]}/:id`] : undefined;
  return view ? { view, id: decodeId(match?.[2] ?? "") } : null;
}

/** The answer to a request for this path and these parameters; throws a RequestError where there is none. */
export function route(chronicle: Chronicle, { pathname, searchParams }: URL): Reply {
  const assetMatch = /^\/assets\/([^/]+)\/([^/]+)$/.exec(pathname);
  const found = assetMatch ? asset(assetMatch[1] ?? "", assetMatch[2] ?? "") : null;
  if (found) return found;
  const target = find(pathname);
  if (!target) throw new RequestError(404, "There is no page at this address.");
  return target.view({ chronicle, id: target.id, query: searchParams });
}
