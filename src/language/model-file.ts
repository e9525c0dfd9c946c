import { gunzipSync } from "node:zlib";
import { ChroniclerError } from "../model/error.ts";

/** First four bytes of an unpacked model. */
export const MAGIC = 0x4d4c4843;

/** Sections begin at multiples of this many bytes, so that typed arrays can be laid over them. */
export const ALIGNMENT = 8;

/** Where one section of a model lies, in bytes from the start of the sections. */
export interface SectionEntry {
  readonly name: string;
  readonly offset: number;
  readonly bytes: number;
}

/** The header of a model: its kind, its settings, and its sections. */
export interface ModelHeader {
  readonly kind: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly sections: readonly SectionEntry[];
}

/** An unpacked model: settings as JSON, and named runs of bytes. */
export interface ModelFile {
  readonly settings: Readonly<Record<string, unknown>>;
  int8(name: string): Int8Array;
  int16(name: string): Int16Array;
  uint16(name: string): Uint16Array;
  int32(name: string): Int32Array;
  text(name: string): string;
}

/** Rounds a byte count up to the alignment of sections. */
export function aligned(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
}

function badModel(name: string, what: string): ChroniclerError {
  return new ChroniclerError("bad-model", `${name}: expected a language model, found ${what}; reinstall it`);
}

function gunzip(name: string, packed: Uint8Array): Uint8Array {
  try {
    return gunzipSync(packed);
  } catch {
    throw badModel(name, "bytes that do not unpack");
  }
}

function readHeader(name: string, bytes: Uint8Array): { header: ModelHeader; start: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < 8 || view.getUint32(0, true) !== MAGIC) throw badModel(name, "another format");
  const length = view.getUint32(4, true);
  const json = new TextDecoder().decode(bytes.subarray(8, 8 + length));
  return { header: JSON.parse(json) as ModelHeader, start: aligned(8 + length) };
}

/** Opens the gzipped model `name` of the given kind. */
export function openModel(name: string, packed: Uint8Array, kind: string): ModelFile {
  const bytes = gunzip(name, packed);
  const { header, start } = readHeader(name, bytes);
  if (header.kind !== kind) throw badModel(name, `a model of kind ${header.kind}`);
  const find = (section: string): SectionEntry => {
    const entry = header.sections.find((each) => each.name === section);
    if (!entry || start + entry.offset + entry.bytes > bytes.byteLength)
      throw badModel(name, `no ${section}`);
    return entry;
  };
  const slice = (section: string): ArrayBuffer => {
    const entry = find(section);
    const from = bytes.byteOffset + start + entry.offset;
    return bytes.buffer.slice(from, from + entry.bytes) as ArrayBuffer;
  };
  return {
    settings: header.settings,
    int8: (section) => new Int8Array(slice(section)),
    int16: (section) => new Int16Array(slice(section)),
    uint16: (section) => new Uint16Array(slice(section)),
    int32: (section) => new Int32Array(slice(section)),
    text: (section) => new TextDecoder().decode(slice(section)),
  };
}
