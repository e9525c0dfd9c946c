import { extname } from "node:path";
import { gzipSync } from "node:zlib";
import { digestOf, makeRecord, type WarcRecord } from "./record.ts";

/** Bytes that a person gave, as they are kept. */
export interface KeptFile {
  readonly name: string;
  /** The address that was given with them, if any. */
  readonly url?: string | undefined;
  /** When they were kept, or a time that stands for it, in ISO 8601. */
  readonly date: string;
  readonly bytes: Uint8Array;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".htm": "text/html",
  ".xhtml": "application/xhtml+xml",
  ".txt": "text/plain",
  ".md": "text/markdown",
  ".xml": "application/xml",
  ".rss": "application/rss+xml",
  ".atom": "application/atom+xml",
  ".jsonl": "application/x-ndjson",
  ".ndjson": "application/x-ndjson",
  ".json": "application/json",
  ".pdf": "application/pdf",
  ".eml": "message/rfc822",
};

const PAGE = /^\s*(?:<!--|<!doctype html|<html)/i;

function typeOf({ name, bytes }: KeptFile): string {
  const known = TYPES[extname(name.replace(/, line \d+$/, "")).toLowerCase()];
  if (known) return known;
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  return PAGE.test(start) ? "text/html" : "application/octet-stream";
}

/** An address for a file: its own name, because where it lay on this machine is nobody's business. */
function fileAddress(name: string): string {
  const own = name.split(/[\\/]/).at(-1) || "report";
  return `file:///${encodeURIComponent(own)}`;
}

/** Whether the bytes are a record of an archive themselves. */
export function isRecord(bytes: Uint8Array): boolean {
  return /^WARC\/\d/.test(new TextDecoder("latin1").decode(bytes.subarray(0, 8)));
}

/** A file as a record. */
export function resourceRecord(file: KeptFile): WarcRecord {
  return makeRecord({
    type: "resource",
    date: file.date,
    contentType: typeOf(file),
    fields: [
      ["WARC-Target-URI", file.url ?? fileAddress(file.name)],
      ["WARC-Payload-Digest", digestOf(file.bytes)],
    ],
    block: file.bytes,
  });
}

/** The record with which an archive begins: who wrote it. */
export function infoRecord(version: string, date: string): WarcRecord {
  const lines = [
    `software: Chronicler/${version}`,
    "format: WARC File Format 1.1",
    "conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
  ];
  return makeRecord({
    type: "warcinfo",
    date,
    contentType: "application/warc-fields",
    fields: [],
    block: Buffer.from(`${lines.join("\r\n")}\r\n`),
  });
}

const EMPTY_LINE = Buffer.from("\r\n\r\n");

/** The record without what follows it; its head says how long it is. */
function bare(bytes: Uint8Array): Uint8Array {
  const at = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(EMPTY_LINE);
  if (at < 0) return bytes;
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, at));
  const length = /^content-length:\s*(\d+)\s*$/im.exec(head)?.[1];
  return length === undefined ? bytes : bytes.subarray(0, at + EMPTY_LINE.length + Number(length));
}

/** A record as it stands in a file; packed, each is a member of its own, so that tools can leap to it. */
export function written(record: Uint8Array, { isPacked }: { readonly isPacked: boolean }): Uint8Array {
  const bytes = Buffer.concat([bare(record), EMPTY_LINE]);
  return isPacked ? gzipSync(bytes) : bytes;
}

/** What a later record says of one that is kept, to refer to it. */
export function earlierOf(record: Uint8Array): { id: string; url: string; date: string } {
  const [head = ""] = new TextDecoder("latin1").decode(record.subarray(0, 16_384)).split("\r\n\r\n", 1);
  const field = (name: string): string => new RegExp(`^${name}:\\s*(.*?)\\s*$`, "im").exec(head)?.[1] ?? "";
  return { id: field("WARC-Record-ID"), url: field("WARC-Target-URI"), date: field("WARC-Date") };
}
