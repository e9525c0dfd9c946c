import { readFileSync } from "node:fs";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Found, Input } from "../../model/found.ts";
import { bytesInput } from "../../model/found.ts";
import { encodeAs } from "../encoding.test-data.ts";
import { loadArticleTables, readSource } from "../read.ts";
import { answer, makeZip, pageOf, response, warcRecord } from "./archive.test-data.ts";
import { openInput } from "./open.ts";

const tables = loadArticleTables((path) => readFileSync(new URL(`../../../${path}`, import.meta.url)));

const WORDS = "The ferries sail again, the port said on Tuesday, and nobody was hurt at all.";
const URL_A = "https://courier.example/a";
const page = (title: string): string => pageOf(title, WORDS);

/** Bytes that come in small pieces and cannot be read from the middle, as from a pipe. */
function pipe(bytes: Uint8Array, name: string): Input {
  return {
    name,
    given: {},
    size: null,
    async *read() {
      for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000);
    },
  };
}

async function collect(found: AsyncIterable<Found>): Promise<Found[]> {
  const all: Found[] = [];
  for await (const each of found) all.push(each);
  return all;
}

async function found(bytes: Uint8Array, name = "all.warc"): Promise<Found[]> {
  return collect(openInput(bytesInput(name, {}, bytes)));
}

/** What became of each: the title of its report, or the code of what was wrong. */
async function outcomes(all: readonly Found[] | Promise<readonly Found[]>): Promise<string[]> {
  return (await all).flatMap((each) => {
    if ("failure" in each) return [each.failure.code];
    return readSource(each.source, tables).map((report) =>
      report.ok ? (report.article.title ?? report.article.text) : report.error.code,
    );
  });
}

async function messages(all: Promise<readonly Found[]>): Promise<string> {
  return (await all).map((each) => ("failure" in each ? each.failure.message : "")).join("\n");
}

const INFO = warcRecord(
  { "WARC-Type": "warcinfo", "Content-Type": "application/warc-fields" },
  "software: x\r\n",
);
const REQUEST = warcRecord({ "WARC-Type": "request", "WARC-Target-URI": URL_A }, "GET /a HTTP/1.1\r\n\r\n");
const A = response(URL_A, answer(page("Ferries sail")));
const B = response("https://courier.example/b", answer(page("Bridge opens")));
const C = response("https://courier.example/c", answer(page("School closes")));
const ARCHIVE = Buffer.concat([INFO, REQUEST, A, B]);

describe("a web archive", () => {
  it("gives a source for each page, with its address and the day it was taken", async () => {
    const all = await found(ARCHIVE);
    const [first] = all;
    if (!first || !("source" in first)) throw new Error("no source");
    expect(first.source.name).toBe(`all.warc, ${URL_A}`);
    expect(Buffer.from(first.source.bytes).equals(A)).toBe(true);
    const [report] = readSource(first.source, tables);
    expect(report?.ok && report.article).toMatchObject({ url: URL_A, title: "Ferries sail" });
    expect(await outcomes(all)).toEqual(["Ferries sail", "Bridge opens"]);
  });

  it.each([
    ["as one packed stream", gzipSync(ARCHIVE)],
    ["packed record by record", Buffer.concat([INFO, REQUEST, A, B].map((each) => gzipSync(each)))],
    ["of version 1.0", Buffer.from(ARCHIVE.toString("latin1").replaceAll("WARC/1.1", "WARC/1.0"), "latin1")],
    ["with more empty lines", Buffer.concat([A, Buffer.from("\r\n\r\n\n"), B])],
  ])("is read %s, from a file and from a pipe", async (_name, bytes) => {
    expect(await outcomes(found(bytes))).toEqual(["Ferries sail", "Bridge opens"]);
    expect(await outcomes(collect(openInput(pipe(bytes, "x"))))).toEqual(["Ferries sail", "Bridge opens"]);
  });

  it("reads resources and texts, and passes over what holds no report", async () => {
    const resource = warcRecord(
      {
        "WARC-Type": "resource",
        "WARC-Target-URI": "https://c.example/r",
        "Content-Type": "text/html; charset=windows-1251",
      },
      encodeAs(
        "windows-1251",
        pageOf("Паромы", "Паромы снова ходят между островами, сообщило министерство."),
      ),
    );
    const others = [
      response("https://c.example/p.png", answer("png", "Content-Type: image/png")),
      response("https://c.example/gone", answer(page("Gone"), "Content-Type: text/html", "404 Not Found")),
      response("https://c.example/moved", answer("", "Location: /x", "301 Moved")),
      response("https://c.example/robots.txt", answer("User-agent: *", "Content-Type: text/plain")),
      response("https://c.example/map.xml", answer("<urlset/>", "Content-Type: application/xml")),
      warcRecord({ "WARC-Type": "metadata", "WARC-Target-URI": URL_A }, "via: x"),
    ];
    expect(await outcomes(found(Buffer.concat([...others, resource])))).toEqual(["Паромы"]);
  });

  const packed = (body: Uint8Array, coding: string): Buffer =>
    response(URL_A, answer(body, `Content-Type: text/html; charset=utf-8\r\n${coding}`));
  const whole = Buffer.from(page("Ferries sail"));
  const chunked = `5\r\n${whole.subarray(0, 5)}\r\n${(whole.length - 5).toString(16)};x=1\r\n${whole.subarray(5)}\r\n0\r\n\r\n`;
  it.each([
    ["gzip", packed(gzipSync(whole), "Content-Encoding: gzip")],
    ["br", packed(brotliCompressSync(whole), "Content-Encoding: br")],
    ["deflate", packed(deflateSync(whole), "Content-Encoding: deflate")],
    ["deflate without a head", packed(deflateRawSync(whole), "Content-Encoding: deflate")],
    ["chunks", packed(Buffer.from(chunked), "Transfer-Encoding: chunked")],
    ["gzip that the archive has unpacked", packed(whole, "Content-Encoding: gzip")],
    ["chunks that the archive has joined", packed(whole, "Transfer-Encoding: chunked")],
  ])("undoes %s", async (_name, record) => {
    expect(await outcomes(found(record))).toEqual(["Ferries sail"]);
  });

  it("knows a page again to which a record only refers", async () => {
    const fields = { "WARC-Type": "revisit", "WARC-Target-URI": URL_A, "WARC-Date": "2016-09-02T00:00:00Z" };
    const again = warcRecord(fields, answer(""));
    expect(await outcomes(found(Buffer.concat([A, again])))).toEqual(["Ferries sail"]);
    expect(await messages(found(again))).toMatch(/only refers to a page kept in another archive/);
  });
});

