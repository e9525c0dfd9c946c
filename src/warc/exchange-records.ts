import type { Capture } from "../model/capture.ts";
import { digestOf, type Fields, makeRecord, type WarcRecord } from "./record.ts";

const IDENTICAL = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest";
const RESPONSE = "application/http;msgtype=response";
const REQUEST = "application/http;msgtype=request";

/** Where the same body was kept before. */
export interface Earlier {
  /** Of the record. */
  readonly id: string;
  readonly url: string;
  readonly date: string;
}

/** Heads are bytes of Latin-1, as they came. */
function head(text: string): Buffer {
  return Buffer.from(`${text}\r\n`, "latin1");
}

/** The body is joined from its chunks, so its head must not speak of any. */
function responseHead(text: string): Buffer {
  return head(text.replace(/^(?=transfer-encoding:)/gim, "X-Archive-Orig-"));
}

function about({ url, address }: Capture): Fields {
  return [["WARC-Target-URI", url], ...(address ? ([["WARC-IP-Address", address]] as const) : [])];
}

/** The answer of a server, whole. */
export function responseRecord(capture: Capture): WarcRecord {
  const { fetched, response, payload, isCut } = capture;
  return makeRecord({
    type: "response",
    date: fetched,
    contentType: RESPONSE,
    fields: [
      ...about(capture),
      ["WARC-Payload-Digest", digestOf(payload)],
      ...(isCut ? ([["WARC-Truncated", "length"]] as const) : []),
    ],
    block: Buffer.concat([responseHead(response), payload]),
  });
}

/** An answer with a body that is kept already: its head, and where the body is. */
export function revisitRecord(capture: Capture, { id, url, date }: Earlier): WarcRecord {
  return makeRecord({
    type: "revisit",
    date: capture.fetched,
    contentType: RESPONSE,
    fields: [
      ...about(capture),
      ["WARC-Profile", IDENTICAL],
      ["WARC-Refers-To", id],
      ["WARC-Refers-To-Target-URI", url],
      ["WARC-Refers-To-Date", date],
      ["WARC-Payload-Digest", digestOf(capture.payload)],
    ],
    block: responseHead(capture.response),
  });
}

/** The question to which `answer` is the answer. */
export function requestRecord(capture: Capture, answer: WarcRecord): WarcRecord {
  return makeRecord({
    type: "request",
    date: capture.fetched,
    contentType: REQUEST,
    fields: [
      ["WARC-Target-URI", capture.url],
      ["WARC-Concurrent-To", answer.id],
    ],
    block: head(capture.request),
  });
}

/** A part of what was fetched, in another form: one entry of a feed. */
export function conversionRecord(
  entry: { readonly url: string; readonly type: string; readonly bytes: Uint8Array },
  { date, from }: { readonly date: string; readonly from: WarcRecord },
): WarcRecord {
  return makeRecord({
    type: "conversion",
    date,
    contentType: entry.type,
    fields: [
      ["WARC-Target-URI", entry.url],
      ["WARC-Refers-To", from.id],
      ["WARC-Payload-Digest", digestOf(entry.bytes)],
    ],
    block: entry.bytes,
  });
}
