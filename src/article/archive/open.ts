import { ChroniclerError } from "../../model/error.ts";
import { MAX_BYTES } from "../decode.ts";
import { ByteReader } from "./byte-reader.ts";
import { bytesInput, type Found, failure, failureOf, type Input } from "./found.ts";
import { isGzip, nextMember, type Unpacked, unpack } from "./gzip.ts";
import { holdsLines, readLines, startsLine } from "./lines.ts";
import { readWarc } from "./warc.ts";
import { isWarc } from "./warc-record.ts";
import { isZip, readZip } from "./zip.ts";

export type { Found, Input } from "./found.ts";
export { mayHoldReport } from "./names.ts";

/** How much of an input tells what it is. In bytes. */
const PROBE = 64 * 1024;

/** Archives in archives in archives: deeper ones were made to have no end. */
const MAX_DEPTH = 3;

/** An archive inside another is held in memory, because its list of entries stands at its end. In bytes. */
const MAX_HELD = 256 * 1024 * 1024;

const LINE_FEED = 0x0a;

/** An input, and in how many archives it lies. */
interface Place {
  readonly input: Input;
  readonly depth: number;
}

function tooLarge(name: string, limit: number): ChroniclerError {
  const megabytes = limit / 1024 / 1024;
  return new ChroniclerError(
    "too-large",
    `${name} has more than ${megabytes} MB; expected a news report, of some KB. Split it, or give its text alone.`,
  );
}

async function collect(chunks: AsyncIterable<Uint8Array>, name: string, limit: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > limit) throw tooLarge(name, limit);
    pieces.push(chunk);
  }
  return Buffer.concat(pieces);
}

/** What is packed, without the ending that says so; "crawl.warc.gz" is a name that people know. */
function unpackedName(name: string): string {
  return /\.warc\.gz$/i.test(name) ? name : name.replace(/\.gz$/i, "");
}

/** What stands in the packed stream: an archive, or one document. */
async function* openPacked({ input, depth }: Place): AsyncGenerator<Found> {
  const inside = { ...input, name: unpackedName(input.name), size: null };
  let damaged = false;
  for (let start: number | null = 0; start !== null; ) {
    const progress: Unpacked = { position: start, damaged: false };
    const reader = new ByteReader(unpack(input, progress));
    if ((await reader.peek(1)).length > 0) yield* openStream(reader, { input: inside, depth });
    await reader.close();
    damaged ||= progress.damaged;
    // Each record of an archive is packed by itself: what comes after damage can be read again.
    const { size } = input;
    const ended = size === null || progress.position >= size;
    start = ended ? null : await nextMember(input, Math.max(progress.position, start + 1));
  }
  if (!damaged) return;
  const message = `${input.name} is damaged; what could be unpacked was read. Fetch it anew for the rest.`;
  yield failure(input.name, "unreadable", message);
}

async function* openInside({ input, depth }: Place): AsyncGenerator<Found> {
  if (depth > MAX_DEPTH) {
    const message = `${input.name} lies in more than ${MAX_DEPTH} archives; unpack the outer ones first.`;
    yield failure(input.name, "too-large", message);
    return;
  }
  yield* openPlace({ input, depth });
}

async function* openZip({ input, depth }: Place, reader: ByteReader): AsyncGenerator<Found> {
  const whole =
    input.size === null
      ? bytesInput(input.name, input.given, await collect(reader.rest(), input.name, MAX_HELD))
      : input;
  yield* readZip(whole, (entry) => openInside({ input: entry, depth: depth + 1 }));
}

/** The beginning; of what looks like a long line of JSON, the whole line. */
async function probe(reader: ByteReader): Promise<Uint8Array> {
  const start = await reader.peek(PROBE);
  return startsLine(start) && !start.includes(LINE_FEED) ? reader.peek(MAX_BYTES) : start;
}

async function* openStream(reader: ByteReader, place: Place): AsyncGenerator<Found> {
  const { name, given } = place.input;
  const start = await probe(reader);
  if (isWarc(start)) yield* readWarc(reader, place.input);
  else if (isZip(start)) yield* openZip(place, reader);
  else if (holdsLines(start, name)) yield* readLines(reader, place.input);
  else yield { source: { name, given, bytes: await collect(reader.rest(), name, MAX_BYTES) } };
}

async function* openPlace(place: Place): AsyncGenerator<Found> {
  const { input } = place;
  const reader = new ByteReader(input.read());
  try {
    if (!isGzip(await reader.peek(4))) yield* openStream(reader, place);
    else if (input.size !== null) yield* openPacked(place);
    else yield* openPacked({ ...place, input: { ...input, read: () => reader.rest() } });
  } catch (error) {
    yield failureOf(error, input.name);
  } finally {
    await reader.close();
  }
}

/**
 * The documents of an input, one after the other and without holding more than one: of a web archive
 * (WARC), a ZIP archive, JSON Lines, any of them packed with gzip, or the one document that it is. What
 * it is, is told by its first bytes. What cannot be read gives a failure in its place; the rest goes on.
 */
export function openInput(input: Input): AsyncGenerator<Found> {
  return openPlace({ input, depth: 0 });
}
