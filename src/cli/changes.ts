import type { PageHistory, VersionChange } from "../index.ts";
import { dateInWords } from "../index.ts";
import type { CommandArguments } from "./arguments.ts";
import { unknownId } from "./not-found.ts";
import { withChronicle } from "./open.ts";
import { plain, print, printJson } from "./output.ts";
import { outputStyle, outputWidth, type Style } from "./style.ts";
import { wrap } from "./wrap.ts";

/** "3 May 2026, 10:14 UTC" */
function timeInWords(time: string | null): string {
  if (time === null) return "at an unknown time";
  const [, day = time, clock] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d))?/.exec(time) ?? [];
  return clock ? `${dateInWords(day)}, ${clock} UTC` : dateInWords(day);
}

function told(value: string | null, field: string): string {
  if (value === null) return "nothing";
  return field === "published" || field === "updated" ? dateInWords(value) : `“${value}”`;
}

/** Each change with a mark that tells its kind by its shape alone. */
function changeLines({ fields, notes, added, removed, reworded }: VersionChange): string[] {
  const lines = [
    ...notes.map(({ kind, text }) => `! ${kind}: “${text}”`),
    ...fields.map(
      ({ field, before, after }) => `~ ${field}: was ${told(before, field)}, is ${told(after, field)}`,
    ),
    ...reworded.map(({ before, after }) => `~ reworded: was “${before}”, is “${after}”`),
    ...removed.map((sentence) => `- removed: “${sentence}”`),
    ...added.map((sentence) => `+ added: “${sentence}”`),
  ];
  return lines.length > 0 ? lines : ["~ only the order of its sentences"];
}

function wrapped(line: string): string[] {
  const [mark = "", ...rest] = plain(line).split(" ");
  return wrap(rest.join(" "), outputWidth() - 6).map(
    (text, index) => `    ${index === 0 ? mark : " "} ${text}`,
  );
}

function historyLines({ id, title, outlet, fetched, changes }: PageHistory, style: Style): string[] {
  const name = [outlet, title ?? "report without a title"].filter(Boolean).join(": ");
  const first = `${id}, ${fetched ? `fetched ${timeInWords(fetched)}` : "as it was added"}`;
  return [
    ...wrap(plain(name), outputWidth()).map(style.bold),
    style.dim(`  ${first}`),
    ...changes.flatMap((change) => [
      style.dim(`  ${change.to}, fetched ${timeInWords(change.fetched)}:`),
      ...changeLines(change).flatMap(wrapped),
    ]),
  ];
}

export function run(given: CommandArguments): Promise<number> {
  const id = given.operands[0];
  return withChronicle(given, (chronicle) => {
    if (id !== undefined && chronicle.show(id)?.kind !== "article") throw unknownId(id, given);
    const histories = chronicle.changes(id);
    const style = outputStyle();
    if (given.values.json) printJson(histories);
    else if (histories.length > 0) {
      print(histories.map((each) => historyLines(each, style).join("\n")).join("\n\n"));
    } else
      print(
        id === undefined
          ? "No page has changed since it was fetched."
          : `${id} has not changed since it was fetched.`,
      );
    return 0;
  });
}
