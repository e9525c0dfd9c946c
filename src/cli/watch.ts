import { readFileSync } from "node:fs";
import {
  type AddFailure,
  type Chronicle,
  type FeedVisit,
  feedsInList,
  followFeeds,
  openChronicle,
  openWeb,
} from "../index.ts";
import { isWebAddress } from "./add-web.ts";
import { type CommandArguments, chroniclePath, numberOf } from "./arguments.ts";
import { plain, print, printError } from "./output.ts";
import { systemProblem } from "./problem.ts";
import { showProgress } from "./progress.ts";

/** How many minutes lie between two rounds where nothing else is said. */
const EVERY = 30;

/** A day, in minutes. */
const LONGEST = 24 * 60;

async function feedsOf(operand: string): Promise<readonly string[]> {
  if (isWebAddress(operand)) return [operand];
  try {
    return await feedsInList(readFileSync(operand), operand);
  } catch (error) {
    throw systemProblem(error, operand) ?? error;
  }
}

function clock(time: string | Date): string {
  return new Date(time).toTimeString().slice(0, 5);
}

function count(number: number, one: string): string {
  return `${number.toLocaleString("en")} ${number === 1 ? one : `${one}s`}`;
}

/** "Harbour News: 2 reports new, 1 changed" */
function visitLine({ feed, title, added, changed, failures, due }: FeedVisit): string {
  const name = plain(title ?? feed).replace(/\s+/g, " ");
  const parts = [
    added > 0 && `${count(added, "report")} new`,
    changed > 0 && `${count(changed, "report")} changed`,
    failures.length > 0 && `${count(failures.length, "problem")}`,
    due !== null && `not again before ${clock(due)}`,
  ].filter((part) => part !== false);
  return `${name}: ${parts.length > 0 ? parts.join(", ") : "nothing new"}`;
}

interface Watched {
  readonly added: number;
  readonly changed: number;
  readonly failures: readonly AddFailure[];
}

/** Ends at the first Ctrl-C what can be ended cleanly; at the second, the program. */
function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => stop.abort());
  return stop.signal;
}

async function watch(
  chronicle: Chronicle,
  feeds: readonly string[],
  given: CommandArguments,
): Promise<Watched> {
  const { json, once } = given.values;
  const minutes = numberOf(given, "every", { from: 5, to: LONGEST, otherwise: EVERY });
  const signal = stopSignal();
  const progress = showProgress();
  let sum: Watched = { added: 0, changed: 0, failures: [] };
  await followFeeds(feeds, {
    chronicle,
    fetcher: openWeb({ allowPrivate: given.values["allow-private"] === true, patience: 0 }),
    every: once ? null : minutes,
    signal,
    progress: progress.report,
    visited: (visit) => {
      progress.end();
      sum = {
        added: sum.added + visit.added,
        changed: sum.changed + visit.changed,
        failures: [...sum.failures, ...visit.failures],
      };
      for (const { message } of visit.failures) printError(message);
      if (json) print(JSON.stringify(visit));
      else print(visitLine(visit));
    },
    rested: (next) => {
      if (next !== null && !json) print(`Next round at ${clock(next)}; Ctrl-C ends.`);
    },
  });
  progress.end();
  if (signal.aborted && !json) print("Stopped; the next watch goes on from here.");
  return sum;
}

export async function run(given: CommandArguments): Promise<number> {
  const feeds = [...new Set((await Promise.all(given.operands.map(feedsOf))).flat())];
  const chronicle = await openChronicle(chroniclePath(given));
  try {
    const { failures } = await watch(chronicle, feeds, given);
    return given.values.once && failures.length > 0 ? 1 : 0;
  } finally {
    chronicle.close();
  }
}
