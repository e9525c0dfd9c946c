import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Chronicle, ChroniclerError } from "./library.ts";
import { type Reply, RequestError } from "./parts/page.ts";
import { problemPage } from "./parts/problem-page.ts";
import { respond } from "./respond.ts";
import { route } from "./routes.ts";

/** Longest address answered, in characters. */
const MAX_URL = 2048;

/** Where it may listen: on this machine only. */
const LOOPBACK = ["127.0.0.1", "localhost", "::1"];

/** The same as they stand in the Host header of a request. */
const NAMES = ["127.0.0.1", "localhost", "[::1]"];

export interface ServerOptions {
  /** TCP port; 0 for any free one. */
  readonly port: number;
  /** A loopback address, the default being 127.0.0.1. */
  readonly host?: string;
}

export interface RunningServer {
  /** Where it answers, with a slash at the end. */
  readonly url: string;
  /** Stops it, with all open connections. */
  close(): Promise<void>;
}

/** The address asked for, after everything that speaks against answering. */
function check({ method, url = "", headers }: IncomingMessage): URL {
  const host = (headers.host ?? "").replace(/:\d+$/, "").toLowerCase();
  // A foreign name in Host means that another site's name was made to point here, to read through the browser.
  if (!NAMES.includes(host))
    throw new RequestError(421, "This server answers only to 127.0.0.1 and localhost.");
  if (method !== "GET" && method !== "HEAD")
    throw new RequestError(405, "This page can be read, not changed.");
  if (url.length > MAX_URL) throw new RequestError(414, `Expected at most ${MAX_URL} characters.`);
  const address = `http://localhost${url}`;
  if (!url.startsWith("/") || !URL.canParse(address)) {
    throw new RequestError(400, "Expected a path that begins with a slash.");
  }
  return new URL(address);
}

function replyTo(chronicle: Chronicle, request: IncomingMessage): Reply {
  try {
    return route(chronicle, check(request));
  } catch (problem) {
    if (!(problem instanceof RequestError)) console.error(problem);
    return problemPage(problem);
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (problem: NodeJS.ErrnoException) => reject(portError(problem, port)));
    server.listen(port, host, resolve);
  });
}

function portError(problem: NodeJS.ErrnoException, port: number): ChroniclerError {
  const why: Readonly<Record<string, string>> = {
    EADDRINUSE: "is taken by another program",
    EACCES: "may be used by an administrator only",
  };
  const reason = why[problem.code ?? ""] ?? `cannot be used (${problem.message})`;
  return new ChroniclerError("port", `Port ${port} ${reason}. Choose another one.`, { cause: problem });
}

/**
 * Serves the pages of a chronicle on this machine, for reading only. Rejects with a ChroniclerError: `port` where the
 * port cannot be used, `usage` where the host is not a loopback address.
 */
export async function startServer(
  chronicle: Chronicle,
  { port, host = "127.0.0.1" }: ServerOptions,
): Promise<RunningServer> {
  if (!LOOPBACK.includes(host)) {
    throw new ChroniclerError("usage", `Expected 127.0.0.1 or localhost to serve on, not ${host}.`);
  }
  const server = createServer((request: IncomingMessage, response: ServerResponse) =>
    respond(request, response, replyTo(chronicle, request)),
  );
  await listen(server, port, host);
  const { port: actual } = server.address() as AddressInfo;
  const name = host.includes(":") ? `[${host}]` : host;
  return {
    url: `http://${name}:${actual}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
