import { gzipSync } from "node:zlib";
import { aligned, MAGIC, type SectionEntry } from "../src/language/model-file.ts";

/** What a section may hold. */
export type SectionData = Int8Array | Int16Array | Uint16Array | Int32Array | string;

/** Packs a model as `openModel` reads it. The same content gives the same bytes. */
export function packModel(
  kind: string,
  settings: Record<string, unknown>,
  sections: Record<string, SectionData>,
): Uint8Array {
  const entries: SectionEntry[] = [];
  const blobs: Uint8Array[] = [];
  let offset = 0;
  for (const [name, data] of Object.entries(sections)) {
    const bytes =
      typeof data === "string"
        ? new TextEncoder().encode(data)
        : new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    entries.push({ name, offset, bytes: bytes.length });
    blobs.push(bytes);
    offset = aligned(offset + bytes.length);
  }
  const header = new TextEncoder().encode(JSON.stringify({ kind, settings, sections: entries }));
  const start = aligned(8 + header.length);
  const out = new Uint8Array(start + offset);
  const view = new DataView(out.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, header.length, true);
  out.set(header, 8);
  entries.forEach((entry, k) => {
    out.set(blobs[k] as Uint8Array, start + entry.offset);
  });
  return gzipSync(out, { level: 9 });
}
