import { deflateSync, inflateSync } from "node:zlib";

/** Layers are large and written often: the fastest level already makes them some ten times smaller. */
const FAST = { level: 1 };

export function packBytes(bytes: Uint8Array): Buffer {
  return deflateSync(bytes);
}

export function unpackBytes(packed: Uint8Array): Uint8Array {
  return inflateSync(packed);
}

export function packJson(value: unknown): Buffer {
  return deflateSync(JSON.stringify(value), FAST);
}

export function unpackJson<T>(packed: Uint8Array): T {
  return JSON.parse(inflateSync(packed).toString("utf8")) as T;
}
