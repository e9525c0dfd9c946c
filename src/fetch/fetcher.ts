import { setTimeout as wait } from "node:timers/promises";
import type { Capture } from "../model/capture.ts";
import type { MayReach } from "./address.ts";
import { checkType, redirectOf, statusProblem, type Validators, validatorsOf } from "./answer.ts";
import { ACCEPTED_CODINGS, codingOf, unpackBody } from "./body.ts";
import { type Exchange, exchange } from "./exchange.ts";
import { Hosts, type Sleep } from "./hosts.ts";
import { LIMITS, type Limits } from "./limits.ts";
import { checkedLookup, type Resolve, resolveHost } from "./lookup.ts";
import { FetchError } from "./problem.ts";
import { RobotsFiles } from "./robots-files.ts";
import { webAddress } from "./web-address.ts";

/** The name under which robots.txt addresses the program. */
const AGENT = "Chronicler";

/** Between two fetches from one host, in milliseconds, where its robots.txt asks for no more. */
const PAUSE = 1000;

/** The longest pause that a robots.txt gets, in seconds: what asks for more wants no visits. */
const LONGEST_DELAY = 300;

/** How often a page is asked for, in all, when the server is busy or the connection breaks. */
const TRIES = 3;

/** Longest wait before the next try, in seconds; who asks for more is told to the caller. */
const PATIENCE = 30;

export interface FetcherOptions {
  /** Of this program, to say who asks. */
  readonly version: string;
  readonly mayReach: MayReach;
  readonly resolve?: Resolve;
  readonly limits?: Limits;
  /** Milliseconds between two fetches from one host. */
  readonly pause?: number;
  /** Longest wait before another try, in seconds; 0 to try once. */
  readonly patience?: number;
  readonly sleep?: Sleep;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

export interface GetOptions {
  readonly validators?: Validators;
  readonly signal?: AbortSignal | undefined;
}

/** What came of asking for an address. */
export type Fetched =
  | { readonly kind: "unchanged" }
  | {
      readonly kind: "page";
      /** Where it was found in the end. */
      readonly url: string;
      /** The Content-Type header, or "". */
      readonly type: string;
      readonly bytes: Uint8Array;
      /** Each redirect on the way, then the page. */
      readonly captures: readonly Capture[];
      readonly validators: Validators;
    };

const sleepFor: Sleep = async (milliseconds, signal) => {
  await wait(milliseconds, undefined, signal ? { signal } : {});
};

/** Fetches pages: safely, and as a polite guest. */
export class Fetcher {
  readonly #options: Required<FetcherOptions>;
  readonly #hosts: Hosts;
  readonly #robots: RobotsFiles;

