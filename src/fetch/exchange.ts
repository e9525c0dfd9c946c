import {
  type ClientRequest,
  request as http,
  type IncomingHttpHeaders,
  type IncomingMessage,
} from "node:http";
import { request as https } from "node:https";
import type { LookupFunction } from "node:net";
import type { MayReach } from "./address.ts";
import type { Limits } from "./limits.ts";
import { checkLiteral } from "./lookup.ts";
import { FetchError, networkProblem } from "./problem.ts";

/** How much is read of an answer that nobody reads: of a redirect, of "not found". */
const UNREAD = 64 * 1024;

export interface ExchangeOptions {
  /** Names and values, in the order in which they are sent. */
  readonly headers: readonly (readonly [string, string])[];
  readonly lookup: LookupFunction;
  readonly mayReach: MayReach;
  readonly limits: Limits;
  readonly signal?: AbortSignal | undefined;
}

/** One question and its answer. */
export interface Exchange {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Request line and headers, each ended by CRLF. */
  readonly request: string;
  /** Status line and headers, each ended by CRLF. */
  readonly response: string;
  /** As it came. */
  readonly body: Buffer;
  readonly isCut: boolean;
  /** The IP address that answered. */
  readonly address: string;
}

function requestHead(url: URL, headers: ExchangeOptions["headers"]): string {
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`);
  return `GET ${url.pathname}${url.search} HTTP/1.1\r\n${lines.join("")}`;
}

function responseHead({ httpVersion, statusCode, statusMessage, rawHeaders }: IncomingMessage): string {
  const lines = [`HTTP/${httpVersion} ${statusCode} ${statusMessage}\r\n`];
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) lines.push(`${rawHeaders[i]}: ${rawHeaders[i + 1]}\r\n`);
  return lines.join("");
}

/** Ends the request with an error when a span of time passes in which it should have got further. */
class Clock {
  readonly #request: ClientRequest;
  readonly #url: string;
  readonly #total: NodeJS.Timeout;
  #step: NodeJS.Timeout | undefined;
  /** Why it ended the request; the answer itself only tells that it was broken off. */
  problem: FetchError | null = null;

  constructor(request: ClientRequest, url: URL, limits: Limits) {
    this.#request = request;
    this.#url = url.href;
    this.#total = this.#after(limits.total, "took too long for the whole of its answer");
  }

  #after(milliseconds: number, words: string): NodeJS.Timeout {
    return setTimeout(() => {
      const seconds = milliseconds / 1000;
      const message = `${this.#url} ${words} (more than ${seconds} seconds); try again later.`;
      this.problem = new FetchError("unreachable", message);
      this.#request.destroy(this.problem);
    }, milliseconds);
  }

  /** From now on, this must not take longer. */
  allow(milliseconds: number, words: string): void {
    clearTimeout(this.#step);
    this.#step = this.#after(milliseconds, words);
  }

  stop(): void {
    clearTimeout(this.#total);
    clearTimeout(this.#step);
  }
}

function tooLarge(url: URL, bytes: number): FetchError {
  const limit = Math.round(bytes / 1024 / 1024);
  return new FetchError(
    "too-large",
    `${url.href} is larger than ${limit} MB, which no report is; look at the address.`,
  );
}

function isRead(status: number): boolean {
  return status >= 200 && status < 300;
}

/** The whole body; of an answer that nobody reads, its beginning. */
function readBody(
  response: IncomingMessage,
  { url, clock, limits }: { readonly url: URL; readonly clock: Clock; readonly limits: Limits },
): Promise<{ readonly body: Buffer; readonly isCut: boolean }> {
  const most = isRead(response.statusCode ?? 0) ? limits.body : UNREAD;
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const done = (isCut: boolean): void => {
      resolve({ body: Buffer.concat(chunks).subarray(0, most), isCut });
    };
    const full = (): void => {
      if (most === UNREAD) done(true);
      else reject(tooLarge(url, most));
      response.destroy();
    };
    const wait = (): void => clock.allow(limits.idle, "stopped in the middle of its answer");
    if (Number(response.headers["content-length"] ?? 0) > most) return full();
    wait();
    response.on("data", (chunk: Buffer) => {
      wait();
      chunks.push(chunk);
      length += chunk.length;
      if (length > most) full();
    });
    response.on("end", () => {
      if (response.complete) return done(false);
      reject(Object.assign(new Error("incomplete"), { code: "ECONNRESET" }));
    });
    response.on("error", reject);
  });
}

/** Sends the request and waits for the head of the answer. */
function begin(url: URL, options: ExchangeOptions): ClientRequest {
  const { headers, lookup, limits, signal } = options;
  const send = url.protocol === "https:" ? https : http;
  return send(url, {
    agent: false,
    headers: headers.flat(),
    lookup,
    maxHeaderSize: limits.headers,
    ...(signal ? { signal } : {}),
  });
}

async function converse(request: ClientRequest, url: URL, options: ExchangeOptions): Promise<Exchange> {
  const { limits, mayReach, headers } = options;
  const clock = new Clock(request, url, limits);
  clock.allow(limits.connect, "could not be connected to");
  let address = "";
  try {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      request.on("socket", (socket) => {
        socket.on("connect", () => {
          address = socket.remoteAddress ?? "";
          // The lookup has checked it; this holds even if a later Node should go around the lookup.
          if (!mayReach(address)) request.destroy(new FetchError("forbidden", `${address} is not public.`));
          clock.allow(limits.head, "did not answer in time");
        });
      });
      request.on("response", resolve);
      request.on("error", reject);
      request.end();
    });
    const read = await readBody(response, { url, clock, limits });
    return {
      status: response.statusCode ?? 0,
      headers: response.headers,
      request: requestHead(url, headers),
      response: responseHead(response),
      address,
      ...read,
    };
  } catch (error) {
    throw clock.problem ?? error;
  } finally {
    clock.stop();
    request.destroy();
  }
}

/**
 * Asks a server for one address, without following where it leads.
 *
 * @throws FetchError `forbidden`, `unreachable`, `too-large`
 */
export async function exchange(url: URL, options: ExchangeOptions): Promise<Exchange> {
  checkLiteral(url.hostname, options.mayReach);
  try {
    return await converse(begin(url, options), url, options);
  } catch (error) {
    options.signal?.throwIfAborted();
    throw networkProblem(error, url.href);
  }
}
