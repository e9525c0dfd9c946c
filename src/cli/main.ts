import { packageVersion } from "../index.ts";
import { type CommandArguments, parseCommand } from "./arguments.ts";
import { COMMANDS, type Command, findCommand } from "./commands.ts";
import { print, printError, watchOutput } from "./output.ts";
import { describe, exitStatus, isUnexpected, UsageError } from "./problem.ts";

/** Runs the program with the words that follow its name; gives its exit status. */
export async function main(words: readonly string[]): Promise<number> {
  watchOutput((error) => describe(error, "The output"));
  try {
    return await dispatch(words);
  } catch (error) {
    printError(describe(error));
    if (isUnexpected(error) && process.env.CHRONICLER_DEBUG) console.error(error);
    return exitStatus(error);
  }
}

async function dispatch([name, ...rest]: readonly string[]): Promise<number> {
  if (name === "--version" || name === "-V") {
    print(packageVersion());
    return 0;
  }
  if (name === undefined || name === "--help" || name === "-h" || name === "help") return help(rest[0]);
  const command = findCommand(name);
  if (!command) throw unknownCommand(name);
  const given = parseCommand(command, rest);
  if (given.values.help) return help(name);
  return run(command, given);
}

async function help(name: string | undefined): Promise<number> {
  const { commandHelp, programHelp } = await import("./help.ts");
  const command = name === undefined ? undefined : findCommand(name);
  if (name !== undefined && !command) throw unknownCommand(name);
  print(command ? commandHelp(command) : programHelp());
  return 0;
}

function unknownCommand(name: string): UsageError {
  if (name.startsWith("-")) {
    return new UsageError(`Expected a command before ${name}; see chronicler --help.`);
  }
  const names = COMMANDS.map((each) => each.name);
  return new UsageError(`Expected one of ${names.join(", ")}, not "${name}"; see chronicler --help.`);
}

async function run(command: Command, given: CommandArguments): Promise<number> {
  const { run: runCommand } = await command.load();
  return runCommand(given);
}
