import type { IncomingHttpHeaders } from "node:http";
import { FetchError } from "./problem.ts";

/** Longest time for which a server's wish to be left alone is heeded: a day, in seconds. */
const LONGEST_WAIT = 24 * 60 * 60;

/** What to do for a page that a program may not fetch. */
const BY_HAND = "save the page with a browser and add the file";

/** What the next question tells of the last answer, so that the server can say "unchanged". */
export interface Validators {
  readonly etag?: string;
  readonly modified?: string;
}

export function validatorsOf(headers: IncomingHttpHeaders): Validators {
  const { etag, "last-modified": modified } = headers;
  return { ...(etag ? { etag } : {}), ...(modified ? { modified } : {}) };
}

/** Seconds to wait, from a number of seconds or a date; null where nothing sensible is said. */
export function retryAfterOf(header: string | undefined, now: number): number | null {
  if (header === undefined) return null;
  const seconds = /^\d{1,9}$/.test(header.trim()) ? Number(header) : (Date.parse(header) - now) / 1000;
  return Number.isFinite(seconds) ? Math.min(LONGEST_WAIT, Math.max(0, Math.ceil(seconds))) : null;
}

const REDIRECTS = [301, 302, 303, 307, 308];

/** Where the answer sends the asker, or null. */
export function redirectOf(status: number, headers: IncomingHttpHeaders): string | null {
  return REDIRECTS.includes(status) ? (headers.location ?? null) : null;
}

/** "2 hours", for a person. */
function waitInWords(seconds: number): string {
  const steps = [
    [3600, "hour"],
    [60, "minute"],
    [1, "second"],
  ] as const;
  const [size, word] = steps.find(([each]) => seconds >= each) ?? [1, "second"];
  const count = Math.round(seconds / size);
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}

function busy(status: number, url: string, wait: number | null): FetchError {
  const when = wait === null ? "later" : `in ${waitInWords(wait)}`;
  return new FetchError("later", `${url} is not to be had just now (status ${status}); try again ${when}.`, {
    retryAfter: wait,
    isPassing: true,
  });
}

/** Why an answer gives no page, or null for one that does. */
export function statusProblem(
  { status, headers }: { readonly status: number; readonly headers: IncomingHttpHeaders },
  url: string,
  now: number,
): FetchError | null {
  if (status >= 200 && status < 300) return null;
  if (status === 429 || status === 503) return busy(status, url, retryAfterOf(headers["retry-after"], now));
  if (status === 404) return new FetchError("not-found", `${url} is not there (404); look at the address.`);
  if (status === 410) return new FetchError("not-found", `${url} was taken down (410).`);
  if ([401, 402, 403, 451].includes(status)) {
    return new FetchError("forbidden", `${url} may not be fetched (status ${status}); ${BY_HAND}.`);
  }
  if (status >= 500) {
    return new FetchError(
      "unreachable",
      `The server of ${url} has a fault (status ${status}); try again later.`,
      { isPassing: true },
    );
  }
  return new FetchError("unreadable", `${url} gives no page (status ${status}); ${BY_HAND}.`);
}

/** Kinds of content that hold no words. */
const NOT_READ = /^(?:image|audio|video|font|model)\//i;

/** @throws FetchError `not-text` for pictures, sound and film, which hold no words */
export function checkType(type: string, url: string): void {
  const [kind = ""] = type.split(";");
  if (!NOT_READ.test(kind.trim()) || kind.includes("svg")) return;
  throw new FetchError("not-text", `${url} is ${kind.trim()}; expected a page, a text or a feed.`);
}
