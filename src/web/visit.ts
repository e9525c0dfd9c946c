import { RequestError } from "./parts/page.ts";

/** A reader who was away this long comes for another visit. In milliseconds. */
const AWAY = 30 * 60_000;

/** The mark is not written more often than this. In milliseconds. */
const STEP = 60_000;

const YEAR = 365 * 24 * 3600;

const MOMENT = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?Z)?$/;

/** A reader's mark: the end of the visit before this one, and the last that was asked for. ISO 8601. */
export interface Visit {
  readonly since: string | null;
  /** The mark to be kept by the browser, or null where the one it has will do. */
  readonly mark: string | null;
}

function moment(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, "Z");
}

/** The visit of a reader whose browser keeps this mark; nothing but times is in it. */
export function visitOf(mark: string | undefined, now: number): Visit {
  const [since = "", seen = ""] = (mark ?? "").split("~");
  const before = Date.parse(seen);
  if (!MOMENT.test(seen) || Number.isNaN(before)) return { since: null, mark: `~${moment(now)}` };
  const isNew = now - before > AWAY;
  const last = isNew ? seen : MOMENT.test(since) ? since : null;
  return { since: last, mark: now - before > STEP ? `${last ?? ""}~${moment(now)}` : null };
}

/** The header that keeps a mark in the browser, where no script and no other site can read it. */
export function markCookie(name: string, value: string): string {
  return `${name}=${value}; Path=/; Max-Age=${YEAR}; HttpOnly; SameSite=Strict`;
}

/** The moment of `?since=`, which goes before the mark; throws a RequestError where it is none. */
export function sinceOf(query: URLSearchParams, visit: string | null): string | null {
  const given = query.get("since");
  if (given === null || given === "") return visit;
  if (!MOMENT.test(given) || Number.isNaN(Date.parse(given))) {
    throw new RequestError(400, "Expected since=DATE, such as 2016-08-30 or 2016-08-30T12:00:00Z.");
  }
  return given;
}
