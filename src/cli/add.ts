import { type AddResult, isVersionId, joinResults, openChronicle } from "../index.ts";
import { addFiles, begin } from "./add-files.ts";
import { addAddresses, isWebAddress } from "./add-web.ts";
import { type CommandArguments, chroniclePath } from "./arguments.ts";
import { givenOf } from "./given.ts";
import { print, printError, printJson } from "./output.ts";
import { findSources, withoutInnerLine } from "./sources.ts";

/** What programs give that were stopped by Ctrl-C. */
const INTERRUPTED = 130;

const NOTHING: AddResult = { added: [], updated: [], unchanged: 0, failures: [] };

function reports(count: number): string {
  return `${count.toLocaleString("en")} ${count === 1 ? "report" : "reports"}`;
}

function summary({ added, updated, unchanged }: AddResult, path: string): string {
  const changed = added.filter(isVersionId).length;
  const sentences = [`Added ${reports(added.length - changed)} to ${path}.`];
  if (changed > 0) {
    const have = changed === 1 ? "has" : "have";
    sentences.push(`${reports(changed)} ${have} changed since then: see chronicler changes.`);
  }
  if (updated.length > 0) sentences.push(`Made ${reports(updated.length)} anew with what was given.`);
  if (unchanged > 0)
    sentences.push(`${reports(unchanged)} ${unchanged === 1 ? "was" : "were"} there already.`);
  return sentences.join(" ");
}

export async function run(given: CommandArguments): Promise<number> {
  const about = givenOf(given);
  const addresses = given.operands.filter(isWebAddress);
  const paths = given.operands.filter((operand) => !isWebAddress(operand));
  const sources = findSources(paths, about);
  const { failures, found } = await begin(sources);
  const path = chroniclePath(given);
  const isSomething = found !== null || addresses.length > 0;
  let stopped = false;
  let result: AddResult = { ...NOTHING, failures };
  if (isSomething) {
    const chronicle = await openChronicle(path);
    try {
      if (found !== null) {
        const files = await addFiles(chronicle, found, sources);
        result = joinResults(result, files.result);
        stopped = files.stopped;
      }
      const options = { given: about, allowPrivate: given.values["allow-private"] === true };
      if (addresses.length > 0 && !stopped)
        result = (await addAddresses(chronicle, addresses, options)).reduce(joinResults, result);
    } finally {
      chronicle.close();
    }
  }
  for (const note of sources.notes) printError(note);
  for (const each of result.failures) printError(withoutInnerLine(each.message));
  if (given.values.json) printJson(result);
  else if (isSomething) print(summary(result, path));
  if (stopped) printError("Stopped before the end; run the same command again to go on.");
  if (stopped) return INTERRUPTED;
  return result.failures.length > 0 ? 1 : 0;
}
