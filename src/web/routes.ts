import type { IncomingMessage } from "node:http";
import { addPage, jobEvents, jobPage, takeReports } from "./adding/add-page.ts";
import type { Jobs } from "./adding/jobs.ts";
import { asset } from "./assets.ts";
import { explainPage } from "./explain-page.ts";
import type { Live } from "./live.ts";
import { entitiesPage } from "./names/entities-page.ts";
import { entityPage } from "./names/entity-page.ts";
import { type Reply, RequestError } from "./parts/page.ts";
import { disagreementsPage } from "./quotations/disagreements-page.ts";
import { quotationsPage } from "./quotations/quotations-page.ts";
import { articlePage } from "./report/article-page.ts";
import { articlesPage } from "./report/articles-page.ts";
import { originalPage } from "./report/original.ts";
import { searchPage } from "./search/search-page.ts";
import { storiesPage } from "./stories/stories-page.ts";
import { eventPage } from "./timeline/event-page.ts";
import { timelinePage } from "./timeline/timeline-page.ts";
import type { Asked, View } from "./view.ts";

/** What serves readers beside the chronicle itself. */
export interface Desk {
  /** Work that readers send in; null where nothing can be added. */
  readonly jobs: Jobs | null;
  readonly live: Live;
}

const exportJson: View = ({ contents }) => ({
  kind: "data",
  type: "application/json; charset=utf-8",
  body: JSON.stringify(contents.chronicle.export()),
});

/** Every address of the server; `:id` stands for one segment. */
const ROUTES: Readonly<Record<string, View>> = {
  "/": storiesPage,
  "/stories/:id": timelinePage,
  "/events/:id": eventPage,
  "/explain/:id": explainPage,
  "/articles": articlesPage,
  "/articles/:id": articlePage,
  "/originals/:id": originalPage,
  "/entities": entitiesPage,
  "/entities/:id": entityPage,
  "/quotations": quotationsPage,
  "/differences": disagreementsPage,
  "/search": searchPage,
  "/add": addPage,
  "/adding/:id": jobPage,
  "/adding-events/:id": jobEvents,
  "/live": ({ desk }) => desk.live.stream(),
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
  const match = /^(\/[a-z-]+)\/([^/]+)$/.exec(pathname);
  const view = match ? ROUTES[`${match[1]}/:id`] : undefined;
  return view ? { view, id: decodeId(match?.[2] ?? "") } : null;
}

/** The answer to a request for this path and these parameters; throws a RequestError where there is none. */
export async function route(
  { pathname, searchParams }: URL,
  asked: Omit<Asked, "id" | "query">,
): Promise<Reply> {
  const assetMatch = /^\/assets\/([^/]+)\/([^/]+)$/.exec(pathname);
  const found = assetMatch ? asset(assetMatch[1] ?? "", assetMatch[2] ?? "") : null;
  if (found) return found;
  const target = find(pathname);
  if (!target) throw new RequestError(404, "There is no page at this address.");
  return target.view({ ...asked, id: target.id, query: searchParams });
}

/** Takes in what a reader sends; throws a RequestError where nothing can be sent there. */
export async function take(request: IncomingMessage, { pathname }: URL, { jobs }: Desk): Promise<Reply> {
  if (pathname !== "/add") throw new RequestError(405, "This page can be read, not changed.");
  if (!jobs) throw new RequestError(405, "This chronicle was opened for reading only.");
  return takeReports(request, jobs);
}
