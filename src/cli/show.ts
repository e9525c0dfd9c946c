import type { CommandArguments } from "./arguments.ts";
import { unknownId } from "./not-found.ts";
import { withChronicle } from "./open.ts";
import { print, printJson } from "./output.ts";
import { shownLines } from "./show-text.ts";

export function run(given: CommandArguments): Promise<number> {
  const id = given.operands[0] ?? "";
  return withChronicle(given, (chronicle) => {
    const shown = chronicle.show(id);
    if (!shown) throw unknownId(id, given);
    if (given.values.json) printJson(shown);
    else print(shownLines(shown, chronicle.links()).join("\n"));
    return 0;
  });
}
