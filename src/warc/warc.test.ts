import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Capture } from "../model/capture.ts";
import { infoRecord, resourceRecord, written } from "./archive.ts";
import { requestRecord, responseRecord, revisitRecord } from "./exchange-records.ts";
import { fetchedSource, payloadOf } from "./fetched-source.ts";
import { readPacked, readStrictly } from "./strict-reader.test-data.ts";

const PAGE = "<!doctype html><p>The bridge was opened.";

const capture: Capture = {
  url: "http://news.test/bridge",
  fetched: "2026-05-03T10:14:05Z",
  address: "192.0.2.7",
  request: "GET /bridge HTTP/1.1\r\nHost: news.test\r\n",
  response:
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\nX-Name: caf\u00e9\r\n",
  payload: gzipSync(PAGE),
  coding: "gzip",
  isCut: false,
};

const whole = (bytes: Uint8Array) => readStrictly(Buffer.from(written(bytes, { isPacked: false })));

describe("records of a web archive", () => {
  it("hold the answer as it came", () => {
    const { type, fields, block } = whole(responseRecord(capture).bytes);
    expect([type, fields.get("WARC-IP-Address")]).toEqual(["response", "192.0.2.7"]);
    const text = block.toString("latin1");
    expect(text).toContain("X-Name: caf\u00e9\r\n\r\n\u001f\u008b");
    // The body is no longer in chunks.
    expect(text).toContain("\r\nX-Archive-Orig-Transfer-Encoding: chunked\r\n");
  });

  it("hold the request, and refer to the answer", () => {
    const answer = responseRecord(capture);
    const { fields, block } = whole(requestRecord(capture, answer).bytes);
    expect(fields.get("WARC-Concurrent-To")).toBe(answer.id);
    expect(block.toString()).toBe("GET /bridge HTTP/1.1\r\nHost: news.test\r\n\r\n");
  });

  it("refer to a body that is kept already", () => {
    const earlier = { id: responseRecord(capture).id, url: capture.url, date: capture.fetched };
    const { fields, block } = whole(
      revisitRecord({ ...capture, fetched: "2026-05-04T10:14:05Z" }, earlier).bytes,
    );
    expect(fields.get("WARC-Refers-To")).toBe(earlier.id);
    expect(fields.get("WARC-Payload-Digest")).toBe(
      whole(responseRecord(capture).bytes).fields.get("WARC-Payload-Digest"),
    );
    expect(block.toString("latin1").endsWith("\r\n\r\n")).toBe(true);
  });

  it("hold files, without telling where they lay", () => {
    const file = {
      name: "/home/anna/news/Höhe 1.html",
      date: "2026-05-03T10:14:05Z",
      bytes: Buffer.from(PAGE),
    };
    const { fields } = whole(resourceRecord(file).bytes);
    expect(fields.get("WARC-Target-URI")).toBe("file:///H%C3%B6he%201.html");
    expect(fields.get("Content-Type")).toBe("text/html");
    expect(
      whole(resourceRecord({ ...file, url: "https://a.test/x" }).bytes).fields.get("WARC-Target-URI"),
    ).toBe("https://a.test/x");
  });

  it("are packed each by itself, and always the same", () => {
    const records = [infoRecord("1.2.3", capture.fetched), responseRecord(capture)].map(({ bytes }) => bytes);
    const packed = () => records.map((each) => written(each, { isPacked: true }));
    expect(readPacked(packed()).map(({ type }) => type)).toEqual(["warcinfo", "response"]);
    expect(Buffer.concat(packed())).toEqual(Buffer.concat(packed()));
  });

  it("end as they should, even where they came without an end or with an empty body", () => {
    const empty = responseRecord({ ...capture, payload: new Uint8Array() }).bytes;
    expect(whole(empty.subarray(0, -4)).type).toBe("response");
    expect(whole(empty).type).toBe("response");
  });

  it("let no server write fields of its own", () => {
    const evil = responseRecord({ ...capture, url: "http://news.test/\r\nWARC-Type: warcinfo" });
    const lines = Buffer.from(evil.bytes).toString("latin1").split("\r\n");
    expect(lines.filter((line) => line.startsWith("WARC-Type"))).toEqual(["WARC-Type: response"]);
  });
});

describe("a fetched page as a source", () => {
  const redirect = {
    ...capture,
    url: "http://news.test/old",
    payload: new Uint8Array(),
    fetched: "2026-05-03T10:14:04Z",
  };

  it("is its answer, with request and redirects beside it", () => {
    const source = fetchedSource({ captures: [redirect, capture], given: { outlet: "News" } });
    expect(source).toMatchObject({ name: capture.url, given: { outlet: "News" } });
    const beside = source.fetched?.records.map((each) => whole(each));
    expect(beside?.map(({ type, fields }) => [type, fields.get("WARC-Target-URI")])).toEqual([
      ["response", redirect.url],
      ["request", redirect.url],
      ["request", capture.url],
    ]);
  });

  it("is known by its body, whenever and however it came", () => {
    const later = { ...capture, fetched: "2027-01-01T00:00:00Z", response: "HTTP/1.1 200 OK\r\n" };
    const [one, two] = [capture, later].map((each) => payloadOf({ captures: [each], given: {} }));
    expect(one).toBe(two);
  });

  it("can be one entry of a feed", () => {
    const part = { url: "http://news.test/1", type: "application/feed+json", bytes: Buffer.from("{}") };
    const source = fetchedSource({ captures: [capture], part, given: {} });
    expect(source.name).toBe(part.url);
    const main = whole(source.bytes);
    const beside = source.fetched?.records.map((each) => whole(each)) ?? [];
    expect([main.type, ...beside.map(({ type }) => type)]).toEqual(["conversion", "response", "request"]);
    expect(main.fields.get("WARC-Refers-To")).toBe(beside[0]?.fields.get("WARC-Record-ID"));
  });
});
