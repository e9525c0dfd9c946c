import type { Found, Input } from "../../model/found.ts";
import { MAX_BYTES } from "../decode.ts";
import type { ByteReader } from "./byte-reader.ts";
import { failure, givenToAll } from "./found.ts";
import { type Headers, readHeaders, readMediaType } from "./headers.ts";
import { isHttp, readHttpHead } from "./http.ts";
import { readWarcRecord, targetOf } from "./warc-record.ts";

/** A line of a head that is longer is none. */
const MAX_LINE = 64 * 1024;
const MAX_HEAD_LINES = 200;

/** Kinds of record that hold a document. */
const DOCUMENTS = ["response", "resource", "conversion"];

/** Media types that a report can have; scripts, styles and pictures of a page are passed over. */
const REPORT_TYPE =
  /^(?:text\/(?:html|plain|markdown)|application\/(?:xhtml\+xml|pdf|(?:rss|atom|rdf)\+xml|feed\+json)|message\/rfc822)$/;
/** Types that tell little: only a feed is read from them. */
const MAYBE_FEED = /^(?:text|application)\/xml$/;
const FEED_START = /<(?:rss|feed|rdf:RDF)[\s>]/i;

const OK = 200;

/** What ends a record, so that a source is the whole of it. */
const RECORD_END = Buffer.from("\r\n\r\n");

/** Reads records one by one; what stands between them is passed over. */
class WarcReader {
  readonly #reader: ByteReader;
  readonly #input: Input;
  /** Addresses and digests that were met: pages to which later records may only refer. */
  readonly #met = new Set<string>();
  #records = 0;

  constructor(reader: ByteReader, input: Input) {
    this.#reader = reader;
    this.#input = input;
  }

  async *documents(): AsyncGenerator<Found> {
    for (;;) {
      const { head, lost } = await this.#nextHead();
      if (lost) yield this.#damaged();
      if (head === null) return;
      this.#records += 1;
      const found = await this.#document(head);
      if (found !== null) yield found;
    }
  }

  /** The next head, from "WARC/1.0" to the empty line; `lost` where other bytes stood before it. */
  async #nextHead(): Promise<{ head: Uint8Array | null; lost: boolean }> {
    const lines: Uint8Array[] = [];
    let lost = false;
    while (lines.length < MAX_HEAD_LINES) {
      const line = await this.#reader.line(MAX_LINE);
      if (line === null) return { head: null, lost: lost || lines.length > 0 };
      const empty = line.length <= 2 && line.every((byte) => byte === 0x0a || byte === 0x0d);
      if (lines.length === 0 && empty) continue;
      if (lines.length === 0 && !isVersion(line)) {
        lost = true;
        continue;
      }
      lines.push(line);
      if (empty) break;
    }
    return { head: Buffer.concat(lines), lost };
  }

  #nameOf(headers: Headers): string {
    return `${this.#input.name}, ${targetOf(headers) ?? `record ${this.#records}`}`;
  }

  async #document(head: Uint8Array): Promise<Found | null> {
    const headers = readHeaders(new TextDecoder("latin1").decode(head));
    const length = Number(headers.get("content-length"));
    const type = headers.get("warc-type")?.toLowerCase() ?? "";
    const name = this.#nameOf(headers);
    if (!Number.isSafeInteger(length) || length < 0) {
      return failure(name, "unreadable", `${name} does not say how long it is; it was left out.`);
    }
    if (type === "revisit") return this.#revisit(headers, length);
    if (!DOCUMENTS.includes(type)) {
      await this.#reader.skip(length);
      return null;
    }
    if (length > 2 * MAX_BYTES) {
      await this.#reader.skip(length);
      return isReportType(headers, type) ? tooLarge(name, length) : null;
    }
    const block = await this.#reader.take(length);
    if (block.length < length) return this.#cutOff(name);
    return this.#keep(Buffer.concat([head, block, RECORD_END]), { headers, name });
  }

  /** The record as a source, if it can hold a report. */
  #keep(bytes: Uint8Array, { headers, name }: { headers: Headers; name: string }): Found | null {
    this.#meet(headers);
    if (!holdsReport(bytes)) return null;
    return { source: { name, given: givenToAll(this.#input.given), bytes } };
  }

  #meet(headers: Headers): void {
    for (const key of [targetOf(headers), headers.get("warc-payload-digest")]) if (key) this.#met.add(key);
  }

  /** A record that only says that a page was the same as before. */
  async #revisit(headers: Headers, length: number): Promise<Found | null> {
    const block = readHttpHead(await this.#reader.take(Math.min(length, MAX_LINE)));
    await this.#reader.skip(Math.max(0, length - MAX_LINE));
    const name = this.#nameOf(headers);
    const before = [
      headers.get("warc-refers-to-target-uri"),
      headers.get("warc-payload-digest"),
      targetOf(headers),
    ];
    if (before.some((key) => key !== undefined && this.#met.has(key))) return null;
    const { type } = readMediaType(block.headers.get("content-type"));
    if (!REPORT_TYPE.test(type)) return null;
    return failure(
      name,
      "empty",
      `${name} only refers to a page kept in another archive; add that archive too, if it is not there yet.`,
    );
  }

  #damaged(): Found {
    const { name } = this.#input;
    const message = `${name} has bytes between its records that belong to none; the records around them were read.`;
    return failure(name, "unreadable", message);
  }

  #cutOff(name: string): Found {
    const message = `${name} is cut off in the middle; the records before it were read. Fetch the archive anew.`;
    return failure(name, "unreadable", message);
  }
}

function isVersion(line: Uint8Array): boolean {
  return /^WARC\/\d+\.\d+\s*$/.test(new TextDecoder("latin1").decode(line.subarray(0, 16)));
}

function tooLarge(name: string, length: number): Found {
  const [size, limit] = [length, MAX_BYTES].map((bytes) => Math.round(bytes / 1024 / 1024));
  return failure(name, "too-large", `${name} has ${size} MB, but a report may have at most ${limit} MB.`);
}

/** A response tells its type only inside; large ones are mostly films. */
function isReportType(headers: Headers, type: string): boolean {
  return type !== "response" && REPORT_TYPE.test(readMediaType(headers.get("content-type")).type);
}

/** Whether the record may hold a report: by its status and its type. */
function holdsReport(bytes: Uint8Array): boolean {
  const { type: kind, headers, block } = readWarcRecord(bytes);
  const answer = kind === "response" && isHttp(block) ? readHttpHead(block) : null;
  if (kind === "response" && answer?.status !== OK) return false;
  if (/\/robots\.txt$|^dns:/.test(targetOf(headers) ?? "")) return false;
  const { type } = readMediaType((answer?.headers ?? headers).get("content-type"));
  if (REPORT_TYPE.test(type)) return true;
  const start = new TextDecoder("latin1").decode((answer?.body ?? block).subarray(0, 2048));
  return MAYBE_FEED.test(type) && FEED_START.test(start);
}

/**
 * The documents of a web archive (WARC 1.0 or 1.1, unpacked), one record at a time. Each source holds its
 * whole record, with the head of the server's answer: the bytes that are kept are those that were fetched.
 * Records that hold no document are passed over; damaged ones are told, and the next are read.
 */
export function readWarc(reader: ByteReader, input: Input): AsyncGenerator<Found> {
  return new WarcReader(reader, input).documents();
}
