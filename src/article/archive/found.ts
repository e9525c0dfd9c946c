import { ChroniclerError } from "../../model/error.ts";
import type { Given, Source } from "../../model/source.ts";

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
export type Found =
  | { readonly source: Source }
  | { readonly failure: { readonly name: string; readonly code: string; readonly message: string } };

export function failure(name: string, code: ChroniclerError["code"], message: string): Found {
  return { failure: { name, code, message } };
}

/** The failure that an error of ours stands for; mistakes of the program pass through. */
export function failureOf(error: unknown, name: string): Found {
  if (error instanceof ChroniclerError) return failure(name, error.code, error.message);
  throw error;
}

/** What goes for all documents of an archive: one id, address or title cannot be that of many. */
export function givenToAll({ id: _id, url: _url, title: _title, ...rest }: Given): Given {
  return rest;
}

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
