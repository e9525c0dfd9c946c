import { ChroniclerError } from "../../model/error.ts";
import { type Headers, readHeaders, readMediaType, splitHead } from "./headers.ts";
import { isHttp, readHttp } from "./http.ts";

/** A record of a web archive: what kind it is, its fields, and what it holds. */
export interface WarcRecord {
  /** response, resource, revisit, request, metadata, conversion, warcinfo … */
  readonly type: string;
  readonly headers: Headers;
  readonly block: Uint8Array;
}

/** A document out of a record, with what its server and its archive say of it. */
export interface Archived {
  readonly bytes: Uint8Array;
  readonly url?: string;
  readonly charset?: string;
  /** When the archive took it: `2016-08-30T10:14:05Z`. */
  readonly captured?: string;
}

/** Whether the bytes begin a web archive, or a record of one. */
export function isWarc(bytes: Uint8Array): boolean {
  return /^WARC\/\d/.test(new TextDecoder("latin1").decode(bytes.subarray(0, 8)));
}

/** The address that a record is about; WARC 1.0 had it between angle brackets. */
export function targetOf(headers: Headers): string | undefined {
  const target = headers.get("warc-target-uri")?.replace(/^<(.*)>$/, "$1");
  return target === undefined || target === "" ? undefined : target;
}

/** The record that the bytes are. */
export function readWarcRecord(bytes: Uint8Array): WarcRecord {
  const { head, body } = splitHead(bytes);
  const headers = readHeaders(head);
  const length = Number(headers.get("content-length") ?? body.length);
  const type = headers.get("warc-type")?.toLowerCase() ?? "";
  return { type, headers, block: body.subarray(0, Number.isNaN(length) ? body.length : length) };
}

/** Whether another record follows the first. */
export function hasMoreRecords(bytes: Uint8Array): boolean {
  const { head, body } = splitHead(bytes);
  const length = Number(readHeaders(head).get("content-length"));
  const rest = new TextDecoder("latin1").decode(body.subarray(length, length + 64));
  return /^\s*WARC\//.test(rest);
}

/**
 * The document that a kept record holds.
 *
 * @throws ChroniclerError `too-large`, `unreadable`
 */
export function unwrapRecord(bytes: Uint8Array, name: string): Archived {
  const { type, headers, block } = readWarcRecord(bytes);
  if (!["response", "resource", "conversion"].includes(type)) {
    const message = `${name} is a record of kind "${type}", which holds no page; expected a response or a resource.`;
    throw new ChroniclerError("unreadable", message);
  }
  const answer = type === "response" && isHttp(block) ? readHttp(block, name) : null;
  const { charset } = readMediaType(
    answer ? answer.headers.get("content-type") : headers.get("content-type"),
  );
  const url = targetOf(headers);
  const captured = /^\d{4}-\d\d-\d\d(?:T[\d:.]+Z?)?/.exec(headers.get("warc-date") ?? "")?.[0];
  return {
    bytes: answer?.body ?? block,
    ...(url === undefined ? {} : { url }),
    ...(charset === undefined ? {} : { charset }),
    ...(captured === undefined ? {} : { captured }),
  };
}
