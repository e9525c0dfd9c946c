import { openChronicle } from "../index.ts";
import { type CommandArguments, chroniclePath } from "./arguments.ts";
import { withChronicle } from "./open.ts";
import { print } from "./output.ts";
import { showProgress } from "./progress.ts";

export async function run(given: CommandArguments): Promise<number> {
  // There must be one already: to rebuild is not to begin.
  await withChronicle(given, () => {});
  const path = chroniclePath(given);
  const progress = showProgress();
  const chronicle = await openChronicle(path);
  try {
    chronicle.rebuild(progress.report);
    progress.end();
    const count = chronicle.articles().length;
    print(`Made ${path} anew from its kept originals: ${count} ${count === 1 ? "report" : "reports"}.`);
  } finally {
    progress.end();
    chronicle.close();
  }
  return 0;
}