describe("a broken or hostile archive", () => {
  it("loses the record that is cut off, and says so", async () => {
    const cut = Buffer.concat([A, B.subarray(0, B.length - 60)]);
    expect(await outcomes(found(cut))).toEqual(["Ferries sail", "unreadable"]);
    expect(await messages(found(cut))).toMatch(/courier\.example\/b is cut off in the middle/);
  });
  it("goes on after bytes that belong to no record", async () => {
    expect(await outcomes(found(Buffer.concat([A, Buffer.from("junk\nmore junk\n"), B])))).toEqual([
      "Ferries sail",
      "unreadable",
      "Bridge opens",
    ]);
  });
  it("goes on after a packed record that is damaged", async () => {
    const bad = Buffer.from(gzipSync(B));
    bad.fill(0x55, 20, 60);
    const all = await outcomes(found(Buffer.concat([gzipSync(A), bad, gzipSync(C)])));
    expect(all).toEqual(["Ferries sail", "School closes", "unreadable"]);
    const junk = Buffer.concat([gzipSync(A), Buffer.from("junk"), gzipSync(C)]);
    expect(await outcomes(found(junk))).toEqual(["Ferries sail", "School closes", "unreadable"]);
  });
  it.each([
    ["no length", "WARC/1.1\r\nWARC-Type: response\r\n\r\n"],
    ["a length that is none", "WARC/1.1\r\nWARC-Type: response\r\nContent-Length: -5\r\n\r\n"],
    ["a head without end", `WARC/1.1\r\n${"X: y\r\n".repeat(5000)}`],
  ])("goes on after a record with %s", async (_name, head) => {
    const all = await outcomes(found(Buffer.concat([Buffer.from(head), A])));
    expect(all[0]).toBe("unreadable");
    expect(all.at(-1)).toBe("Ferries sail");
  });
  it("does not hold a record that claims to be huge", async () => {
    const head = `WARC/1.1\r\nWARC-Type: resource\r\nContent-Type: text/html\r\nContent-Length: 90000000000\r\n\r\n`;
    expect(await outcomes(found(Buffer.from(head)))).toEqual(["too-large"]);
  });
  it("stops unpacking a page that has no end", async () => {
    const bomb = gzipSync(Buffer.alloc(60 * 1024 * 1024));
    const record = response(URL_A, answer(bomb, "Content-Type: text/html\r\nContent-Encoding: gzip"));
    expect(await outcomes(found(Buffer.concat([record, B])))).toEqual(["too-large", "Bridge opens"]);
    const thrice = response(
      URL_A,
      answer("x", "Content-Type: text/html\r\nContent-Encoding: gzip, gzip, gzip, gzip"),
    );
    expect(await outcomes(found(thrice))).toEqual(["too-large"]);
  });
  it("stops unpacking an archive that has no end", async () => {
    const bomb = gzipSync(Buffer.concat([A, Buffer.alloc(300 * 1024 * 1024)]));
    expect((await outcomes(found(bomb))).at(-1)).toMatch(/too-large|unreadable/);
  });
});

