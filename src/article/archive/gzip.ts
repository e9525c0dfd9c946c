import { Readable } from "node:stream";
import { createGunzip, inflateRawSync } from "node:zlib";
import { ChroniclerError } from "../../model/error.ts";
import type { Input } from "../../model/found.ts";
import { MAX_BYTES } from "../decode.ts";

/** Deflate makes text some ten times smaller; what grows more than this was made to fill a disk. */
const MAX_RATIO = 200;
/** The ratio is looked at only once so much has come out, in bytes. */
const RATIO_FROM = 64 * 1024 * 1024;

const MAGIC = Buffer.from([0x1f, 0x8b, 0x08]);

/** Flags of a member's head, and the length of what it always has. */
const FLAG = { checksum: 2, extra: 4, name: 8, comment: 16, unused: 0xe0 };
const HEAD_LENGTH = 10;
/** Checksum and size, after the packed bytes. */
const TAIL_LENGTH = 8;

export function isGzip(bytes: Uint8Array): boolean {
  return MAGIC.every((byte, index) => bytes[index] === byte);
}

/** How far unpacking came. */
export interface Unpacked {
  /** Bytes of the packed input that were read. */
  position: number;
  /** Whether it ended because of damage. */
  damaged: boolean;
}

function refuseBomb(name: string): never {
  throw new ChroniclerError(
    "too-large",
    `${name} unpacks to more than ${MAX_RATIO} times its size, as no reports do; the rest was left out.`,
  );
}

/**
 * Unpacks from `progress.position` on, member after member, until the end or the first damage.
 *
 * @throws ChroniclerError `too-large` for what unpacks without end
 */
export async function* unpack(input: Input, progress: Unpacked): AsyncGenerator<Uint8Array> {
  const packed = Readable.from(input.read(progress.position));
  const gunzip = createGunzip();
  packed.on("error", (error) => gunzip.destroy(error)).pipe(gunzip);
  let size = 0;
  try {
    for await (const chunk of gunzip as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > RATIO_FROM && size > MAX_RATIO * gunzip.bytesWritten) refuseBomb(input.name);
      yield chunk;
    }
  } catch (error) {
    if (!isDamage(error)) throw error;
    progress.damaged = true;
  } finally {
    packed.destroy();
    progress.position += gunzip.bytesWritten;
  }
}

/** Whether the error is one of the packed bytes, and not of the file or of ours. */
function isDamage(error: unknown): boolean {
  return error instanceof Error && "code" in error && /^Z_/.test(String(error.code));
}

/** How much around damage is looked through member by member. In bytes. */
const WINDOW = 1024 * 1024;

/** Where the packed bytes of a member begin, from its beginning; null where none begins there. */
function dataStart(bytes: Uint8Array): number | null {
  const flags = bytes[3] ?? FLAG.unused;
  if (!isGzip(bytes) || flags & FLAG.unused) return null;
  let at = HEAD_LENGTH;
  if (flags & FLAG.extra) at += 2 + (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0);
  for (const text of [FLAG.name, FLAG.comment])
    if (flags & text) at = bytes.indexOf(0, at) + 1 || bytes.length;
  return flags & FLAG.checksum ? at + 2 : at;
}

/** A member that could be unpacked by itself, and how long it is packed. */
interface Member {
  readonly bytes: Uint8Array;
  readonly length: number;
}

function memberAt(bytes: Uint8Array): Member | null {
  const start = dataStart(bytes);
  if (start === null) return null;
  try {
    const options = { info: true, maxOutputLength: MAX_BYTES };
    // With `info` it gives more than its type says.
    const made = inflateRawSync(bytes.subarray(start), options) as unknown as {
      readonly buffer: Uint8Array;
      readonly engine: { readonly bytesWritten: number };
    };
    return { bytes: made.buffer, length: start + made.engine.bytesWritten + TAIL_LENGTH };
  } catch {
    return null;
  }
}

/** What could be saved around damage, and where reading can go on; null where nothing begins any more. */
export interface Salvage {
  readonly members: readonly Uint8Array[];
  readonly next: number | null;
}

async function readRange(input: Input, start: number, end: number): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of input.read(start, end)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/**
 * Looks for whole members around `position`, at which unpacking met damage. Those before it are found again,
 * because what stands just before damage is lost with it.
 */
export async function salvage(input: Input, position: number): Promise<Salvage> {
  const size = input.size ?? 0;
  const first = Math.max(0, position - WINDOW);
  const bytes = await readRange(input, first, Math.min(size, position + WINDOW));
  const members: Uint8Array[] = [];
  for (let at = bytes.indexOf(MAGIC); at >= 0; ) {
    const member = memberAt(bytes.subarray(at));
    // Far enough behind the damage the stream can be read again as a whole.
    if (member !== null && first + at > position + WINDOW / 2) return { members, next: first + at };
    if (member !== null) members.push(member.bytes);
    at = bytes.indexOf(MAGIC, at + (member?.length ?? 1));
  }
  const end = first + bytes.length;
  return { members, next: end < size ? end : null };
}
