import { Readable } from "node:stream";
import yauzl, { type Entry, RandomAccessReader, type ZipFile } from "yauzl";
import { ChroniclerError } from "../../model/error.ts";
import type { Found, Input } from "../../model/found.ts";
import { failure, givenToAll } from "./found.ts";
import { mayHoldReport } from "./names.ts";

/** Text packs to a tenth, a long list perhaps to a hundredth; a bomb to less than a thousandth. */
const MAX_RATIO = 200;
/** Small entries may have any ratio: a page of one repeated line is none. In bytes. */
const RATIO_FROM = 1024 * 1024;
const MAX_ENTRIES = 200_000;

export function isZip(bytes: Uint8Array): boolean {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 4));
  return start === "PK\u0003\u0004" || start === "PK\u0005\u0006";
}

/** Lets the library read the parts of an input that it asks for. */
class InputReader extends RandomAccessReader {
  readonly #input: Input;

  constructor(input: Input) {
    super();
    this.#input = input;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#input.read(start, end), { objectMode: false });
  }
}

/** The name of an entry, for people only: nothing is ever written to it. */
function nameOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  return yauzl.getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);
}

/** What speaks against reading an entry, or null. */
function objection(entry: Entry, name: string): Found | null {
  if (entry.isEncrypted()) {
    return failure(name, "unreadable", `${name} is encrypted; unpack the archive with its password first.`);
  }
  const { uncompressedSize: size, compressedSize: packed } = entry;
  if (size < RATIO_FROM || size <= MAX_RATIO * packed) return null;
  const message = `${name} unpacks to more than ${MAX_RATIO} times its size, as no report does; it was left out.`;
  return failure(name, "too-large", message);
}

async function* readEntry(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  const name = nameOf(entry);
  try {
    yield* (await zip.openReadStreamPromise(entry)) as AsyncIterable<Uint8Array>;
  } catch (cause) {
    if (cause instanceof ChroniclerError) throw cause;
    const message = `${name} is damaged inside its archive (${(cause as Error).message}); pack it anew.`;
    throw new ChroniclerError("unreadable", message, { cause });
  }
}

/** How each entry is read in its turn; it may be an archive itself. */
export type OpenEntry = (entry: Input) => AsyncIterable<Found>;

async function openZip(input: Input): Promise<ZipFile> {
  try {
    const size = input.size ?? 0;
    return await yauzl.fromRandomAccessReaderPromise(new InputReader(input), size, {
      // Names as they are: a strange one is no danger to what is never written, and must not stop the others.
      decodeStrings: false,
      lazyEntries: true,
      autoClose: false,
    });
  } catch (cause) {
    const message = `${input.name} is no whole ZIP archive (${(cause as Error).message}); fetch or pack it anew.`;
    throw new ChroniclerError("unreadable", message, { cause });
  }
}

/**
 * The documents of a ZIP archive, entry by entry; those whose names say that they are no reports (pictures,
 * hidden files) are passed over.
 *
 * @throws ChroniclerError `unreadable` where the list of entries cannot be read
 */
export async function* readZip(input: Input, open: OpenEntry): AsyncGenerator<Found> {
  const zip = await openZip(input);
  if (zip.entryCount > MAX_ENTRIES) {
    const message = `${input.name} has ${zip.entryCount} entries; expected at most ${MAX_ENTRIES}. Split it.`;
    throw new ChroniclerError("too-large", message);
  }
  for await (const entry of entriesOf(zip, input)) {
    const entryName = nameOf(entry);
    const name = `${input.name}, ${entryName}`;
    if (entryName.endsWith("/") || !mayHoldReport(entryName)) continue;
    const given = givenToAll(input.given);
    const refused = objection(entry, name);
    if (refused) yield refused;
    else yield* open({ name, given, size: null, read: () => readEntry(zip, entry) });
  }
}

async function* entriesOf(zip: ZipFile, { name }: Input): AsyncGenerator<Entry> {
  try {
    yield* zip.eachEntry();
  } catch (cause) {
    const message = `${name} has a damaged list of entries (${(cause as Error).message}); pack it anew.`;
    throw new ChroniclerError("unreadable", message, { cause });
  }
}
