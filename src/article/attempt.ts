import type { Article } from "../model/article.ts";
import { ChroniclerError } from "../model/error.ts";

/** One report of a source, or why it could not be read. */
export type ReadReport =
  | { readonly ok: true; readonly article: Article }
  | { readonly ok: false; readonly name: string; readonly error: ChroniclerError };

/** Runs what makes one report, and turns bad input into a report of its own; mistakes of ours pass through. */
export function attempt(name: string, make: () => Article): ReadReport {
  try {
    return { ok: true, article: make() };
  } catch (error) {
    if (error instanceof ChroniclerError) return { ok: false, name, error };
    throw error;
  }
}
