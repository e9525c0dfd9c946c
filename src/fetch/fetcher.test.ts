import { readFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { ErrorCode } from "../model/error.ts";
import { publicOnly } from "./address.ts";
import { type BadServer, PAGE, PATHS, send, startBadServer, status } from "./bad-server.test-data.ts";
import { type Fetched, Fetcher, type FetcherOptions } from "./fetcher.ts";
import { LIMITS } from "./limits.ts";
import type { Resolve } from "./lookup.ts";
import { FetchError } from "./problem.ts";

const isPublic = publicOnly((path) => readFileSync(new URL(`../../${path}`, import.meta.url)));

/** Names of the tests; nobody else's are ever asked for. */
const resolve: Resolve = async (host) => {
  const address = host === "news.test" ? "127.0.0.1" : host === "inside.test" ? "192.168.1.1" : "";
  if (address === "") throw Object.assign(new Error(host), { code: "ENOTFOUND" });
  return [{ address, family: 4 }];
};

let server: BadServer;
const slept: number[] = [];
beforeAll(async () => {
  server = await startBadServer();
});
afterAll(() => server.close());
afterEach(() => {
  server.asked.length = 0;
  server.headers.length = 0;
  slept.length = 0;
  for (const path of Object.keys(server.answers)) delete server.answers[path];
});

function fetcher(options: Partial<FetcherOptions> = {}): Fetcher {
  return new Fetcher({
    version: "1.2.3",
    // The server of the tests, and otherwise only what anybody may reach.
    mayReach: (address) => address === "127.0.0.1" || isPublic(address),
    resolve,
    limits: { ...LIMITS, connect: 1000, head: 300, idle: 300, total: 900, body: 2 * 1024 * 1024 },
    pause: 0,
    sleep: async (milliseconds) => {
      slept.push(milliseconds);
    },
    ...options,
  });
}

const at = (path: string): string => `http://news.test:${server.port}${path}`;

async function problemOf(work: Promise<Fetched>): Promise<FetchError> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof FetchError)) throw new Error(`no FetchError but ${error}`);
  return error;
}

/** What comes of each path: a code with words of the message, or the text that is fetched. */
const OUTCOMES: Readonly<Record<string, readonly [ErrorCode, RegExp] | string>> = {
  "/good": PAGE,
  "/slow-head": ["unreachable", /did not answer in time/],
  "/slow-body": ["unreachable", /stopped in the middle/],
  "/trickle": ["unreachable", /took too long/],
  "/endless": ["too-large", /larger than 2 MB/],
  "/declared-large": ["too-large", /larger than 2 MB/],
  "/body-too-short": ["unreachable", /broke off/],
  "/body-too-long": "<p>Ended.",
  "/bad-chunk": ["unreachable", /broke off/],
  "/no-http": ["unreachable", /does not answer as HTTP asks/],
  "/no-answer": ["unreachable", /broke off/],
  "/picture": ["not-text", /is image\/png; expected a page/],
  "/loop": ["unreadable", /leads in circles/],
  "/loop-of-two": ["unreadable", /leads in circles/],
  "/loop-back": ["unreadable", /leads in circles/],
  "/to-good": PAGE,
  "/to-private": ["forbidden", /10\.0\.0\.1 is not an address on the public Internet/],
  "/to-metadata": ["forbidden", /169\.254\.169\.254 is not/],
  "/to-mapped": ["forbidden", /is not an address on the public/],
  "/to-decimal": ["forbidden", /127\.0\.0\.2 is not/],
  "/to-inside": ["forbidden", /inside\.test \(192\.168\.1\.1\) is not/],
  "/to-file": ["forbidden", /is no address of a page/],
  "/to-mail-port": ["forbidden", /port 25/],
  "/gzip": PAGE,
  "/brotli": PAGE,
  "/deflate": PAGE,
  "/deflate-raw": PAGE,
  "/broken-gzip": ["unreadable", /broken compression \(gzip\)/],
  "/cut-gzip": ["unreadable", /broken compression/],
  "/gzip-bomb": ["too-large", /unpack to more than/],
  "/brotli-bomb": ["too-large", /unpack to more than/],
  "/gzip-in-gzip": ["unreadable", /compressed as "gzip, gzip"/],
  "/odd-coding": ["unreadable", /compressed as "zstd"/],
  "/not-modified": ["unreadable", /status 304/],
  "/conditional": PAGE,
  "/busy": ["later", /try again in 2 hours/],
  "/unavailable": ["later", /status 503/],
  "/fault": ["unreachable", /has a fault \(status 500\)/],
  "/missing": ["not-found", /is not there \(404\)/],
  "/gone": ["not-found", /was taken down \(410\)/],
  "/for-subscribers": ["forbidden", /may not be fetched \(status 402\)/],
  "/teapot": ["unreadable", /status 418/],
  "/reset": ["unreachable", /broke off/],
  "/huge-headers": ["unreachable", /more headers than any page needs/],
  "/bad-charset": PAGE,
  "/empty": "",
  "/private/page": ["forbidden", /robots\.txt of news\.test:\d+ forbids/],
};

