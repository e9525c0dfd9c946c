import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync } from "node:zlib";
import { ChroniclerError } from "../../model/error.ts";
import { MAX_BYTES } from "../decode.ts";
import { type Headers, readHeaders, splitHead } from "./headers.ts";

/** A server's answer, its body as a reader gets it: joined and unpacked. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

/** Nobody packs a page more often; more is made to exhaust the reader. */
const MAX_CODINGS = 3;

/** Pages that were cut off are read as far as they go. */
const OPTIONS = { maxOutputLength: MAX_BYTES, finishFlush: constants.Z_SYNC_FLUSH };

/** The pieces of a chunked body joined; null where it is not chunked, whatever the head says. */
function joinChunks(body: Uint8Array): Uint8Array | null {
  const pieces: Uint8Array[] = [];
  let at = 0;
  while (at < body.length) {
    const lineEnd = body.indexOf(0x0a, at);
    const line = lineEnd < 0 ? "" : new TextDecoder("latin1").decode(body.subarray(at, lineEnd));
    const size = /^([0-9a-f]{1,8})[ \t]*(?:;.*)?\r?$/i.exec(line)?.[1];
    if (size === undefined) return pieces.length > 0 ? Buffer.concat(pieces) : null;
    const length = Number.parseInt(size, 16);
    if (length === 0) break;
    pieces.push(body.subarray(lineEnd + 1, lineEnd + 1 + length));
    at = lineEnd + 1 + length;
    if (body[at] === 0x0d) at++;
    if (body[at] === 0x0a) at++;
  }
  return Buffer.concat(pieces);
}

/** Whether the bytes are what `gzip` makes; archives keep the head of a page that they have unpacked. */
function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function unpackOnce(bytes: Uint8Array, coding: string): Uint8Array {
  if (coding === "gzip" || coding === "x-gzip") return isGzip(bytes) ? gunzipSync(bytes, OPTIONS) : bytes;
  if (coding === "br") {
    return brotliDecompressSync(bytes, {
      maxOutputLength: MAX_BYTES,
      finishFlush: constants.BROTLI_OPERATION_FLUSH,
    });
  }
  if (coding !== "deflate") throw new RangeError(`a coding "${coding}"`);
  // The name stands for two things: with a head of two bytes, and without.
  return ((bytes[0] ?? 0) & 0x0f) === 8 ? inflateSync(bytes, OPTIONS) : inflateRawSync(bytes, OPTIONS);
}

function unpack(bytes: Uint8Array, codings: readonly string[], name: string): Uint8Array {
  try {
    return codings.reduceRight(unpackOnce, bytes);
  } catch (cause) {
    const tooLarge = cause instanceof RangeError && "code" in cause;
    const message = tooLarge
      ? `${name} unpacks to more than ${MAX_BYTES / 1024 / 1024} MB; a report has less. It was left out.`
      : `${name} is packed (${codings.join(", ")}) in a way that cannot be undone; expected gzip, deflate or br. Save the page anew.`;
    throw new ChroniclerError(tooLarge ? "too-large" : "unreadable", message, { cause });
  }
}

/** Whether the bytes are an HTTP answer with its head. */
export function isHttp(bytes: Uint8Array): boolean {
  return /^HTTP\/\d/.test(new TextDecoder("latin1").decode(bytes.subarray(0, 8)));
}

/** The status of an answer and its fields, with its body as it was sent. */
export function readHttpHead(bytes: Uint8Array): HttpAnswer {
  const { head, body } = splitHead(bytes);
  const status = Number(/^HTTP\/[\d.]+\s+(\d{3})/.exec(head)?.[1] ?? 0);
  return { status, headers: readHeaders(head), body };
}

/**
 * Reads an HTTP answer as it went over the wire, or as archives keep it.
 *
 * @throws ChroniclerError `too-large`, `unreadable`
 */
export function readHttp(bytes: Uint8Array, name: string): HttpAnswer {
  const answer = readHttpHead(bytes);
  const chunked = /\bchunked\b/i.test(answer.headers.get("transfer-encoding") ?? "");
  const whole = (chunked ? joinChunks(answer.body) : null) ?? answer.body;
  const codings = (answer.headers.get("content-encoding") ?? "")
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((coding) => coding !== "" && coding !== "identity");
  if (codings.length > MAX_CODINGS) {
    const message = `${name} is packed ${codings.length} times; expected at most ${MAX_CODINGS}. It was left out.`;
    throw new ChroniclerError("too-large", message);
  }
  return { ...answer, body: codings.length > 0 ? unpack(whole, codings, name) : whole };
}
