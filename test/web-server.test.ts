import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { ChroniclerError } from "../src/model/error.ts";
import { type RunningServer, startServer } from "../src/web/server.ts";
import { sampleChronicle } from "./web-sample.ts";

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
}

let server: RunningServer;

beforeAll(async () => {
  server = await startServer(sampleChronicle(), { port: 0 });
});
afterAll(() => server.close());

/** A request as it is sent, without anything that `fetch` would mend. */
function ask(path: string, { method = "GET", headers = {}, url = server.url } = {}): Promise<Answer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (piece) => {
        body += piece;
      });
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    });
    sent.on("error", reject).end();
  });
}

describe("addresses", () => {
  test.each([
    ["/", 200],
    ["/stories/s1", 200],
    ["/stories/s2", 200],
    ["/articles", 200],
    ["/articles/a1", 200],
    [`/articles/${encodeURIComponent("a5 / “5”")}`, 200],
    ["/entities", 200],
    ["/entities/P1", 200],
    ["/quotations", 200],
    ["/explain/E2", 200],
    ["/explain/E9", 404],
    ["/search", 200],
    ["/search?q=ferry", 200],
    ["/events/E2", 200],
    ["/events/E2?part=words", 200],
    ["/events/E2?asof=soon", 400],
    ["/differences", 200],
    ["/add", 200],
    ["/adding/x", 404],
    ["/originals/a1", 200],
    ["/originals/a2", 404],
    ["/stories/s1?page=0", 400],
    ["/stories/s1?since=soon", 400],
    ["/nothing", 404],
    ["/stories", 404],
    ["/stories/:id", 404],
    ["/stories/s9", 404],
    ["/articles/a9", 404],
    ["/entities/P9", 404],
    ["/events/E9", 404],
    ["/constructor", 404],
    ["/assets/x/style.css", 404],
    ["/assets/x/../server.ts", 404],
    ["/assets/x/..%2fserver.ts", 404],
    ["//evil.example/", 404],
    ["/articles/%E0%A4%A", 400],
    ["/articles/a%00b", 400],
    [`/articles/${"a".repeat(600)}`, 400],
    ["/articles/a1?mark=x", 400],
    ["/articles/a1?mark=5-2", 400],
    ["/articles/a1?mark=-1-2", 400],
    ["/articles/a1?mark=5-99999", 200],
    ["/articles/a1?layers=times,lies", 400],
    ["/stories/s1?status=perhaps", 400],
    [`/search?q=${"a".repeat(300)}`, 400],
    [`/search?q=${"a".repeat(3000)}`, 414],
  ])("%s gives %i", async (path, status) => {
    const answer = await ask(path);
    expect(answer.status).toBe(status);
    if (!path.includes("part=")) expect(answer.body).toContain("<h1");
  });

  test("the stories' page goes straight to an only story", async () => {
    const only = sampleChronicle({ timelines: () => sampleChronicle().timelines().slice(0, 1) });
    const other = await startServer(only, { port: 0 });
    expect((await ask("/", { url: other.url })).headers.location).toBe("/stories/s1");
    await other.close();
  });

  test("the whole chronicle comes as JSON", async () => {
    const answer = await ask("/export.json");
    expect(answer.headers["content-type"]).toBe("application/json; charset=utf-8");
    expect(JSON.parse(answer.body).articles).toHaveLength(5);
  });
});

describe("safety", () => {
  test.each(["/", "/articles/a1", "/export.json", "/nothing", "/events/E2"])(
    "headers of %s",
    async (path) => {
      const { headers } = await ask(path);
      expect(headers["content-security-policy"]).toBe(
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      );
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["referrer-policy"]).toBe("same-origin");
    },
  );

  test.each(["evil.example", "evil.example:80", "127.0.0.1.evil.example", "localhost.evil.example"])(
    "a request for host %j is turned away",
    async (host) => {
      const answer = await ask("/", { headers: { host } });
      expect([400, 421]).toContain(answer.status);
      expect(answer.body).not.toContain("ferry");
    },
  );

  test.each(["localhost", "LOCALHOST:1234", "127.0.0.1", "[::1]:80"])(
    "host %s is this machine",
    async (host) => {
      expect((await ask("/", { headers: { host } })).status).toBe(200);
    },
  );

  test.each(["PUT", "DELETE", "OPTIONS"])("%s is refused", async (method) => {
    const answer = await ask("/", { method });
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe("GET, HEAD, POST");
  });

  test("a reader's mark is kept where no script and no other site reads it", async () => {
    const [mark] = (await ask("/articles")).headers["set-cookie"] ?? [];
    expect(mark).toMatch(/^chronicler-\d+-visit=~\S+Z; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Strict$/);
  });

  test("serves on this machine only", async () => {
    await expect(startServer(sampleChronicle(), { port: 0, host: "0.0.0.0" })).rejects.toMatchObject({
      code: "usage",
    });
  });

  test("a failure inside tells the reader nothing of the machine", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const broken = sampleChronicle({
      timelines: () => {
        throw new Error("secret /root/path");
      },
    });
    const other = await startServer(broken, { port: 0 });
    const answer = await ask("/", { url: other.url });
    expect(answer.status).toBe(500);
    expect(answer.body).not.toContain("secret");
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
    await other.close();
  });
});

describe("transport", () => {
  test("HEAD gives the headers alone", async () => {
    const [get, head] = [await ask("/articles"), await ask("/articles", { method: "HEAD" })];
    expect(head.body).toBe("");
    expect(head.headers["content-length"]).toBe(get.headers["content-length"]);
  });

  test("a page that has not changed is not sent again", async () => {
    const tag = String((await ask("/articles")).headers.etag);
    expect((await ask("/articles", { headers: { "if-none-match": tag } })).status).toBe(304);
  });

  test("assets have addresses of their own content, and may be kept", async () => {
    const { body } = await ask("/");
    const paths = [...body.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, path]) => path ?? "");
    expect(paths).toHaveLength(3);
    const folder = (paths[0] ?? "").split("/").slice(0, -1).join("/");
    paths.push(...["words.js", "filter.js", "live.js"].map((name) => `${folder}/${name}`));
    for (const path of paths) {
      const answer = await ask(path);
      expect(answer.status).toBe(200);
      expect(answer.headers["cache-control"]).toContain("immutable");
    }
  });

  test("a taken port is told in a clear sentence", async () => {
    const port = Number(new URL(server.url).port);
    const again = startServer(sampleChronicle(), { port });
    await expect(again).rejects.toThrow(ChroniclerError);
    await expect(again).rejects.toMatchObject({
      code: "port",
      message: `Port ${port} is taken by another program. Choose another one.`,
    });
  });
});
