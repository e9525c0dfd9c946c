import { createHash } from "node:crypto";
import { ChroniclerError } from "../../model/error.ts";
import { bytesInput, type Found, type Input } from "../../model/found.ts";
import type { Source } from "../../model/source.ts";
import { MAX_BYTES } from "../decode.ts";
import { ByteReader } from "./byte-reader.ts";
import { failure, failureOf } from "./found.ts";
import { isGzip, type Salvage, salvage, type Unpacked, unpack } from "./gzip.ts";
import { holdsLines, readLines, startsLine } from "./lines.ts";
import { readWarc } from "./warc.ts";
import { isWarc } from "./warc-record.ts";
import { isZip, readZip } from "./zip.ts";

/** How much of an input tells what it is. In bytes. */
const PROBE = 64 * 1024;

/** Archives in archives in archives: deeper ones were made to have no end. */
const MAX_DEPTH = 3;

/** An archive inside another is held in memory, because its list of entries stands at its end. In bytes. */
const MAX_HELD = 256 * 1024 * 1024;

const LINE_FEED = 0x0a;

/** More records than stand in the stretch that is read again around damage. */
const MAX_RECENT = 5000;

/** An archive with more damage than this is not worth the time that looking around each takes. */
const MAX_DAMAGES = 50;

const NOTHING: Salvage = { members: [], next: null };

/** An input, and in how many archives it lies. */
interface Place {
  readonly input: Input;
  readonly depth: number;
}

function tooLarge({ name, size }: Input, limit: number): ChroniclerError {
  const megabyte = 1024 * 1024;
  const has = size === null ? `more than ${limit / megabyte}` : (size / megabyte).toFixed(1);
  return new ChroniclerError(
    "too-large",
    `${name} has ${has} MB, but a report may have at most ${limit / megabyte} MB; split it, or give its text alone.`,
  );
}

async function collect(reader: ByteReader, input: Input, limit: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  if ((input.size ?? 0) > limit) throw tooLarge(input, limit);
  for await (const chunk of reader.rest()) {
    size += chunk.length;
    if (size > limit) throw tooLarge(input, limit);
    pieces.push(chunk);
  }
  return Buffer.concat(pieces);
}

/** What is packed, without the ending that says so; "crawl.warc.gz" is a name that people know. */
function unpackedName(name: string): string {
  return /\.warc\.gz$/i.test(name) ? name : name.replace(/\.gz$/i, "");
}

/** What a packed archive gave lately, so that nothing is given twice where it is read again around damage. */
class Recent {
  readonly #hashes = new Set<string>();

  /** Whether the source was not met before. */
  note({ bytes }: Source): boolean {
    const hash = createHash("sha256").update(bytes).digest("base64");
    const isNew = !this.#hashes.has(hash);
    this.#hashes.add(hash);
    const [oldest] = this.#hashes;
    if (this.#hashes.size > MAX_RECENT && oldest !== undefined) this.#hashes.delete(oldest);
    return isNew;
  }
}

/** One stretch of a packed input, up to its end or to the first damage. */
async function* openStretch(place: Place, progress: Unpacked): AsyncGenerator<Found> {
  const reader = new ByteReader(unpack(place.input, progress));
  const inside = { ...place.input, name: unpackedName(place.input.name), size: null };
  if ((await reader.peek(1)).length > 0) {
    for await (const found of openStream(reader, { ...place, input: inside })) {
      // What goes wrong after damage comes of it.
      if ("source" in found || !progress.damaged) yield found;
    }
  }
  await reader.close();
}

/** Records that stand whole around damage: each is packed by itself in most web archives. */
async function* openSaved({ input }: Place, members: readonly Uint8Array[]): AsyncGenerator<Found> {
  for (const bytes of members.filter(isWarc)) {
    const reader = new ByteReader(bytesInput(input.name, input.given, bytes).read());
    for await (const found of readWarc(reader, input)) if ("source" in found) yield found;
  }
}

/** What is packed with gzip: an archive, or one document. */
async function* openPacked(place: Place): AsyncGenerator<Found> {
  const { input } = place;
  const recent = new Recent();
  let damages = 0;
  for (let start: number | null = 0; start !== null && damages < MAX_DAMAGES; ) {
    const progress: Unpacked = { position: start, damaged: false };
    for await (const found of openStretch(place, progress)) {
      if (!("source" in found) || recent.note(found.source)) yield found;
    }
    const ended = !progress.damaged && progress.position >= (input.size ?? 0);
    if (ended) break;
    damages += 1;
    const { members, next } = input.size === null ? NOTHING : await salvage(input, progress.position);
    for await (const found of openSaved(place, members)) {
      if (!("source" in found) || recent.note(found.source)) yield found;
    }
    start = next;
  }
  if (damages === 0) return;
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
    input.size === null ? bytesInput(input.name, input.given, await collect(reader, input, MAX_HELD)) : input;
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
  else yield { source: { name, given, bytes: await collect(reader, place.input, MAX_BYTES) } };
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