describe("a server that misbehaves", () => {
  it.each(Object.keys(PATHS))("%s", async (path) => {
    const expected = OUTCOMES[path];
    if (expected === undefined) throw new Error(`say what comes of ${path}`);
    const began = performance.now();
    const work = fetcher().get(at(path));
    if (typeof expected === "string") {
      const fetched = await work;
      expect(fetched.kind === "page" && new TextDecoder().decode(fetched.bytes)).toBe(expected);
    } else {
      const problem = await problemOf(work);
      expect([problem.code, problem.message]).toEqual([expected[0], expect.stringMatching(expected[1])]);
    }
    expect(performance.now() - began).toBeLessThan(5000);
  });
});

describe("addresses", () => {
  it.each([
    "http://127.0.0.1/",
    "http://localhost/",
    "http://[::1]/",
    "http://[::ffff:7f00:1]/",
    "http://0x7f.1/",
    "http://2130706433/",
    "http://169.254.169.254/latest/meta-data",
  ])("%s is refused, and nothing is sent", async (address) => {
    const url = new URL(address);
    url.port = String(server.port);
    const options = { mayReach: isPublic, resolve: async () => [{ address: "127.0.0.1", family: 4 }] };
    expect(await problemOf(fetcher(options).get(url.href))).toMatchObject({ code: "forbidden" });
    expect(server.asked).toEqual([]);
  });

  it("are refused when one of several is private", async () => {
    const both: Resolve = async () => [
      { address: "93.184.215.14", family: 4 },
      { address: "10.0.0.7", family: 4 },
    ];
    expect(await problemOf(fetcher({ resolve: both }).get(at("/good")))).toMatchObject({ code: "forbidden" });
  });

  it("are checked each time: a name that changes its address gains nothing", async () => {
    let times = 0;
    const rebinding: Resolve = async () => {
      times += 1;
      return [{ address: times === 1 ? "127.0.0.1" : "127.0.0.2", family: 4 }];
    };
    const problem = await problemOf(fetcher({ resolve: rebinding }).get(at("/good")));
    expect(problem).toMatchObject({ code: "forbidden", message: expect.stringContaining("127.0.0.2") });
    expect(server.asked).toEqual(["/robots.txt"]);
  });

  it.each(["ftp://news.test/a", "file:///etc/passwd", "javascript:alert(1)", "news", ""])(
    "%j is none of a page",
    async (address) => {
      expect(await problemOf(fetcher().get(address))).toMatchObject({ code: "forbidden" });
    },
  );

  it("that hold a password are refused without repeating it", async () => {
    const problem = await problemOf(fetcher().get("http://me:secret@news.test/"));
    expect(problem.message).not.toContain("secret");
  });

  it("of nobody are not found", async () => {
    const problem = await problemOf(fetcher().get("http://nobody.test/"));
    expect(problem.message).toMatch(/^http:\/\/nobody\.test\/ cannot be found/);
  });
});

