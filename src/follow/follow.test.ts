import { readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { chronicleOf } from "../chronicle.ts";
import { publicOnly } from "../fetch/address.ts";
import { type BadServer, send, startBadServer, status } from "../fetch/bad-server.test-data.ts";
import { Fetcher } from "../fetch/fetcher.ts";
import { LIMITS } from "../fetch/limits.ts";
import type { Chronicle } from "../model/chronicle.ts";
import { loadStages } from "../resources.ts";
import { readPacked } from "../warc/strict-reader.test-data.ts";
import { type FeedVisit, visitFeed } from "./feed-round.ts";
import { followFeeds } from "./follow.ts";
import { addFromWeb } from "./page.ts";

const isPublic = publicOnly((path) => readFileSync(new URL(`../../${path}`, import.meta.url)));
const MINUTE = 60_000;

let server: BadServer;
let chronicle: Chronicle;
let time: number;

/** Reading is as ever; what a language model would add is of no account here. */
async function begin(): Promise<Chronicle> {
  const stages = await loadStages();
  return chronicleOf(":memory:", {
    ...stages,
    analyze: (article) => ({
      article,
      sentences: sentencesOf(article.text),
      tokens: [],
      names: [],
      timexes: [],
      entities: [],
      quotations: [],
      events: [],
      quantities: [],
    }),
  });
}

function sentencesOf(text: string) {
  return [...text.matchAll(/\S[^\n]*/g)].map((line) => {
    return { start: line.index, end: line.index + line[0].length, from: 0, to: 0 };
  });
}

beforeAll(async () => {
  server = await startBadServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  time = Date.UTC(2026, 4, 3, 10);
  chronicle = await begin();
});
afterEach(() => {
  chronicle.close();
  server.asked.length = 0;
  for (const path of Object.keys(server.answers)) delete server.answers[path];
});

const at = (path: string): string => `http://news.test:${server.port}${path}`;

function fetcher(): Fetcher {
  return new Fetcher({
    version: "1.2.3",
    mayReach: (address) => address === "127.0.0.1" || isPublic(address),
    resolve: async (host) => [{ address: host === "news.test" ? "127.0.0.1" : "10.0.0.1", family: 4 }],
    limits: { ...LIMITS, head: 300, idle: 300, total: 900 },
    pause: 0,
    patience: 0,
    now: () => time,
  });
}

const visit = (feed = "/feed"): Promise<FeedVisit> =>
  visitFeed(at(feed), { chronicle, fetcher: fetcher(), now: () => time });

function page(title: string, words: string): string {
  const text = `<p>${words}</p><p>The mayor of Port Hale spoke to reporters at the quay on Monday morning, and said that the harbour would stay closed for a week while divers look at the wreck.</p>`;
  return `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>${text}</article></body></html>`;
}

interface Item {
  readonly path: string;
  readonly title?: string;
  readonly teaser?: string;
  readonly full?: string;
}

function feed(...items: readonly Item[]): string {
  const xml = items.map(
    ({ path, title = `Title of ${path}`, teaser = "", full }) =>
      `<item><title>${title}</title><link>${at(path)}</link><description>${teaser}</description>${
        full === undefined ? "" : `<content:encoded><![CDATA[${full}]]></content:encoded>`
      }</item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour News</title>${xml.join("")}</channel></rss>`;
}

const FULL = `<p>The council voted to build a bridge.</p><p>${"Work begins in June and takes two years, the engineer said. ".repeat(15)}</p>`;

const texts = (): string[] => chronicle.articles().map((article) => article.text.replace(/\s+/g, " "));

describe("a visit to a feed", () => {
  it("fetches the pages of teasers, and takes whole reports from the feed", async () => {
    server.answers["/feed"] = send(
      feed({ path: "/one", teaser: "The ferry sank…" }, { path: "/two", full: FULL }),
    );
    server.answers["/one"] = send(page("One", "The ferry Anna sank on Friday."));
    expect(await visit()).toMatchObject({ title: "Harbour News", added: 2, changed: 0, failures: [] });
    expect(server.asked).toEqual(["/robots.txt", "/feed", "/one"]);
    expect(texts().sort()).toEqual([
      expect.stringContaining("The ferry Anna sank on Friday. The mayor"),
      expect.stringContaining("The council voted to build a bridge."),
    ]);
    for (const article of chronicle.articles()) expect(article.fetched).toBe("2026-05-03T10:00:00Z");
  });

  it("keeps all that was fetched as records that a strict reader takes", async () => {
    server.answers["/feed"] = send(feed({ path: "/two", full: FULL }, { path: "/moved", teaser: "It…" }));
    server.answers["/moved"] = status(301, { location: "/one" });
    server.answers["/one"] = send(page("One", "The ferry Anna sank on Friday."));
    await visit();
    const records = readPacked(chronicle.archive({ isPacked: true }));
    const path = (uri = "") => uri.replace(at(""), "");
    const told = records.map(({ type, fields }) => `${type} ${path(fields.get("WARC-Target-URI"))}`.trim());
    expect(told.sort()).toEqual([
      "conversion /two",
      "request /feed",
      "request /moved",
      "request /one",
      "response /feed",
      "response /moved",
      "response /one",
      "warcinfo",
    ]);
  });

  it("adds nothing twice, and asks only whether the feed has changed", async () => {
    const items = feed({ path: "/one", teaser: "The ferry sank…" });
    server.answers["/feed"] = (response, request, socket) => {
      if (request.headers["if-none-match"] === '"1"') response.writeHead(304).end();
      else send(items, { etag: '"1"' })(response, request, socket);
    };
    server.answers["/one"] = send(page("One", "The ferry Anna sank on Friday."));
    await visit();
    expect(await visit()).toMatchObject({ added: 0, changed: 0, failures: [] });
    expect(server.asked).toEqual(["/robots.txt", "/feed", "/one", "/robots.txt", "/feed"]);
    expect(chronicle.articles()).toHaveLength(1);
  });

  it("makes another version of a report that has changed", async () => {
    server.answers["/feed"] = send(
      feed({ path: "/one", teaser: "Twelve died…" }, { path: "/two", full: FULL }),
    );
    server.answers["/one"] = send(page("One", "Twelve people died."));
    await visit();
    time += 30 * MINUTE;
    server.answers["/feed"] = send(
      feed(
        { path: "/one", teaser: "Fifteen died…" },
        { path: "/two", full: `${FULL}<p>It costs 20 million.</p>` },
      ),
    );
    server.answers["/one"] = send(page("One", "Fifteen people died."));
    expect(await visit()).toMatchObject({ added: 0, changed: 2, failures: [] });
    const changes = chronicle.changes().flatMap((each) => each.changes);
    expect(
      changes.map(({ fetched, added, removed, reworded }) => ({ fetched, added, removed, reworded })),
    ).toEqual(
      expect.arrayContaining([
        {
          fetched: "2026-05-03T10:30:00Z",
          added: [],
          removed: [],
          reworded: [{ before: "Twelve people died.", after: "Fifteen people died." }],
        },
        { fetched: "2026-05-03T10:30:00Z", added: ["It costs 20 million."], removed: [], reworded: [] },
      ]),
    );
    const before = JSON.stringify(chronicle.export());
    chronicle.rebuild();
    expect(JSON.stringify(chronicle.export())).toBe(before);
  });
});

describe("what goes wrong", () => {
  const good = { path: "/good-one", teaser: "It is good…" };
  beforeEach(() => {
    server.answers["/good-one"] = send(page("Good", "The bridge was opened."));
  });

  it.each([
    "/slow-head",
    "/endless",
    "/body-too-short",
    "/picture",
    "/loop",
    "/to-private",
    "/broken-gzip",
    "/gzip-bomb",
    "/busy",
    "/unavailable",
    "/missing",
    "/reset",
    "/huge-headers",
    "/empty",
    "/private/page",
  ])("an entry at %s never stops the others", async (path) => {
    server.answers["/feed"] = send(feed({ path, title: "Bad", teaser: "" }, good));
    const result = await visit();
    expect(result.added).toBe(1);
    expect(result.failures).toHaveLength(1);
    expect(result.failures[0]?.message).toMatch(/; |taken down/);
    expect(texts()).toEqual([expect.stringContaining("The bridge was opened.")]);
  });

  it("tries an entry again later, and then no more", async () => {
    server.answers["/feed"] = send(feed({ path: "/late", title: "Late" }));
    server.answers["/late"] = status(503);
    await visit();
    time += 5 * MINUTE;
    expect((await visit()).failures).toEqual([]);
    time += 15 * MINUTE;
    server.answers["/late"] = send(page("Late", "It came at last."));
    expect(await visit()).toMatchObject({ added: 1, failures: [] });
    time += 60 * MINUTE;
    await visit();
    expect(server.asked.filter((path) => path === "/late")).toHaveLength(2);
  });

  it("keeps the opening of a report whose page cannot be had", async () => {
    server.answers["/feed"] = send(feed({ path: "/private/page", teaser: "The ferry Anna sank on Friday…" }));
    expect(await visit()).toMatchObject({ added: 1, failures: [{ code: "forbidden" }] });
    expect(chronicle.articles()[0]).toMatchObject({ extent: "teaser", url: at("/private/page") });
  });

  it("leaves a feed alone for as long as its server asks", async () => {
    server.answers["/feed"] = status(429, { "retry-after": "7200" });
    const first = await visit();
    expect(first).toMatchObject({ due: "2026-05-03T12:00:00Z", failures: [{ code: "later" }] });
    time += 60 * MINUTE;
    expect(await visit()).toMatchObject({ due: "2026-05-03T12:00:00Z", failures: [] });
    time += 60 * MINUTE;
    server.answers["/feed"] = send(feed(good));
    expect(await visit()).toMatchObject({ added: 1, due: null });
    expect(server.asked.filter((path) => path === "/feed")).toHaveLength(2);
  });

  it("waits longer for a feed each time that it fails", async () => {
    const waits: number[] = [];
    for (let i = 0; i < 9; i++) {
      const { due } = await visit("/missing");
      waits.push((Date.parse(due ?? "") - time) / MINUTE);
      time = Date.parse(due ?? "");
    }
    expect(waits).toEqual([15, 30, 60, 120, 240, 480, 960, 1440, 1440]);
  });

  it.each<[string, string, RegExp]>([
    ["a page", page("Home", "News."), /is a web page; expected RSS/],
    [
      "a page that names its feed",
      `<!doctype html><link rel="alternate" type="application/rss+xml" href="/feed.xml"><p>News`,
      /its feed is http:\/\/news\.test:\d+\/feed\.xml/,
    ],
    ["a list of feeds", `<?xml version="1.0"?><opml version="2.0"><body/></opml>`, /list of feeds; save it/],
    ["nothing", "", /is empty/],
    ["plain words", "The ferry sank.", /is no feed; expected RSS/],
  ])("tells what it is instead of a feed: %s", async (_, body, words) => {
    server.answers["/feed"] = send(body);
    const { failures, added } = await visit();
    expect([added, failures[0]?.message]).toEqual([0, expect.stringMatching(words)]);
  });
});

describe("following feeds", () => {
  const follow = (feeds: readonly string[], signal: AbortSignal, visited: (visit: FeedVisit) => void) =>
    followFeeds(feeds.map(at), {
      chronicle,
      fetcher: fetcher(),
      every: 60,
      signal,
      visited,
      now: () => time,
    });

  it("visits all of them once, whatever becomes of one", async () => {
    server.answers["/feed"] = send(feed({ path: "/two", full: FULL }));
    const visits: FeedVisit[] = [];
    await followFeeds([at("/missing"), at("/feed"), at("/reset")], {
      chronicle,
      fetcher: fetcher(),
      every: null,
      visited: (each) => visits.push(each),
    });
    expect(
      visits
        .map(({ feed: url, added, failures }) => [url.replace(at(""), ""), added, failures.length])
        .sort(),
    ).toEqual([
      ["/feed", 1, 0],
      ["/missing", 0, 1],
      ["/reset", 0, 1],
    ]);
  });

  it("ends cleanly when it is told to, in the middle of a page, and goes on from there", async () => {
    server.answers["/feed"] = send(feed({ path: "/two", full: FULL }, { path: "/slow", teaser: "It…" }));
    const stop = new AbortController();
    let open: ServerResponse | undefined;
    server.answers["/slow"] = (response) => {
      open = response;
      stop.abort();
    };
    await follow(["/feed"], stop.signal, () => {});
    expect(open?.writableEnded).toBe(false);
    server.answers["/slow"] = send(page("Slow", "It came at last."));
    expect(await visit()).toMatchObject({ added: 2, failures: [] });
    expect(chronicle.articles()).toHaveLength(2);
  });

  it("ends cleanly between two rounds", async () => {
    server.answers["/feed"] = send(feed({ path: "/two", full: FULL }));
    const stop = new AbortController();
    await follow(["/feed"], stop.signal, () => setTimeout(() => stop.abort(), 20));
    expect(chronicle.articles()).toHaveLength(1);
  });
});

describe("one address", () => {
  const add = (path: string) => addFromWeb(at(path), {}, { chronicle, fetcher: fetcher() });

  it("is added with what its server declares", async () => {
    const bytes = Buffer.from(page("Wien", "Der B\u00fcrgermeister sprach am Montag."), "latin1");
    server.answers["/one"] = send(bytes, { "content-type": "text/html; charset=iso-8859-1" });
    expect(await add("/one")).toMatchObject({ added: [expect.any(String)], failures: [] });
    expect(texts()[0]).toContain("Bürgermeister");
    expect(chronicle.articles()[0]?.url).toBe(at("/one"));
  });

  it("is there already when it has not changed, and the visit is noted", async () => {
    server.answers["/one"] = send(page("One", "The ferry sank."));
    await add("/one");
    time += MINUTE;
    expect(await add("/one")).toMatchObject({ added: [], unchanged: 1, failures: [] });
    const types = readPacked(chronicle.archive({ isPacked: true })).map(({ type }) => type);
    expect(types.sort()).toEqual(["request", "request", "response", "revisit", "warcinfo"]);
  });

  it("asks no more than whether it has changed, where the server can tell", async () => {
    server.answers["/one"] = (response, request, socket) => {
      if (request.headers["if-none-match"]) response.writeHead(304).end();
      else send(page("One", "The ferry sank."), { etag: '"1"' })(response, request, socket);
    };
    await add("/one");
    expect(await add("/one")).toMatchObject({ added: [], unchanged: 1, failures: [] });
  });

  it("is no new version when only what stands around the report has changed", async () => {
    server.answers["/one"] = send(page("One", "The ferry sank."));
    await add("/one");
    server.answers["/one"] = send(
      page("One", "The ferry sank.").replace("<body>", "<body><nav><a href=/>Home</a></nav>"),
    );
    expect(await add("/one")).toMatchObject({ added: [], unchanged: 1 });
    expect(chronicle.changes()).toEqual([]);
  });

  it("keeps the old version when it has changed: citations stay true", async () => {
    server.answers["/one"] = send(page("One", "Twelve people died."));
    const [first = ""] = (await add("/one")).added;
    const words = chronicle.analysis(first)?.article.text;
    server.answers["/one"] = send(page("One", "Fifteen people died."));
    time += MINUTE;
    expect((await add("/one")).added).toEqual([`${first}@2`]);
    expect(chronicle.analysis(first)?.article.text).toBe(words);
    expect(chronicle.changes(first)).toEqual(chronicle.changes(`${first}@2`));
    expect(chronicle.changes("nobody")).toEqual([]);
    // A third state that is as the first: the same body is not kept twice.
    server.answers["/one"] = send(page("One", "Twelve people died."));
    expect((await add("/one")).added).toEqual([]);
  });

  it.each(["/missing", "/picture", "/to-private", "/empty"])("at %s leaves nothing behind", async (path) => {
    const { added, failures } = await add(path);
    expect([added, failures.length]).toEqual([[], 1]);
    expect([...chronicle.archive({ isPacked: true })]).toHaveLength(1);
  });
});
