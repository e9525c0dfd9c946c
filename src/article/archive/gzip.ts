import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { ChroniclerError } from "../../model/error.ts";
import type { Input } from "./found.ts";

/** Deflate makes text some ten times smaller; what grows more than this was made to fill a disk. */
const MAX_RATIO = 200;
/** The ratio is looked at only once so much has come out, in bytes. */
const RATIO_FROM = 64 * 1024 * 1024;

const MAGIC = Buffer.from([0x1f, 0x8b, 0x08]);
/** The byte after it holds flags; its upper three bits are unused. */
const FLAGS = 0x20;

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

/** Where the next member may begin, from `start` on; null where there is none. */
export async function nextMember(input: Input, start: number): Promise<number | null> {
  let at = start;
  let held = Buffer.alloc(0);
  for await (const chunk of input.read(start)) {
    held = Buffer.concat([held, chunk]);
    for (let found = held.indexOf(MAGIC); found >= 0; found = held.indexOf(MAGIC, found + 1)) {
      const flags = held[found + MAGIC.length];
      if (flags !== undefined && flags < FLAGS) return at + found;
    }
    const kept = Math.min(held.length, MAGIC.length);
    at += held.length - kept;
    held = held.subarray(held.length - kept);
  }
  return null;
}
