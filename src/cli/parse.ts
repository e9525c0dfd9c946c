import { parse } from "../index.ts";
import type { CommandArguments } from "./arguments.ts";
import { readInput } from "./stdin.ts";

export async function run(given: CommandArguments): Promise<number> {
  const text = new TextDecoder().decode(await readInput());
  process.stdout.write(await parse(text, { plain: given.values.text === true }));
  return 0;
}
