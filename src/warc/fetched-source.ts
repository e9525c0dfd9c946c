import { createHash } from "node:crypto";
import type { Capture } from "../model/capture.ts";
import type { FetchedPage, Source } from "../model/source.ts";
import {
  conversionRecord,
  type Earlier,
  requestRecord,
  responseRecord,
  revisitRecord,
} from "./exchange-records.ts";
import type { WarcRecord } from "./record.ts";

/** The capture that holds the page; those before it are redirects. */
function lastOf({ captures }: FetchedPage): Capture {
  const last = captures.at(-1);
  if (!last) throw new RangeError("a page without a capture");
  return last;
}

function withRequest(answer: WarcRecord, capture: Capture): Uint8Array[] {
  return [answer.bytes, requestRecord(capture, answer).bytes];
}

function redirectRecords({ captures }: FetchedPage): Uint8Array[] {
  return captures.slice(0, -1).flatMap((each) => withRequest(responseRecord(each), each));
}

/** SHA-256 of what is to be read, as it came; hexadecimal. */
export function payloadOf(page: FetchedPage): string {
  return createHash("sha256")
    .update(page.part?.bytes ?? lastOf(page).payload)
    .digest("hex");
}

/** The page as it is kept: the answer of its server as a record of a web archive, and what belongs to it. */
export function fetchedSource(page: FetchedPage): Source {
  const last = lastOf(page);
  const answer = responseRecord(last);
  const { part } = page;
  const main = part ? conversionRecord(part, { date: last.fetched, from: answer }) : answer;
  const request = requestRecord(last, answer).bytes;
  const beside = part ? [answer.bytes, request] : [request];
  return {
    name: part?.url ?? last.url,
    bytes: main.bytes,
    given: page.given,
    fetched: { payload: payloadOf(page), records: [...redirectRecords(page), ...beside] },
  };
}

/** What is kept of a page whose body is kept already. */
export function revisitRecords(page: FetchedPage, earlier: Earlier): readonly Uint8Array[] {
  if (page.part) return [];
  const last = lastOf(page);
  return [...redirectRecords(page), ...withRequest(revisitRecord(last, earlier), last)];
}
