import { expect, test } from "vitest";
import { warcRecord } from "./archive/archive.test-data.ts";
import { originalOf } from "./original.ts";

const bytes = (text: string): Uint8Array => Buffer.from(text, "latin1");

test.each([
  ["a page", "<!doctype html><p>Caf\xe9", "page.html", "page", "<!doctype html><p>Café"],
  ["a text", "The ferry sank.", "note.txt", "text", "The ferry sank."],
])("%s is decoded", (_what, source, name, format, text) => {
  expect(originalOf({ bytes: bytes(source), name })).toEqual({ format, text });
});

test("a page comes out of its record in a web archive", () => {
  const record = warcRecord(
    { "WARC-Type": "response", "WARC-Target-URI": "https://a.example/", "Content-Type": "application/http" },
    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<!doctype html><p>One",
  );
  expect(originalOf({ bytes: record, name: "https://a.example/" })).toEqual({
    format: "page",
    text: "<!doctype html><p>One",
  });
});

test("a PDF stays what it is", () => {
  expect(originalOf({ bytes: bytes("%PDF-1.7\n"), name: "a.pdf" })).toMatchObject({ format: "pdf" });
});
