import { redirectOf } from "./answer.ts";
import type { Exchange } from "./exchange.ts";
import { FetchError } from "./problem.ts";
import { ALLOW_ALL, isAllowed, parseRobots, ROBOTS_SIZE, type Robots } from "./robots.ts";
import { webAddress } from "./web-address.ts";

/** RFC 9309: no copy is used for longer than a day; one that could not be read is asked for again sooner. */
const KEPT = 24 * 60 * 60 * 1000;
const KEPT_UNREADABLE = 10 * 60 * 1000;

/** RFC 9309 asks to follow at least this many. */
const REDIRECTS = 5;

/** What robots.txt says, or that the server has it but does not give it, which forbids everything. */
type Answer = Robots | { readonly status: number };

interface Kept {
  readonly answer: Promise<Answer>;
  until: number;
}

/** Who asked for a page is told of the page, where its host cannot be reached. */
function namedAfter(url: URL, error: unknown): unknown {
  if (!(error instanceof FetchError)) return error;
  const { code, message, retryAfter, isPassing, cause } = error;
  const named = message.replace(new URL("/robots.txt", url).href, url.href);
  return new FetchError(code, named, { retryAfter, isPassing, cause });
}

export interface RobotsOptions {
  /** Name of the program, as robots.txt has it. */
  readonly agent: string;
  readonly ask: (url: URL, signal?: AbortSignal) => Promise<Exchange>;
  /** The body of an exchange, unpacked. */
  readonly unpack: (exchange: Exchange, url: URL) => Promise<Uint8Array>;
  /** Milliseconds. */
  readonly now: () => number;
}

/** The robots.txt of each site, asked for once a day at most. */
export class RobotsFiles {
  readonly #kept = new Map<string, Kept>();
  readonly #options: RobotsOptions;

  constructor(options: RobotsOptions) {
    this.#options = options;
  }

  /**
   * Seconds of pause the site asks for, or null.
   *
   * @throws FetchError `forbidden` where the site does not let the page be fetched
   */
  async check(url: URL, signal?: AbortSignal): Promise<number | null> {
    const answer = await this.#of(url.origin, signal).catch((error: unknown) => {
      throw namedAfter(url, error);
    });
    if ("status" in answer) {
      throw new FetchError(
        "later",
        `${url.href} is left alone, because ${url.host} does not show its robots.txt (status ${answer.status}), which says what may be fetched; try again later.`,
      );
    }
    if (isAllowed(answer, url)) return answer.delay;
    throw new FetchError(
      "forbidden",
      `${url.href} is left alone, because the robots.txt of ${url.host} forbids programs to fetch it; save the page with a browser and add the file.`,
    );
  }

  #of(origin: string, signal?: AbortSignal): Promise<Answer> {
    const { now } = this.#options;
    const known = this.#kept.get(origin);
    if (known && known.until > now()) return known.answer;
    const kept: Kept = { answer: this.#read(origin, signal), until: now() + KEPT };
    this.#kept.set(origin, kept);
    kept.answer.then(
      (answer) => {
        if ("status" in answer) kept.until = now() + KEPT_UNREADABLE;
      },
      () => this.#kept.delete(origin),
    );
    return kept.answer;
  }

  async #read(origin: string, signal?: AbortSignal): Promise<Answer> {
    const { ask, unpack, agent } = this.#options;
    let url = new URL("/robots.txt", origin);
    for (let step = 0; step <= REDIRECTS; step++) {
      const exchange = await ask(url, signal);
      const { status, headers } = exchange;
      const next = redirectOf(status, headers);
      if (next !== null) url = webAddress(next, url);
      else if (status >= 500 || status === 429) return { status };
      else if (status >= 200 && status < 300) {
        const bytes = await unpack(exchange, url);
        return parseRobots(new TextDecoder().decode(bytes.subarray(0, ROBOTS_SIZE)), agent);
      } else return ALLOW_ALL;
    }
    return ALLOW_ALL;
  }
}
