import { type AddResult, type Chronicle, openChronicle, type Progress, type Source } from "../index.ts";
import { type CommandArguments, chroniclePath } from "./arguments.ts";
import { givenOf } from "./given.ts";
import { print, printError, printJson } from "./output.ts";
import { showProgress } from "./progress.ts";
import { findSources, withoutInnerLine } from "./sources.ts";

/** So many sources are added at a time: what is done of a long run stays done when it is broken off. */
const BATCH = 100;

const NOTHING: AddResult = { added: [], updated: [], unchanged: 0, failures: [] };

function join(one: AddResult, other: AddResult): AddResult {
  return {
    added: [...one.added, ...other.added],
    updated: [...one.updated, ...other.updated],
    unchanged: one.unchanged + other.unchanged,
    failures: [...one.failures, ...other.failures],
  };
}

function addAll(chronicle: Chronicle, sources: readonly Source[]): AddResult {
  const progress = showProgress();
  const batches = Math.ceil(sources.length / BATCH);
  let result = NOTHING;
  try {
    for (let batch = 0; batch < batches; batch++) {
      const part = sources.slice(batch * BATCH, (batch + 1) * BATCH);
      const report: Progress = (done, total, name) =>
        progress.report(batch * total + done, batches * total, name);
      result = join(result, chronicle.add(part, report));
    }
  } finally {
    progress.end();
  }
  return result;
}

function reports(count: number): string {
  return `${count.toLocaleString("en")} ${count === 1 ? "report" : "reports"}`;
}

function summary({ added, updated, unchanged }: AddResult, path: string): string {
  const sentences = [`Added ${reports(added.length)} to ${path}.`];
  if (updated.length > 0) sentences.push(`Made ${reports(updated.length)} anew with what was given.`);
  if (unchanged > 0)
    sentences.push(`${reports(unchanged)} ${unchanged === 1 ? "was" : "were"} there already.`);
  return sentences.join(" ");
}

export async function run(given: CommandArguments): Promise<number> {
  const found = await findSources(given.operands, givenOf(given));
  const path = chroniclePath(given);
  const sources = found.flatMap((each) => ("source" in each ? [each.source] : []));
  const failures = found.flatMap((each) => ("failure" in each ? [each.failure] : []));
  let result: AddResult = { ...NOTHING, failures };
  if (sources.length > 0) {
    const chronicle = await openChronicle(path);
    try {
      result = join(result, addAll(chronicle, sources));
    } finally {
      chronicle.close();
    }
  }
  for (const each of result.failures) printError(withoutInnerLine(each.message));
  if (given.values.json) printJson(result);
  else if (sources.length > 0) print(summary(result, path));
  return result.failures.length > 0 ? 1 : 0;
}
