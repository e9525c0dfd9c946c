import type { Fetched, Fetcher } from "../fetch/fetcher.ts";
import type { AddFailure, AddResult, Chronicle } from "../model/chronicle.ts";
import { ChroniclerError, type ErrorCode } from "../model/error.ts";
import type { Given } from "../model/source.ts";
import type { Visits } from "../model/visit.ts";

export interface FromWeb {
  readonly chronicle: Chronicle;
  readonly fetcher: Fetcher;
  readonly signal?: AbortSignal | undefined;
}

/** A time as it is kept: ISO 8601 in UTC, to the second. */
export function timeOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, "Z");
}

/** What is fetched of an address: what is new since the last visit, whatever redirects lie on the way. */
export function fetchAgain(url: string, { chronicle, fetcher, signal }: FromWeb): Promise<Fetched> {
  const { etag, modified } = chronicle.visits.visit(url) ?? {};
  if (etag === undefined && modified === undefined) return fetcher.get(url, { signal });
  const validators = { ...(etag ? { etag } : {}), ...(modified ? { modified } : {}) };
  return fetcher.get(url, { validators, signal });
}

/** Remembers that an address was read, and by what its server tells later whether it has changed. */
export function noteVisit(
  visits: Visits,
  url: string,
  { fetched, now }: { readonly fetched: Fetched; readonly now: number },
): void {
  const known = fetched.kind === "page" ? fetched.validators : (visits.visit(url) ?? {});
  const { etag, modified } = known;
  visits.setVisit(url, {
    checked: timeOf(now),
    ...(etag ? { etag } : {}),
    ...(modified ? { modified } : {}),
  });
}

/** What hinders everything alike: to go on would only tell it again and again. */
const FATAL: readonly ErrorCode[] = ["bad-model", "bad-table", "bad-chronicle", "disk", "busy"];

/** What is told of an error of ours; what hinders everything, mistakes of the program, and the wish to stop pass through. */
export function failureOf(error: unknown, name: string): AddFailure {
  if (!(error instanceof ChroniclerError) || FATAL.includes(error.code)) throw error;
  return { name, code: error.code, message: error.message };
}

/**
 * Fetches an address and adds the reports that stand there. What cannot be fetched or read is told in the
 * result.
 */
export async function addFromWeb(url: string, given: Given, web: FromWeb): Promise<AddResult> {
  const none: AddResult = { added: [], updated: [], unchanged: 0, failures: [] };
  try {
    const fetched = await fetchAgain(url, web);
    if (fetched.kind === "unchanged") {
      noteVisit(web.chronicle.visits, url, { fetched, now: Date.now() });
      return { ...none, unchanged: 1 };
    }
    const result = web.chronicle.addFetched([{ captures: fetched.captures, given }]);
    if (result.failures.length === 0) {
      noteVisit(web.chronicle.visits, url, { fetched, now: Date.now() });
    }
    return result;
  } catch (error) {
    return { ...none, failures: [failureOf(error, url)] };
  }
}