  constructor(options: FetcherOptions) {
    this.#options = {
      resolve: resolveHost,
      limits: LIMITS,
      pause: PAUSE,
      patience: PATIENCE,
      sleep: sleepFor,
      now: Date.now,
      ...options,
    };
    this.#hosts = new Hosts(this.#options);
    this.#robots = new RobotsFiles({
      agent: AGENT,
      now: this.#options.now,
      ask: (url, signal) => this.#hosts.inTurn(url.host, () => this.#ask(url, { signal })),
      unpack: (answer, url) => this.#unpack(answer, url),
    });
  }

  /**
   * Fetches an address, wherever it leads; asks again when the server is busy or breaks off.
   *
   * @throws FetchError `forbidden` (not public, or not wanted by its robots.txt), `unreachable`, `later`,
   *   `not-found`, `too-large`, `not-text` or `unreadable`; what the signal gives, when it says to stop
   */
  async get(address: string, options: GetOptions = {}): Promise<Fetched> {
    const url = webAddress(address);
    for (let tries = 1; ; tries++) {
      try {
        return await this.#follow(url, options);
      } catch (error) {
        await this.#backOff(error, tries, options.signal);
      }
    }
  }

  /** Waits before the next try; throws the error again where another try is of no use. */
  async #backOff(error: unknown, tries: number, signal?: AbortSignal): Promise<void> {
    if (!(error instanceof FetchError && error.isPassing) || tries >= TRIES) throw error;
    const seconds = error.retryAfter ?? 2 ** tries;
    if (seconds > this.#options.patience) throw error;
    await this.#options.sleep(seconds * 1000, signal);
  }

  async #follow(first: URL, options: GetOptions): Promise<Fetched> {
    const captures: Capture[] = [];
    let url = first;
    for (;;) {
      const answer = await this.#visit(url, options);
      if (answer.status === 304 && options.validators) return { kind: "unchanged" };
      const next = redirectOf(answer.status, answer.headers);
      if (next === null) return this.#finish(url, answer, captures);
      captures.push(this.#capture(url, answer));
      url = this.#next(next, url, captures);
    }
  }

  #next(location: string, from: URL, captures: readonly Capture[]): URL {
    const next = webAddress(location, from);
    const isLoop = captures.some((each) => each.url === next.href);
    if (!isLoop && captures.length <= this.#options.limits.redirects) return next;
    const start = captures[0]?.url ?? from.href;
    throw new FetchError(
      "unreadable",
      `${start} leads in circles, from one address to the next; save the page with a browser and add the file.`,
    );
  }

  /** Asks a site for one of its pages, if it allows that, and when it is its turn. */
  async #visit(url: URL, options: GetOptions): Promise<Exchange> {
    const delay = await this.#robots.check(url, options.signal);
    const pause = Math.max(this.#options.pause, 1000 * Math.min(delay ?? 0, LONGEST_DELAY));
    return this.#hosts.inTurn(url.host, async () => {
      await this.#hosts.rest(url.host, options.signal);
      try {
        return await this.#ask(url, options);
      } finally {
        this.#hosts.pause(url.host, pause);
      }
    });
  }

  #ask(url: URL, { validators = {}, signal }: GetOptions): Promise<Exchange> {
    const { version, resolve, mayReach, limits } = this.#options;
    signal?.throwIfAborted();
    const headers: [string, string][] = [
      ["Host", url.host],
      ["User-Agent", `${AGENT}/${version} (reads news on its user's own machine)`],
      ["Accept", "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8"],
      ["Accept-Encoding", ACCEPTED_CODINGS],
      ["Connection", "close"],
    ];
    if (validators.etag) headers.push(["If-None-Match", validators.etag]);
    if (validators.modified) headers.push(["If-Modified-Since", validators.modified]);
    return exchange(url, { headers, lookup: checkedLookup({ resolve, mayReach }), mayReach, limits, signal });
  }

  #unpack(answer: Exchange, url: URL): Promise<Uint8Array> {
    const coding = codingOf(answer.headers["content-encoding"], url.href);
    return unpackBody(answer.body, { coding, url: url.href, limits: this.#options.limits });
  }

  #capture(url: URL, answer: Exchange): Capture {
    const { request, response, body, address, isCut, headers } = answer;
    return {
      url: url.href,
      fetched: new Date(this.#options.now()).toISOString().replace(/\.\d+Z$/, "Z"),
      address,
      request,
      response,
      payload: body,
      coding: isCut || body.length === 0 ? "identity" : codingOf(headers["content-encoding"], url.href),
      isCut,
    };
  }

  async #finish(url: URL, answer: Exchange, redirects: readonly Capture[]): Promise<Fetched> {
    const problem = statusProblem(answer, url.href, this.#options.now());
    if (problem) throw problem;
    const type = answer.headers["content-type"] ?? "";
    checkType(type, url.href);
    const bytes = await this.#unpack(answer, url);
    return {
      kind: "page",
      url: url.href,
      type,
      bytes,
      captures: [...redirects, this.#capture(url, answer)],
      validators: validatorsOf(answer.headers),
    };
  }
}
