import type { Facts, KeptSource } from "./store/store.ts";
import { earlierOf, infoRecord, isRecord, resourceRecord, written } from "./warc/archive.ts";

/** Stands where nobody noted when something was kept: web archives ask for a time. */
const UNKNOWN_TIME = "1970-01-01T00:00:00Z";

export interface ArchiveOptions {
  /** Of this program. */
  readonly version: string;
  /** Whether each record is packed (gzip), as in files that end in .warc.gz. */
  readonly isPacked: boolean;
}

/** A record that is one already stands as it is; a file becomes one. */
function recordOf({ name, given, added }: KeptSource, bytes: Uint8Array): Uint8Array {
  if (isRecord(bytes)) return bytes;
  return resourceRecord({ name, url: given.url, date: added ?? UNKNOWN_TIME, bytes }).bytes;
}

/** All that is kept, as the records of one web archive; one at a time, however many there are. */
export function* archiveOf(facts: Facts, { version, isPacked }: ArchiveOptions): Iterable<Uint8Array> {
  const sources = facts.all();
  // The archive is dated by the newest that it holds: so the same chronicle gives the same bytes.
  const dates = sources.map(({ added }) => added ?? UNKNOWN_TIME);
  const newest = dates.sort().at(-1) ?? UNKNOWN_TIME;
  yield written(infoRecord(version, newest).bytes, { isPacked });
  const met = new Set<string>();
  const once = function* (record: Uint8Array): Iterable<Uint8Array> {
    const { id } = earlierOf(record);
    if (id !== "" && met.has(id)) return;
    met.add(id);
    yield written(record, { isPacked });
  };
  for (const source of sources) {
    yield* once(recordOf(source, facts.bytes(source.id)));
    for (const record of facts.records(source.id)) yield* once(record);
  }
  for (const record of facts.records(null)) yield* once(record);
}
