import { type CommandArguments, optionOf } from "./arguments.ts";
import { withChronicle } from "./open.ts";
import { print } from "./output.ts";
import { UsageError } from "./problem.ts";

/** One thing on a line: fit for programs that compare two exports by their lines, as version control does. */
function listText(name: string, list: readonly unknown[]): string {
  const lines = list.map((each) => JSON.stringify(each));
  return `${JSON.stringify(name)}: [${lines.length > 0 ? `\n${lines.join(",\n")}\n` : ""}]`;
}

export function run(given: CommandArguments): Promise<number> {
  const format = optionOf(given, "format") ?? "json";
  if (format !== "json") throw new UsageError(`Expected --format json, not "${format}".`);
  return withChronicle(given, (chronicle) => {
    const lists = Object.entries(chronicle.export()).map(([name, list]) => listText(name, list));
    print(`{\n${lists.join(",\n")}\n}`);
    return 0;
  });
}
