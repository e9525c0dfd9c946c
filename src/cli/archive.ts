import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { finished } from "node:stream/promises";
import type { Chronicle } from "../index.ts";
import { type CommandArguments, optionOf } from "./arguments.ts";
import { withChronicle } from "./open.ts";
import { drained, print } from "./output.ts";
import { systemProblem } from "./problem.ts";

/** Writes a file under another name until it is whole: none that is cut off is left behind. */
async function writeFile(path: string, pieces: Iterable<Uint8Array>): Promise<number> {
  const unfinished = `${path}.part`;
  const file = createWriteStream(unfinished);
  const ended = finished(file);
  // Awaited below; a failure before that is not to end the program.
  ended.catch(() => {});
  let count = 0;
  try {
    for (const piece of pieces) {
      count += 1;
      if (!file.write(piece)) await Promise.race([once(file, "drain"), ended]);
    }
    file.end();
    await ended;
    await rename(unfinished, path);
    return count;
  } catch (error) {
    file.destroy();
    await rm(unfinished, { force: true });
    throw systemProblem(error, path) ?? error;
  }
}

async function printAll(pieces: Iterable<Uint8Array>): Promise<void> {
  for (const piece of pieces) {
    process.stdout.write(piece);
    await drained();
  }
}

async function write(chronicle: Chronicle, path: string): Promise<number> {
  const isPacked = !/\.warc$/i.test(path);
  if (path === "-") {
    await printAll(chronicle.archive({ isPacked }));
    return 0;
  }
  const count = await writeFile(path, chronicle.archive({ isPacked }));
  print(`Wrote ${count.toLocaleString("en")} ${count === 1 ? "record" : "records"} to ${path}.`);
  return 0;
}

export function run(given: CommandArguments): Promise<number> {
  const path = optionOf(given, "output") ?? "chronicle.warc.gz";
  return withChronicle(given, (chronicle) => write(chronicle, path));
}
