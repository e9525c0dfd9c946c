import type { AddFailure } from "./chronicle.ts";
import type { Given, Source } from "./source.ts";

/** Bytes that may be too many to hold: a file, standard input, an entry of an archive. */
export interface Input {
  /** What messages call it. */
  readonly name: string;
  /** What is given of each report in it. */
  readonly given: Given;
  /** In bytes; null where it cannot be known, and where only `read()` from the beginning works. */
  readonly size: number | null;
  /** The bytes from `start` up to but not including `end`, without them all. */
  read(start?: number, end?: number): AsyncIterable<Uint8Array>;
}

/** A document that was found, or why there is none in its place. */
export type Found = { readonly source: Source } | { readonly failure: AddFailure };

/** The whole of an input that is held in memory. */
export function bytesInput(name: string, given: Given, bytes: Uint8Array): Input {
  return {
    name,
    given,
    size: bytes.length,
    async *read(start = 0, end = bytes.length) {
      yield bytes.subarray(start, end);
    },
  };
}
