import { createReadStream, statSync } from "node:fs";
import { ChroniclerError, type Given, type Input } from "../index.ts";
import { systemProblem, UsageError } from "./problem.ts";

/** Counts the bytes that are read, to tell how far the work is. */
export interface Meter {
  /** Bytes of all inputs whose size is known. */
  total: number;
  /** How many of them were read; what is read twice counts twice. */
  read: number;
}

async function* readFile(
  path: string,
  { start, end }: { start: number; end: number },
  meter: Meter,
): AsyncGenerator<Uint8Array> {
  if (start >= end) return;
  try {
    for await (const chunk of createReadStream(path, { start, end: end - 1 })) {
      meter.read += (chunk as Uint8Array).length;
      yield chunk as Uint8Array;
    }
  } catch (error) {
    throw systemProblem(error, path) ?? error;
  }
}

/** A file; its bytes are read when they are asked for. A pipe under a name has no size. */
export function fileInput(path: string, given: Given, meter: Meter): Input {
  const stats = statSync(path);
  const size = stats.isFile() ? stats.size : null;
  meter.total += size ?? 0;
  return {
    name: path,
    given,
    size,
    read: (start = 0, end = size ?? Number.POSITIVE_INFINITY) => readFile(path, { start, end }, meter),
  };
}

/**
 * Standard input.
 *
 * @throws UsageError where nothing is sent to it
 */
export function standardInput(given: Given): Input {
  if (process.stdin.isTTY) {
    throw new UsageError(
      "Expected something on standard input; send it with < FILE, or name a file instead of -.",
    );
  }
  return { name: "standard input", given, size: null, read: () => process.stdin };
}

/** An error of ours for whatever hinders the reading of a path; mistakes of the program pass through. */
export function inputProblem(error: unknown, path: string): ChroniclerError {
  const known = error instanceof ChroniclerError ? error : systemProblem(error, path);
  if (known) return known;
  throw error;
}
