import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Adder } from "./adding/adder.ts";
import { Jobs } from "./adding/jobs.ts";
import { contentsOf } from "./contents.ts";
import { admit, checkRequest, cookiesOf, type Gate } from "./guard.ts";
import { type Chronicle, ChroniclerError } from "./library.ts";
import { Live } from "./live.ts";
import { type Reply, RequestError } from "./parts/page.ts";
import { problemPage } from "./parts/problem-page.ts";
import { respond } from "./respond.ts";
import { type Desk, route, take } from "./routes.ts";
import { markCookie, sinceOf, visitOf } from "./visit.ts";

/** Addresses that only this machine reaches. */
const LOOPBACK = ["127.0.0.1", "localhost", "::1"];

export interface ServerOptions {
  /** TCP port; 0 for any free one. */
  readonly port: number;
  /** The address to listen on, the default being 127.0.0.1. Any that others reach needs a token. */
  readonly host?: string;
  /** What readers must show once, as `?token=`; needed where others than this machine can reach the server. */
  readonly token?: string | undefined;
  /** What adds reports; without it the pages can be read only. */
  readonly adder?: Adder | undefined;
}

export interface RunningServer {
  /** Where it answers, with a slash at the end. */
  readonly url: string;
  /** Stops it, with all open connections. */
  close(): Promise<void>;
}

/** All that requests are answered with. */
interface Site extends Desk {
  readonly chronicle: Chronicle;
  gate: Gate;
}

/** Keeps the reader's mark or token in the browser. */
function keep(response: ServerResponse, cookie: string): void {
  response.appendHeader("Set-Cookie", cookie);
}

function withoutToken(address: URL): Reply {
  address.searchParams.delete("token");
  return { kind: "redirect", location: `${address.pathname}${address.search}`, status: 303 };
}

const OUT = new RequestError(
  401,
  "Open the address that “chronicler serve” printed, with its token, once in this browser.",
);

async function answer(request: IncomingMessage, response: ServerResponse, site: Site): Promise<Reply> {
  const { chronicle, gate, jobs, live } = site;
  const address = checkRequest(request, gate);
  const admitted = admit(request, address, gate);
  if (admitted === "out") throw OUT;
  if (admitted === "first") {
    keep(response, `${gate.cookie}=${gate.token}; Path=/; HttpOnly; SameSite=Strict`);
    return withoutToken(address);
  }
  if (request.method === "POST") return take(request, address, { jobs, live });
  const name = `${gate.cookie}-visit`;
  const visit = visitOf(cookiesOf(request).get(name), Date.now());
  const since = sinceOf(address.searchParams, visit.since);
  const reply = await route(address, { contents: contentsOf(chronicle), since, desk: { jobs, live } });
  if (reply.kind === "page" && visit.mark) keep(response, markCookie(name, visit.mark));
  return reply;
}

function failed(problem: unknown): Reply {
  if (!(problem instanceof RequestError)) console.error(problem);
  return problemPage(problem);
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (problem: NodeJS.ErrnoException) => reject(listenError(problem, port, host)));
    server.listen(port, host, resolve);
  });
}

function listenError(problem: NodeJS.ErrnoException, port: number, host: string): ChroniclerError {
  const why: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} is taken by another program. Choose another one.`,
    EACCES: `Port ${port} may be used by an administrator only. Choose another one.`,
    EADDRNOTAVAIL: `${host} is no address of this machine. Choose one that is, or leave it out.`,
    ENOTFOUND: `${host} is no address of this machine. Choose one that is, or leave it out.`,
  };
  const message = why[problem.code ?? ""] ?? `Port ${port} cannot be used (${problem.message}).`;
  return new ChroniclerError("port", message, { cause: problem });
}

function checkHost(host: string, token: string | undefined): void {
  if (LOOPBACK.includes(host) || (token !== undefined && token !== "")) return;
  throw new ChroniclerError(
    "usage",
    `${host} can be reached by others: serve on 127.0.0.1, or give a token that readers must show.`,
  );
}

/**
 * Serves the pages of a chronicle. Rejects with a ChroniclerError: `port` where the port cannot be used, `usage` where
 * others can reach the host and there is no token.
 */
export async function startServer(
  chronicle: Chronicle,
  { port, host = "127.0.0.1", token, adder }: ServerOptions,
): Promise<RunningServer> {
  checkHost(host, token);
  const gate: Gate = { token: token ?? null, cookie: "chronicler" };
  const site: Site = { chronicle, gate, jobs: adder ? new Jobs(adder) : null, live: new Live(chronicle) };
  const server = createServer((request, response) => {
    answer(request, response, site)
      .catch(failed)
      .then((reply) => respond(request, response, reply))
      .catch((problem) => {
        console.error(problem);
        response.destroy();
      });
  });
  await listen(server, port, host);
  const { port: actual } = server.address() as AddressInfo;
  // Cookies are of a host with all its ports: another chronicle beside this one keeps its own.
  site.gate = { ...gate, cookie: `chronicler-${actual}` };
  const name = host.includes(":") ? `[${host}]` : host;
  return {
    url: `http://${name}:${actual}/`,
    close: async () => {
      await adder?.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}
