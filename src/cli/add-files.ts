import type { AddFailure, AddResult, Chronicle } from "../index.ts";
import { printError } from "./output.ts";
import { showProgress } from "./progress.ts";
import type { Found, Sources } from "./sources.ts";

/** Less than this is read before anyone wonders. In bytes. */
const MUCH = 1024 * 1024;

/** The sources from the first one on, and what failed before it. */
export interface Begun {
  readonly failures: readonly AddFailure[];
  /** Null where there is none: then no chronicle is begun for them. */
  readonly found: AsyncIterable<Found> | null;
}

async function* continued(first: Found, rest: AsyncIterator<Found>): AsyncGenerator<Found> {
  yield first;
  yield* { [Symbol.asyncIterator]: () => rest };
}

/** Looks for the first source that can be read. */
export async function begin({ found }: Sources): Promise<Begun> {
  const failures: AddFailure[] = [];
  const iterator = found[Symbol.asyncIterator]();
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
    if ("source" in next.value) return { failures, found: continued(next.value, iterator) };
    failures.push(next.value.failure);
  }
  return { failures, found: null };
}

/** Stops at the first Ctrl-C after what is at hand; the second ends the program at once. */
function stopOnInterrupt(): { readonly signal: AbortSignal; readonly end: () => void } {
  const controller = new AbortController();
  const stop = (): void => {
    controller.abort();
    printError("Stopping once the reports at hand are kept and linked; press Ctrl-C again to stop at once.");
  };
  process.once("SIGINT", stop);
  return { signal: controller.signal, end: () => process.off("SIGINT", stop) };
}

export interface Added {
  readonly result: AddResult;
  /** Whether it was stopped before the end. */
  readonly stopped: boolean;
}

/** Adds what the files hold, with progress shown by the bytes that were read. */
export async function addFiles(
  chronicle: Chronicle,
  found: AsyncIterable<Found>,
  { meter }: Sources,
): Promise<Added> {
  const progress = showProgress();
  const interrupt = stopOnInterrupt();
  let count = 0;
  const report = (name: string): void => {
    if (name !== "") count += 1;
    const what = name === "" ? "linking what was read" : name;
    const total = meter.total > 0 ? meter.total : Number.POSITIVE_INFINITY;
    if (total < MUCH) return;
    progress.report(Math.min(meter.read, total), total, `${count.toLocaleString("en")} · ${what}`);
  };
  try {
    const result = await chronicle.addAll(found, { progress: report, signal: interrupt.signal });
    return { result, stopped: interrupt.signal.aborted };
  } finally {
    progress.end();
    interrupt.end();
  }
}
