import { dateInWords, type EventDisagreement, type ToldValue } from "../index.ts";
import type { CommandArguments } from "./arguments.ts";
import { withChronicle } from "./open.ts";
import { plain, print, printJson } from "./output.ts";
import { outputStyle, outputWidth, type Style } from "./style.ts";
import { sourceNames } from "./timeline-entry.ts";
import { wrap } from "./wrap.ts";

/** What is to be made of a difference; of chronicles of earlier rules it is not known. */
const KIND_WORDS = {
  contradiction: "reports contradict each other",
  correction: "corrected later",
  update: "the figure has grown",
  detail: "some are more exact",
};

function valueLines({ field }: EventDisagreement, { value, sources }: ToldValue, style: Style): string[] {
  const width = outputWidth();
  const shown = plain(field === "time" ? dateInWords(value) : value);
  const words = [...new Set(sources.map(({ citation }) => citation.text.replace(/\s+/gu, " ")))];
  const notes = [...words.slice(0, 1).map((each) => `“${each}”`), sourceNames({ sources })].map(plain);
  return [
    ...wrap(shown, width - 4).map((text) => `    ${text}`),
    ...notes.flatMap((note) => wrap(note, width - 6)).map((text) => style.dim(`      ${text}`)),
  ];
}

/** One difference; the headline of its event only where the one before is on another. */
function lines(each: EventDisagreement, before: EventDisagreement | undefined, style: Style): string[] {
  const { headline, when, event, field, kind } = each;
  const what = kind ? `${field}: ${KIND_WORDS[kind]}` : field;
  const head = wrap(plain(`${headline} (${when})`), outputWidth()).map(style.bold);
  return [
    ...(before?.event === event ? [] : head),
    style.dim(`  ${event} · ${what}`),
    ...each.values.flatMap((value) => valueLines(each, value, style)),
  ];
}

export function run(given: CommandArguments): Promise<number> {
  return withChronicle(given, (chronicle) => {
    const found = chronicle.disagreements();
    const style = outputStyle();
    if (given.values.json) printJson(found);
    else if (found.length === 0) print("No reports are found to differ on an event.");
    else print(found.map((each, i) => lines(each, found[i - 1], style).join("\n")).join("\n\n"));
    return 0;
  });
}
