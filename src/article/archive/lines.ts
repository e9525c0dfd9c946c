import type { Found, Input } from "../../model/found.ts";
import type { Given } from "../../model/source.ts";
import type { ByteReader } from "./byte-reader.ts";
import { failure } from "./found.ts";

/** What the beginning of a report in JSON Lines looks like. */
const LINE_START = /^\s*\{\s*"/;

/** How much of a broken line a message shows. */
const SHOWN = 40;

/** A longer line is no report; the reader has the same limit for a file. In bytes. */
const MAX_LINE = 20 * 1024 * 1024;

const BYTE_ORDER_MARK = /^\uFEFF/;

function parses(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

function isLine(line: string): boolean {
  return LINE_START.test(line) && parses(line);
}

/** Whether the bytes may be the beginning of a line of JSON. */
export function startsLine(start: Uint8Array): boolean {
  return LINE_START.test(new TextDecoder().decode(start.subarray(0, 256)));
}

/** Whether the beginning of a file is JSON Lines: an object in a line (one of two may be broken), no JSON Feed. */
export function holdsLines(start: Uint8Array, name: string): boolean {
  const text = new TextDecoder().decode(start).replace(BYTE_ORDER_MARK, "");
  if (/^\s*\{\s*"version"\s*:\s*"https:\\?\/\\?\/jsonfeed/.test(text)) return false;
  if (/\.(?:jsonl|ndjson)$/i.test(name)) return text.trim() !== "";
  return LINE_START.test(text) && text.split("\n", 2).some(isLine);
}

function openLine(line: string, name: string, given: Given): Found {
  if (isLine(line)) {
    return { source: { name, given, bytes: new TextEncoder().encode(line) } };
  }
  const shown = line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
  const expected = 'expected one object on each line, such as {"text": "…"}';
  return failure(name, "bad-json", `${name}, is no report in JSON: ${shown}; ${expected}.`);
}

/** One source for each line: so a report that stands in two files of lines is kept once. */
export async function* readLines(reader: ByteReader, { name, given }: Input): AsyncGenerator<Found> {
  for (let number = 1; ; number++) {
    const bytes = await reader.line(MAX_LINE);
    if (bytes === null) return;
    const line = new TextDecoder().decode(bytes).replace(BYTE_ORDER_MARK, "").trim();
    if (line !== "") yield openLine(line, `${name}, line ${number}`, given);
  }
}
