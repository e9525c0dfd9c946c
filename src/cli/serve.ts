import { type Chronicle, ChroniclerError } from "../index.ts";
import { startServer } from "../web/server.ts";
import { type CommandArguments, numberOf, optionOf } from "./arguments.ts";
import { withChronicle } from "./open.ts";
import { print } from "./output.ts";

const FIRST_PORT = 4016;

/** How many ports after the first are tried before the system may choose any. */
const TRIES = 10;

type Running = Awaited<ReturnType<typeof startServer>>;

/** Starts on the port that was asked for, or on the first free one where none was. */
async function start(chronicle: Chronicle, asked: number | null): Promise<Running> {
  if (asked !== null) return startServer(chronicle, { port: asked });
  for (let port = FIRST_PORT; port < FIRST_PORT + TRIES; port++) {
    try {
      return await startServer(chronicle, { port });
    } catch (error) {
      if (!(error instanceof ChroniclerError) || error.code !== "port") throw error;
    }
  }
  return startServer(chronicle, { port: 0 });
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once("SIGINT", () => resolve());
    process.once("SIGTERM", () => resolve());
  });
}

export function run(given: CommandArguments): Promise<number> {
  const port = numberOf(given, "port", { from: 1, to: 65_535, otherwise: 0 });
  return withChronicle(given, async (chronicle) => {
    const server = await start(chronicle, optionOf(given, "port") === undefined ? null : port);
    print(`The chronicle is at ${server.url} on this machine. Press Ctrl-C to stop.`);
    await interrupted();
    await server.close();
    return 0;
  });
}