describe("what is kept of an exchange", () => {
  it("is all that went over the wire, redirects too", async () => {
    const fetched = await fetcher({ now: () => Date.UTC(2026, 4, 3, 10, 14, 5, 678) }).get(at("/to-good"));
    if (fetched.kind !== "page") throw new Error("no page");
    expect(fetched.url).toBe(at("/good"));
    const [redirect, page] = fetched.captures;
    expect(redirect?.response).toMatch(/^HTTP\/1\.1 301 Moved Permanently\r\nlocation: good#part\r\n/);
    expect(page).toMatchObject({ url: at("/good"), address: "127.0.0.1", fetched: "2026-05-03T10:14:05Z" });
    expect(page?.request).toMatch(
      /^GET \/good HTTP\/1\.1\r\nHost: news\.test:\d+\r\nUser-Agent: Chronicler\/1\.2\.3 /,
    );
    expect(page?.response).toMatch(/^HTTP\/1\.1 200 OK\r\ncontent-type: text\/html\r\n/);
  });

  it("says what was sent", async () => {
    const fetched = await fetcher().get(at("/gzip"));
    if (fetched.kind !== "page") throw new Error("no page");
    const lines = fetched.captures[0]?.request.trimEnd().split("\r\n").slice(1) ?? [];
    const told = Object.fromEntries(
      lines.map((line) => [line.split(": ")[0]?.toLowerCase(), line.split(": ")[1]]),
    );
    expect(server.headers.at(-1)).toEqual(told);
    expect(fetched.captures[0]).toMatchObject({ coding: "gzip" });
    expect(fetched.captures[0]?.payload.length).toBeLessThan(fetched.bytes.length);
  });
});

describe("a polite guest", () => {
  it("asks whether something has changed", async () => {
    const guest = fetcher();
    const first = await guest.get(at("/conditional"));
    if (first.kind !== "page") throw new Error("no page");
    expect(first.validators).toEqual({ etag: '"v1"', modified: "Thu, 02 May 2019 10:00:00 GMT" });
    expect(await guest.get(at("/conditional"), { validators: first.validators })).toEqual({
      kind: "unchanged",
    });
  });

  it("comes back when it is told to, three times at most", async () => {
    server.answers["/busy"] = (response, ...rest) => {
      if (slept.length === 0) status(429, { "retry-after": "7" })(response, ...rest);
      else send(PAGE)(response, ...rest);
    };
    expect((await fetcher().get(at("/busy"))).kind).toBe("page");
    expect(slept).toEqual([7000]);
    await problemOf(fetcher().get(at("/unavailable")));
    expect(slept).toEqual([7000, 2000, 4000]);
    expect(server.asked.filter((path) => path === "/unavailable")).toHaveLength(3);
  });

  it("does not wait for hours, but tells for how long", async () => {
    const problem = await problemOf(fetcher().get(at("/busy")));
    expect([problem.retryAfter, slept]).toEqual([7200, []]);
    const date = new Date(Date.now() + 3_600_000).toUTCString();
    server.answers["/busy"] = status(503, { "retry-after": date });
    const wait = (await problemOf(fetcher().get(at("/busy")))).retryAfter ?? 0;
    expect(Math.abs(wait - 3600)).toBeLessThan(10);
  });

  it("reads robots.txt once, and asks for nothing that it forbids", async () => {
    const guest = fetcher();
    await guest.get(at("/good"));
    await problemOf(guest.get(at("/private/page")));
    await guest.get(at("/gzip"));
    expect(server.asked).toEqual(["/robots.txt", "/good", "/gzip"]);
  });

  it.each([404, 403, 410])("takes a robots.txt with status %i for none", async (code) => {
    server.answers["/robots.txt"] = status(code);
    expect((await fetcher().get(at("/private/page"))).kind).toBe("page");
  });

  it.each([500, 503, 429])("asks for nothing while robots.txt has status %i", async (code) => {
    server.answers["/robots.txt"] = status(code);
    expect((await problemOf(fetcher().get(at("/good")))).code).toBe("later");
    expect(server.asked).toEqual(["/robots.txt"]);
  });

  it("follows robots.txt where it moved, but not to a private place", async () => {
    server.answers["/robots.txt"] = status(301, { location: "/rules.txt" });
    server.answers["/rules.txt"] = send("User-agent: chronicler\nDisallow: /good");
    expect((await problemOf(fetcher().get(at("/good")))).code).toBe("forbidden");
    server.answers["/robots.txt"] = status(301, { location: "http://10.0.0.1/robots.txt" });
    expect((await problemOf(fetcher().get(at("/good")))).message).toMatch(/10\.0\.0\.1 is not/);
  });

  it("asks a host for one page at a time, with the pause it wants", async () => {
    server.answers["/robots.txt"] = send("User-agent: *\nCrawl-delay: 3");
    let running = 0;
    let most = 0;
    server.answers["/good"] = (response, ...rest) => {
      running += 1;
      most = Math.max(most, running);
      setTimeout(() => {
        running -= 1;
        send(PAGE)(response, ...rest);
      }, 20);
    };
    const guest = fetcher({ now: () => 0 });
    await Promise.all([1, 2, 3].map(() => guest.get(at("/good"))));
    expect(most).toBe(1);
    expect(slept).toEqual([3000, 3000]);
  });

  it("stops when it is told to", async () => {
    const stop = new AbortController();
    const work = fetcher().get(at("/slow-head"), { signal: stop.signal });
    setTimeout(() => stop.abort(), 50);
    await expect(work).rejects.toMatchObject({ name: "AbortError" });
    await expect(fetcher().get(at("/good"), { signal: stop.signal })).rejects.toMatchObject({
      name: "AbortError",
    });
  });
});
