import { mkdtempSync, rmSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openChronicle } from "../src/index.ts";
import type { Chronicle } from "../src/model/chronicle.ts";
import { adderOf } from "../src/web/adding/adder.ts";
import { type RunningServer, startServer } from "../src/web/server.ts";
import { sampleChronicle } from "./web-sample.ts";

const folder = mkdtempSync(join(tmpdir(), "chronicler-adding-"));
const REPORT =
  "The ferry Anna sank off Port Hale on Friday, the coast guard said.\n\nDivers will search the wreck on Thursday.";

let chronicle: Chronicle;
let server: RunningServer;
let own: string;

beforeAll(async () => {
  chronicle = await openChronicle(join(folder, "adding.db"));
  server = await startServer(chronicle, { port: 0, adder: adderOf(chronicle) });
  own = new URL(server.url).origin;
});
afterAll(async () => {
  await server.close();
  chronicle.close();
  rmSync(folder, { recursive: true });
});

function form(fields: Readonly<Record<string, string>>, file?: { name: string; text: string }): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  if (file) data.append("files", new Blob([file.text]), file.name);
  return data;
}

const send = (body: FormData | string, headers: Record<string, string> = { origin: own }) =>
  fetch(new URL("/add", server.url), { method: "POST", body, headers, redirect: "manual" });

/** What the page of the work says once it is over. */
async function outcome(answer: Response): Promise<string> {
  expect(answer.status).toBe(303);
  const address = new URL(answer.headers.get("location") ?? "", server.url);
  for (let tries = 0; tries < 100; tries++) {
    const body = await (await fetch(address)).text();
    if (body.includes('data-over="yes"')) return body.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the work did not end");
}

describe("adding on the page", () => {
  test("pasted text with a day becomes entries with days", async () => {
    const said = await outcome(
      await send(form({ text: REPORT, published: "2024-03-11", outlet: "Harbour News" })),
    );
    expect(said).toContain("Added 1 report.");
    const entries = chronicle.timelines().flatMap((timeline) => timeline.entries);
    expect(entries.map(({ when }) => when)).toContain("8 March 2024");
    expect(chronicle.articles()[0]?.outlet).toBe("Harbour News");
  });

  test("the same again is told so", async () => {
    const again = await send(form({ text: REPORT, published: "2024-03-11", outlet: "Harbour News" }));
    expect(await outcome(again)).toContain("one was there already");
  });

  test("files are read as what they are", async () => {
    const page =
      "<!doctype html><title>Quay repaired</title><h1>Quay repaired</h1><p>The quay of Port Hale was repaired on 2 May 2024, the harbour said.</p>";
    const said = await outcome(await send(form({}, { name: "quay.html", text: page })));
    expect(said).toContain("Added 1 report.");
    expect(said).toContain("Quay repaired");
  });

  test("what cannot be read is told with its reason", async () => {
    const said = await outcome(await send(form({}, { name: "nothing.txt", text: " " })));
    expect(said).toMatch(/1 could not be read.*nothing\.txt/);
  });

  test("an address of this machine is not fetched", async () => {
    const said = await outcome(await send(form({ text: "http://127.0.0.1/secret" })));
    expect(said).toMatch(/could not be read.*not an address on the public Internet/);
  });

  test.each([
    ["nothing", form({ text: " " }), 400],
    ["a body that is no form", "{}", 415],
    ["an outlet without end", form({ text: "a", outlet: "b".repeat(300) }), 400],
  ])("%s is refused", async (_what, body, status) => expect((await send(body)).status).toBe(status));
});

describe("who may add", () => {
  /** As browsers send it: `fetch` of Node would not let these headers through. */
  function post(headers: Record<string, string>, path = "/add"): Promise<number> {
    const { hostname, port } = new URL(server.url);
    return new Promise((resolve, reject) => {
      const type = { "content-type": "application/x-www-form-urlencoded" };
      const sent = request(
        { hostname, port, path, method: "POST", headers: { ...type, ...headers } },
        (answer) => {
          answer.resume();
          resolve(answer.statusCode ?? 0);
        },
      );
      sent.on("error", reject).end("text=The+ferry+sank.");
    });
  }

  test.each([
    ["another site", { origin: "http://evil.example" }],
    ["a site that hides its name", { origin: "null" }],
    ["nobody", {}],
    ["another port of this machine", { origin: "http://127.0.0.1:1" }],
    ["a page that says it is from elsewhere", { origin: "OWN", "sec-fetch-site": "cross-site" }],
  ])("not %s", async (_who, headers) => {
    const entries = Object.entries(headers).map(([name, value]) => [name, value === "OWN" ? own : value]);
    expect(await post(Object.fromEntries(entries))).toBe(403);
  });

  test("nothing can be sent to other addresses", async () => {
    expect(await post({ origin: own }, "/stories/s1")).toBe(405);
  });

  test("nothing can be added where the chronicle is only read", async () => {
    const other = await startServer(sampleChronicle(), { port: 0 });
    const origin = new URL(other.url).origin;
    const answer = await fetch(new URL("/add", other.url), {
      method: "POST",
      body: form({ text: "a" }),
      headers: { origin },
    });
    expect(answer.status).toBe(405);
    await other.close();
  });
});

describe("a token", () => {
  test("is asked for, kept, and taken out of the address", async () => {
    const other = await startServer(sampleChronicle(), { port: 0, host: "0.0.0.0", token: "very-secret" });
    const base = new URL(other.url);
    base.hostname = "127.0.0.1";
    const get = (path: string, headers: Record<string, string> = {}) =>
      fetch(new URL(path, base), { headers, redirect: "manual" });
    expect((await get("/articles")).status).toBe(401);
    expect((await get("/articles?token=guess")).status).toBe(401);
    const first = await get("/stories/s1?token=very-secret&words=a");
    expect(first.status).toBe(303);
    expect(first.headers.get("location")).toBe("/stories/s1?words=a");
    const cookie = first.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/; HttpOnly; SameSite=Strict$/);
    expect((await get("/articles", { cookie: cookie.split(";")[0] ?? "" })).status).toBe(200);
    await other.close();
  });

  test("is needed where others can reach the server", async () => {
    const started = startServer(sampleChronicle(), { port: 0, host: "0.0.0.0" });
    await expect(started).rejects.toMatchObject({ code: "usage" });
  });
});

describe("live", () => {
  test("open pages are told when the chronicle has changed", async () => {
    let revision = 1;
    const other = await startServer(sampleChronicle({ revision: () => String(revision) }), { port: 0 });
    const answer = await fetch(new URL("/live", other.url));
    expect(answer.headers.get("content-type")).toBe("text/event-stream");
    const reader = answer.body?.getReader();
    const read = async () => new TextDecoder().decode((await reader?.read())?.value);
    expect(await read()).toContain("event: ready");
    revision = 2;
    expect(await read()).toContain("event: changed");
    await reader?.cancel();
    await other.close();
  });
});
