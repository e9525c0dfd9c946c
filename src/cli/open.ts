import { type Chronicle, openChronicle } from "../index.ts";
import { type CommandArguments, chroniclePath } from "./arguments.ts";

/** Opens the chronicle of the command line for reading, and closes it whatever happens. */
export async function withChronicle<T>(
  given: CommandArguments,
  use: (chronicle: Chronicle) => T,
): Promise<Awaited<T>> {
  const chronicle = await openChronicle(chroniclePath(given), { readOnly: true });
  try {
    return await use(chronicle);
  } finally {
    chronicle.close();
  }
}
