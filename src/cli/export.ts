import { type CommandArguments, optionOf } from "./arguments.ts";
import { withChronicle } from "./open.ts";
import { printJson } from "./output.ts";
import { UsageError } from "./problem.ts";

export function run(given: CommandArguments): Promise<number> {
  const format = optionOf(given, "format") ?? "json";
  if (format !== "json") throw new UsageError(`Expected --format json, not "${format}".`);
  return withChronicle(given, (chronicle) => {
    printJson(chronicle.export());
    return 0;
  });
}
