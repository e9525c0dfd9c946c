import { parseArgs } from "node:util";
import type { Command } from "./commands.ts";
import { UsageError } from "./problem.ts";

/** What stands on the command line after the name of the command. */
export interface CommandArguments {
  readonly operands: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
}

/** The value of an option, or undefined where it is not given. */
export function optionOf(given: CommandArguments, name: string): string | undefined {
  const value = given.values[name];
  return typeof value === "string" ? value : undefined;
}

/** The file of the chronicle: the option, the environment, or the name it has by default. */
export function chroniclePath(given: CommandArguments): string {
  return optionOf(given, "chronicle") || process.env.CHRONICLE || "chronicle.db";
}

/** A whole number within bounds, or `otherwise` where it is not given. */
export function numberOf(
  given: CommandArguments,
  name: string,
  { from, to, otherwise }: { readonly from: number; readonly to: number; readonly otherwise: number },
): number {
  const text = optionOf(given, name);
  if (text === undefined) return otherwise;
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= from && number <= to) return number;
  throw new UsageError(`Expected --${name} to be a whole number from ${from} to ${to}, not "${text}".`);
}

/** Reads the words after the command's name; says what is wrong with them. */
export function parseCommand(command: Command, words: readonly string[]): CommandArguments {
  const options = Object.entries(command.options).map(([name, { value, short }]) => {
    const type = value === undefined ? ("boolean" as const) : ("string" as const);
    return [name, short === undefined ? { type } : { type, short }] as const;
  });
  const { values, positionals } = parse(command, { args: [...words], options: Object.fromEntries(options) });
  const given = { operands: positionals, values };
  if (!values.help) checkCount(command, positionals);
  return given;
}

interface ParseConfig {
  readonly args: string[];
  readonly options: Record<string, { type: "boolean" | "string"; short?: string }>;
}

function parse(
  command: Command,
  config: ParseConfig,
): { values: Record<string, string | boolean | undefined>; positionals: string[] } {
  try {
    const { values, positionals } = parseArgs({ ...config, allowPositionals: true });
    return { values: values as Record<string, string | boolean | undefined>, positionals };
  } catch (error) {
    throw new UsageError(`${complaint(error)}; see chronicler ${command.name} --help.`);
  }
}

/** The complaint of Node's parser, without its advice. */
function complaint(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const unknown = /Unknown option '([^']+)'/.exec(message)?.[1];
  if (unknown !== undefined) return `There is no option ${unknown}`;
  const noValue = /Option '(?:-\w, )?([^' ]+)[^']*' argument missing/.exec(message)?.[1];
  if (noValue !== undefined) return `Expected a value after ${noValue}`;
  const needless = /Option '(?:-\w, )?([^' ]+)[^']*' does not take an argument/.exec(message)?.[1];
  if (needless !== undefined) return `Expected ${needless} without a value`;
  const ambiguous = /Option '(?:-\w, )?([^' ]+)[^']*' argument is ambiguous/.exec(message)?.[1];
  if (ambiguous !== undefined) return `Expected a value after ${ambiguous}`;
  return message.split("\n", 1)[0]?.replace(/\.$/, "") ?? "The command line cannot be read";
}

function checkCount(command: Command, operands: readonly string[]): void {
  const [least, most] = command.count;
  const see = `see chronicler ${command.name} --help`;
  if (operands.length < least) {
    throw new UsageError(`Expected ${command.operands} after ${command.name}; ${see}.`);
  }
  if (operands.length > most) {
    throw new UsageError(
      `Expected nothing more after ${command.name}${most ? ` ${operands[0]}` : ""}, not "${operands[most]}"; ${see}.`,
    );
  }
}
