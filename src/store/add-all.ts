import { setImmediate } from "node:timers/promises";
import type { AddAllOptions, AddFailure, AddResult } from "../model/chronicle.ts";
import type { Found } from "../model/found.ts";
import type { Source } from "../model/source.ts";
import { deriveLinks, deriveReports, type Stages } from "./derive.ts";
import { Intake } from "./intake.ts";
import type { Store } from "./store.ts";

/** So many sources are taken at a time: what is done of a long run stays done when it is broken off. */
const BATCH = 50;
/** Fewer where they are large. In bytes. */
const BATCH_BYTES = 8 * 1024 * 1024;

/** Sources that are kept together, and what could not be read on the way to them. */
interface Batch {
  readonly sources: readonly Source[];
  readonly failures: readonly AddFailure[];
}

/** The sources in batches, up to the end or to the signal. */
async function* batchesOf({ found, signal }: AddAllWork): AsyncGenerator<Batch> {
  let sources: Source[] = [];
  let failures: AddFailure[] = [];
  let size = 0;
  for await (const each of found) {
    if (signal?.aborted) break;
    if ("failure" in each) failures.push(each.failure);
    else {
      sources.push(each.source);
      size += each.source.bytes.length;
    }
    if (sources.length < BATCH && size < BATCH_BYTES) continue;
    yield { sources, failures };
    // Signals come through only while nothing else runs.
    await setImmediate();
    [sources, failures, size] = [[], [], 0];
  }
  yield { sources, failures };
}

export type AddAllWork = AddAllOptions & { readonly found: AsyncIterable<Found> };

function addBatch(store: Store, stages: Stages, batch: Batch & Pick<AddAllWork, "progress">): AddResult {
  const intake = new Intake(store, stages);
  const { progress } = batch;
  intake.keep(batch.sources, progress && ((_done, _total, name) => progress(name)));
  intake.prepare();
  const failures = store.transaction(() => deriveReports(store, stages, { prepared: intake }));
  const result = intake.result(failures);
  return { ...result, failures: [...batch.failures, ...result.failures] };
}

/** Adds sources as they come, and links everything once at the end. */
export async function addAll(store: Store, stages: Stages, work: AddAllWork): Promise<AddResult> {
  const results: AddResult[] = [];
  for await (const batch of batchesOf(work)) {
    results.push(addBatch(store, stages, { ...batch, progress: work.progress }));
  }
  work.progress?.("");
  const failures = store.transaction(() => deriveLinks(store, stages));
  return {
    added: results.flatMap((each) => each.added),
    updated: results.flatMap((each) => each.updated),
    unchanged: results.reduce((sum, each) => sum + each.unchanged, 0),
    failures: [...results.flatMap((each) => each.failures), ...failures],
  };
}
