import type { ExplainStep } from "../index.ts";
import type { CommandArguments } from "./arguments.ts";
import { unknownId } from "./not-found.ts";
import { withChronicle } from "./open.ts";
import { plain, print, printJson } from "./output.ts";
import { outputStyle, outputWidth } from "./style.ts";
import { wrap } from "./wrap.ts";

/** Each stage once as a heading, its steps below it, each with the rule that decided. */
function lines(steps: readonly ExplainStep[]): string[] {
  const { bold, dim } = outputStyle();
  const width = outputWidth();
  let stage = "";
  return steps.flatMap((step) => {
    const heading = step.stage === stage ? [] : [...(stage === "" ? [] : [""]), bold(step.stage)];
    stage = step.stage;
    const text = wrap(plain(step.text), width - 2).map((line) => `  ${line}`);
    return [
      ...heading,
      ...text,
      ...wrap(`rule: ${plain(step.rule)}`, width - 4).map((line) => `    ${dim(line)}`),
    ];
  });
}

export function run(given: CommandArguments): Promise<number> {
  const id = given.operands[0] ?? "";
  return withChronicle(given, (chronicle) => {
    const steps = chronicle.explain(id);
    if (!steps) throw unknownId(id, given);
    if (given.values.json) printJson(steps);
    else print(lines(steps).join("\n"));
    return 0;
  });
}
