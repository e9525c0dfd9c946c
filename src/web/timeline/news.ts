import type { Contents } from "../contents.ts";
import type { TimelineEntry } from "../library.ts";

/** Whether an entry came in since the last visit, or reports that add to it. */
export type News = "new" | "more" | null;

/** What is new of an entry to a reader who was here before at `since`; nothing is where that is not known. */
export function newsOf(
  { sources }: Pick<TimelineEntry, "sources">,
  { arrivals }: Contents,
  since: string | null,
): News {
  if (since === null) return null;
  const late = sources.filter(({ citation }) => (arrivals.get(citation.article) ?? "") > since);
  if (late.length === 0) return null;
  return late.length === sources.length ? "new" : "more";
}
