import { randomBytes } from "node:crypto";
import { type Chronicle, ChroniclerError } from "../index.ts";
import { threadAdder } from "../web/adding/adder.ts";
import { type ServerOptions, startServer } from "../web/server.ts";
import { type CommandArguments, chroniclePath, numberOf, optionOf } from "./arguments.ts";
import { withChronicle } from "./open.ts";
import { print } from "./output.ts";

const FIRST_PORT = 4016;

/** How many ports after the first are tried before the system may choose any. */
const TRIES = 10;

/** Bytes of a token that is made up: nobody guesses it. */
const TOKEN_BYTES = 18;

const HERE = ["127.0.0.1", "localhost", "::1"];

type Running = Awaited<ReturnType<typeof startServer>>;

/** Starts on the port that was asked for, or on the first free one where none was. */
async function start(
  chronicle: Chronicle,
  asked: number | null,
  options: Omit<ServerOptions, "port">,
): Promise<Running> {
  if (asked !== null) return startServer(chronicle, { port: asked, ...options });
  for (let port = FIRST_PORT; port < FIRST_PORT + TRIES; port++) {
    try {
      return await startServer(chronicle, { port, ...options });
    } catch (error) {
      const isTaken =
        error instanceof ChroniclerError && error.code === "port" && error.message.startsWith("Port");
      if (!isTaken) throw error;
    }
  }
  return startServer(chronicle, { port: 0, ...options });
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once("SIGINT", () => resolve());
    process.once("SIGTERM", () => resolve());
  });
}

function optionsOf(given: CommandArguments): Omit<ServerOptions, "port"> {
  const host = optionOf(given, "host") ?? "127.0.0.1";
  const made = HERE.includes(host) ? undefined : randomBytes(TOKEN_BYTES).toString("base64url");
  const isReadOnly = given.values["read-only"] === true;
  const allowPrivate = given.values["allow-private"] === true;
  const adder = isReadOnly ? undefined : threadAdder(chroniclePath(given), { allowPrivate });
  return { host, token: optionOf(given, "token") ?? made, adder };
}

/** Serves the chronicle of the command line until Ctrl-C; `ready` is told where. */
export function serve(given: CommandArguments, ready: (address: string) => void): Promise<number> {
  const port = numberOf(given, "port", { from: 1, to: 65_535, otherwise: 0 });
  return withChronicle(given, async (chronicle) => {
    const options = optionsOf(given);
    const server = await start(chronicle, optionOf(given, "port") === undefined ? null : port, options);
    const address = options.token === undefined ? server.url : `${server.url}?token=${options.token}`;
    const reach = HERE.includes(options.host ?? "")
      ? "on this machine"
      : "for everybody who has this address";
    print(`The chronicle is at ${address} ${reach}. Press Ctrl-C to stop.`);
    ready(address);
    await interrupted();
    await server.close();
    return 0;
  });
}

export function run(given: CommandArguments): Promise<number> {
  return serve(given, () => {});
}
