import { createHash } from "node:crypto";

export type WarcType = "warcinfo" | "response" | "request" | "resource" | "revisit" | "conversion";

/** Names and values, in the order in which they are written. */
export type Fields = readonly (readonly [name: string, value: string])[];

/** A record of a web archive as its bytes, and its name for other records. */
export interface WarcRecord {
  /** `<urn:uuid:…>` */
  readonly id: string;
  readonly bytes: Uint8Array;
}

export interface RecordParts {
  readonly type: WarcType;
  /** ISO 8601 in UTC: `2026-05-03T10:14:05Z`. */
  readonly date: string;
  readonly contentType: string;
  readonly fields: Fields;
  readonly block: Uint8Array;
}

const ENDS = "\r\n\r\n";

function sha256(bytes: string | Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
}

const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const fives = bits.match(/.{1,5}/g) ?? [];
  return fives.map((five) => BASE32[Number.parseInt(five.padEnd(5, "0"), 2)]).join("");
}

/** In the form that the tools of web archives write: `sha256:` and base 32. */
export function digestOf(bytes: Uint8Array): string {
  return `sha256:${base32(sha256(bytes))}`;
}

/** A name that follows from what the record says, so that the same record always has the same. */
function idOf(head: string, block: Uint8Array): string {
  const hash = createHash("sha256").update(head).update(block).digest();
  // Version 8 of RFC 9562: made by a rule of one's own.
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString("hex");
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)];
  return `<urn:uuid:${parts.join("-")}>`;
}

/** Values come from servers: no line break of theirs may begin a field. */
function line([name, value]: readonly [string, string]): string {
  return `${name}: ${value.replace(/[\r\n]+/g, " ")}\r\n`;
}

/** Makes a record after WARC/1.1 (ISO 28500:2017). */
export function makeRecord({ type, date, contentType, fields, block }: RecordParts): WarcRecord {
  const rest = [
    ["WARC-Date", date],
    ...fields,
    ["WARC-Block-Digest", digestOf(block)],
    ["Content-Type", contentType],
    ["Content-Length", String(block.length)],
  ] as const;
  const lines = rest.map(line).join("");
  const id = idOf(type + lines, block);
  const head = `WARC/1.1\r\nWARC-Type: ${type}\r\nWARC-Record-ID: ${id}\r\n${lines}\r\n`;
  return { id, bytes: Buffer.concat([Buffer.from(head), block, Buffer.from(ENDS)]) };
}
