import { ChroniclerError, type Timeline, type TimelineOptions } from "../index.ts";
import { type CommandArguments, chroniclePath, numberOf, optionOf } from "./arguments.ts";
import { asOfLines } from "./as-of.ts";
import { withChronicle } from "./open.ts";
import { print, printJson } from "./output.ts";
import { outputStyle, outputWidth } from "./style.ts";
import { singleLines, timelineLines } from "./timeline-text.ts";
import { wrap } from "./wrap.ts";

function choose(timelines: readonly Timeline[], given: CommandArguments): readonly Timeline[] {
  const story = optionOf(given, "story");
  if (story === undefined) return timelines;
  const chosen = timelines.filter((each) => each.story === story);
  if (chosen.length > 0) return chosen;
  const there = timelines.map((each) => each.story).join(", ") || "none";
  throw new ChroniclerError(
    "not-found",
    `There is no story "${story}" in ${chroniclePath(given)}; its stories: ${there}.`,
  );
}

function text(timelines: readonly Timeline[], path: string): string {
  const layout = { width: outputWidth(), style: outputStyle() };
  const told = timelines.filter((each) => each.entries.length > 0);
  const followed = told.filter((each) => each.reports !== 1);
  const whole = followed.length > 0 ? followed : told;
  const texts = whole.map((each) => timelineLines(each, layout).join("\n"));
  const singles = told.filter((each) => !whole.includes(each));
  if (singles.length > 0) texts.push(singleLines(singles, layout).join("\n"));
  const silent = timelines.length - told.length;
  if (timelines.length === 0) texts.push(`${path} holds no story yet; add reports with: chronicler add PATH`);
  if (silent > 0) {
    const stories = silent === 1 ? "1 story has" : `${silent} stories have`;
    texts.push(wrap(`${stories} no event to show; chronicler export holds all.`, layout.width).join("\n"));
  }
  return texts.join("\n\n\n");
}

function optionsOf(given: CommandArguments): TimelineOptions {
  const asOf = optionOf(given, "as-of");
  if (optionOf(given, "top") === undefined) return { asOf };
  return { asOf, top: numberOf(given, "top", { from: 1, to: 1_000_000, otherwise: 1 }) };
}

export function run(given: CommandArguments): Promise<number> {
  return withChronicle(given, (chronicle) => {
    const options = optionsOf(given);
    const timelines = choose(chronicle.timelines(options), given);
    if (given.values.json) printJson(timelines);
    else print([...asOfLines(chronicle, options.asOf), text(timelines, chroniclePath(given))].join("\n"));
    return 0;
  });
}
