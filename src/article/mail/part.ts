import { type Headers, readHeaders, readMediaType, splitHead } from "../archive/headers.ts";
import { decodeHeader, fromBase64, fromQuotedPrintable } from "./words.ts";

/** A part of a mail that holds no others. */
export interface Part {
  /** Media type, in lower case: `text/html`. */
  readonly type: string;
  readonly charset?: string;
  /** Decoded from the form in which it went over the wire. */
  readonly bytes: Uint8Array;
  /** The name of an attached file; absent for what is shown as the mail itself. */
  readonly file?: string;
}

/** Newsletters have three levels, forwarded ones six. */
const MAX_DEPTH = 12;
const MAX_PARTS = 500;

/** Parts that were found so far, and how many more may be. */
interface Search {
  readonly parts: Part[];
  readonly depth: number;
}

function boundaryOf(contentType: string): string | null {
  const match = /;\s*boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(contentType);
  return match ? (match[1] ?? match[2] ?? null) : null;
}

/** What stands between the boundary lines; without an end line, up to the end. */
function piecesOf(body: Uint8Array, boundary: string): readonly Uint8Array[] {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const line = Buffer.from(`--${boundary}`, "latin1");
  const pieces: Uint8Array[] = [];
  let start = -1;
  for (let at = bytes.indexOf(line); at >= 0; at = bytes.indexOf(line, at + line.length)) {
    if (at > 0 && bytes[at - 1] !== 0x0a) continue;
    if (start >= 0) pieces.push(bytes.subarray(start, at));
    const after = at + line.length;
    if (bytes[after] === 0x2d && bytes[after + 1] === 0x2d) return pieces;
    const lineEnd = bytes.indexOf(0x0a, after);
    start = lineEnd < 0 ? bytes.length : lineEnd + 1;
    if (pieces.length >= MAX_PARTS) return pieces;
  }
  if (start >= 0) pieces.push(bytes.subarray(start));
  return pieces;
}

function decodeBody(body: Uint8Array, coding: string): Uint8Array {
  if (coding === "base64") return fromBase64(Buffer.from(body).toString("latin1"));
  if (coding === "quoted-printable") return fromQuotedPrintable(Buffer.from(body).toString("latin1"));
  return body;
}

function fileOf(headers: Headers): string | undefined {
  const disposition = headers.get("content-disposition") ?? "";
  const both = `${disposition};${headers.get("content-type") ?? ""}`;
  const name = /;\s*(?:file)?name\*?\s*=\s*(?:"([^"]*)"|([^\s;]+))/i.exec(both);
  const isAttached = /^\s*attachment\b/i.test(disposition);
  return name || isAttached ? decodeHeader(name?.[1] ?? name?.[2] ?? "attachment") : undefined;
}

function collect(bytes: Uint8Array, search: Search): void {
  const { head, body } = splitHead(bytes);
  const headers = readHeaders(head);
  const contentType = headers.get("content-type") ?? "text/plain";
  const media = readMediaType(contentType);
  const boundary = media.type.startsWith("multipart/") ? boundaryOf(contentType) : null;
  const within = { parts: search.parts, depth: search.depth + 1 };
  if (search.depth > MAX_DEPTH || search.parts.length >= MAX_PARTS) return;
  if (boundary !== null) {
    for (const piece of piecesOf(body, boundary)) collect(piece, within);
    return;
  }
  const coding = headers.get("content-transfer-encoding")?.trim().toLowerCase() ?? "";
  const decoded = decodeBody(body, coding);
  if (media.type === "message/rfc822") {
    collect(decoded, within);
    return;
  }
  const file = fileOf(headers);
  search.parts.push({
    ...media,
    type: media.type || "text/plain",
    bytes: decoded,
    ...(file ? { file } : {}),
  });
}

/** The parts of a mail, in order, with those of mails that it forwards; empty pieces between them are none. */
export function partsOf(mail: Uint8Array): readonly Part[] {
  const search: Search = { parts: [], depth: 0 };
  collect(mail, search);
  return search.parts;
}