describe("a ZIP archive", () => {
  it("gives its reports, whatever they are, and passes over the rest", async () => {
    const zip = makeZip([
      { name: "news/a.html", bytes: page("Ferries sail") },
      { name: "news/", bytes: "" },
      { name: "news/photo.png", bytes: "png" },
      { name: "__MACOSX/news/._a.html", bytes: "x" },
      { name: "README.md", bytes: "About these." },
      { name: "../../b.txt", bytes: `Bridge opens\n\n${WORDS}\n\nIt is long.` },
      { name: "c.warc.gz", bytes: gzipSync(C) },
      { name: "d.zip", bytes: makeZip([{ name: "e.html.gz", bytes: gzipSync(page("Train stops")) }]) },
      { name: "f.jsonl", bytes: '{"title":"Mill burns","text":"The mill burned down."}\n' },
    ]);
    const all = await found(zip, "news.zip");
    expect(await outcomes(all)).toEqual([
      "Ferries sail",
      "Bridge opens",
      "School closes",
      "Train stops",
      "Mill burns",
    ]);
    expect(all.map((each) => ("source" in each ? each.source.name : ""))).toContain("news.zip, news/a.html");
    expect(await outcomes(collect(openInput(pipe(zip, "x"))))).toHaveLength(5);
  });

  it("says of each entry what is wrong, and reads the others", async () => {
    const zip = makeZip([
      { name: "locked.html", bytes: page("Locked"), encrypted: true },
      { name: "bomb.html", bytes: "a", claims: 4_000_000_000 },
      { name: "liar.html", bytes: page("Liar"), claims: 10 },
      { name: "large.txt", bytes: Buffer.alloc(21 * 1024 * 1024, "word ") },
      { name: "a.html", bytes: page("Ferries sail") },
    ]);
    const all = found(zip, "news.zip");
    expect(await outcomes(all)).toEqual([
      "unreadable",
      "too-large",
      "unreadable",
      "too-large",
      "Ferries sail",
    ]);
    expect(await messages(all)).toMatch(/news\.zip, locked\.html is encrypted; unpack/);
  });

  it("does not follow archives in archives without end", async () => {
    let zip: Uint8Array = makeZip([{ name: "a.html", bytes: page("Deep") }]);
    for (let depth = 0; depth < 6; depth++) zip = makeZip([{ name: "in.zip", bytes: zip }]);
    expect(await outcomes(found(zip, "news.zip"))).toEqual(["too-large"]);
  });

  it("says that a broken one is broken", async () => {
    const zip = makeZip([{ name: "a.html", bytes: page("Ferries sail") }]);
    expect(await messages(found(zip.subarray(0, zip.length - 30), "news.zip"))).toMatch(
      /news\.zip is no whole ZIP/,
    );
  });
});

describe("JSON Lines and single documents", () => {
  it("gives a source for each line, also where they are packed", async () => {
    const lines = '{"id":"1","text":"The ferry sails."}\nno json\n\n{"id":"2","text":"It stops."}\n';
    const all = await found(Buffer.from(lines), "a.jsonl");
    expect(all.map((each) => ("source" in each ? each.source.name : each.failure.message))).toEqual([
      "a.jsonl, line 1",
      'a.jsonl, line 2, is no report in JSON: no json; expected one object on each line, such as {"text": "…"}.',
      "a.jsonl, line 4",
    ]);
    expect(await found(gzipSync(lines), "a.gz")).toHaveLength(3);
    expect(await found(gzipSync(page("Ferries sail")), "a.html.gz")).toMatchObject([
      { source: { name: "a.html" } },
    ]);
  });
  it("takes one object over several lines, and a JSON Feed, for one document", async () => {
    expect(await found(Buffer.from('{\n "id": "1",\n "text": "The ferry sails."\n}\n'), "a")).toHaveLength(1);
    const feed =
      '{"version":"https://jsonfeed.org/version/1","items":[{"content_text":"The ferry sails."}]}\n';
    expect(await found(Buffer.from(feed), "a.json")).toHaveLength(1);
  });
  it("refuses what is larger than any report", async () => {
    expect(await outcomes(found(Buffer.alloc(21 * 1024 * 1024, "word "), "a.txt"))).toEqual(["too-large"]);
  });
});

describe("an archive that is not opened", () => {
  it.each([
    ["WARC", ARCHIVE],
    ["ZIP", makeZip([{ name: "a.html", bytes: page("Ferries sail") }])],
    ["gzip", gzipSync(page("Ferries sail"))],
  ])("of kind %s is no source", (_name, bytes) => {
    const [report] = readSource({ bytes, name: "all", given: {} }, tables);
    expect(report).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(/open it with openInput/) },
    });
  });
});
