import { COMMANDS, type Command, type Option } from "./commands.ts";
import { outputStyle, outputWidth } from "./style.ts";
import { wrap } from "./wrap.ts";

/** Two columns: names, and what they do, wrapped; on a narrow terminal one below the other. */
function columns(rows: readonly (readonly [string, string])[]): string[] {
  const left = Math.max(...rows.map(([name]) => name.length)) + 4;
  const right = outputWidth() - left;
  if (right < 24) {
    return rows.flatMap(([name, text]) => [
      `  ${name}`,
      ...wrap(text, outputWidth() - 6).map((line) => `      ${line}`),
    ]);
  }
  return rows.flatMap(([name, text]) =>
    wrap(text, right).map((line, index) => (index === 0 ? `  ${name}` : "").padEnd(left) + line),
  );
}

export function programHelp(): string {
  const { bold } = outputStyle();
  const rows = COMMANDS.map((each) => [each.name, each.summary] as const);
  return [
    ...wrap("Chronicler reads news reports and writes the chronicle of the story they tell.", outputWidth()),
    "",
    bold("Usage:"),
    "  chronicler COMMAND …",
    "",
    bold("Commands:"),
    ...columns(rows),
    "",
    bold("Everywhere:"),
    ...columns([
      ["--chronicle FILE", "the chronicle (else $CHRONICLE, else ./chronicle.db)"],
      ["--help", "help on a command: chronicler add --help"],
      ["--version", "the version of the program"],
    ]),
    "",
    bold("Examples:"),
    "  chronicler add report.html --published 2016-08-30",
    "  chronicler timeline",
    "  chronicler serve",
  ].join("\n");
}

function optionName(name: string, { value, short }: Option): string {
  return `${short ? `-${short}, ` : ""}--${name}${value ? ` ${value}` : ""}`;
}

export function commandHelp(command: Command): string {
  const { bold } = outputStyle();
  const { name, operands, summary, details = [], options, examples } = command;
  const rows = Object.entries(options).map(
    ([key, option]) => [optionName(key, option), option.help] as const,
  );
  const sentence = `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`;
  return [
    ...wrap(sentence, outputWidth()),
    "",
    bold("Usage:"),
    `  chronicler ${name}${operands ? ` ${operands}` : ""} [options]`,
    "",
    ...details.flatMap((each) => [...wrap(each, outputWidth()), ""]),
    bold("Options:"),
    ...columns(rows),
    "",
    bold("Examples:"),
    ...examples.map((each) => `  ${each}`),
  ].join("\n");
}
