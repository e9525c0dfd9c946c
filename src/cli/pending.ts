import { type PendingEvent, type PendingState, weekdayName } from "../index.ts";
import { type CommandArguments, optionOf } from "./arguments.ts";
import { asOfLines } from "./as-of.ts";
import { withChronicle } from "./open.ts";
import { plain, print, printJson } from "./output.ts";
import { shortDate } from "./short-date.ts";
import { outputStyle, outputWidth, type Style } from "./style.ts";
import { historyLine, sourceNames } from "./timeline-entry.ts";
import { wrap } from "./wrap.ts";

const HEADINGS: Readonly<Record<PendingState, string>> = {
  overdue: "Overdue: no report is found that tells of it as done or called off",
  open: "Open",
  undated: "Without a date",
};

/** "Thursday 14 March 2024" */
function whenOf({ entry: { time, when } }: PendingEvent): string {
  const day = weekdayName(time.edtf);
  return day ? `${day} ${when}` : when;
}

function heard({ announced, lastHeard, entry }: PendingEvent): string {
  const changed = historyLine(entry);
  const first = announced === null ? "" : `announced ${shortDate(announced)}`;
  const last = lastHeard === null || lastHeard === announced ? "" : `last heard of ${shortDate(lastHeard)}`;
  return [changed ?? first, last].filter(Boolean).join("; ");
}

function lines(pending: PendingEvent, style: Style): string[] {
  const { entry } = pending;
  const width = outputWidth();
  const headline = wrap(`${whenOf(pending)}: ${plain(entry.headline)}`, width - 2);
  const told = (pending.toldOfDay ?? []).map(
    ({ event, headline }) => `told of that day: ${headline} (${event})`,
  );
  const notes = [`${entry.event} · ${heard(pending)}`, sourceNames(entry), ...told].map(plain);
  return [
    ...headline.map((text) => `  ${text}`),
    ...notes.flatMap((note) => wrap(note, width - 4)).map((text) => style.dim(`    ${text}`)),
  ];
}

function text(pending: readonly PendingEvent[]): string {
  const style = outputStyle();
  const sections = (Object.keys(HEADINGS) as PendingState[]).flatMap((state) => {
    const these = pending.filter((each) => each.state === state);
    if (these.length === 0) return [];
    return [[style.bold(HEADINGS[state]), ...these.flatMap((each) => lines(each, style))].join("\n")];
  });
  return sections.join("\n\n") || "Nothing that was announced is open.";
}

export function run(given: CommandArguments): Promise<number> {
  return withChronicle(given, (chronicle) => {
    const asOf = optionOf(given, "as-of");
    const pending = chronicle.pending({ asOf });
    if (given.values.json) printJson(pending);
    else print([...asOfLines(chronicle, asOf), text(pending)].join("\n"));
    return 0;
  });
}
