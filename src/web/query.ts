import type { EventStatus, Span } from "./library.ts";
import { RequestError } from "./parts/page.ts";
import { isStatus } from "./parts/status.ts";

/** Longest text that a search or filter field may hold, in UTF-16 code units. */
export const MAX_WORDS = 200;

/** The words of a text field, without space around them; empty where it is missing. */
export function wordsOf(query: URLSearchParams, name: string): string {
  const words = (query.get(name) ?? "").trim();
  if (words.length > MAX_WORDS) {
    throw new RequestError(400, `Expected at most ${MAX_WORDS} characters to look for, not ${words.length}.`);
  }
  return words;
}

/** The statuses asked for; none where all are wanted. */
export function statusesOf(query: URLSearchParams): readonly EventStatus[] {
  const words = [...new Set(query.getAll("status"))].filter((word) => word !== "");
  return words.map((word) => {
    if (!isStatus(word)) throw new RequestError(400, `There is no status “${word.slice(0, 40)}”.`);
    return word;
  });
}

/** The span of `mark=START-END`, or null where none is asked for. */
export function markOf(query: URLSearchParams): Span | null {
  const value = query.get("mark");
  if (value === null || value === "") return null;
  const match = /^(\d{1,9})-(\d{1,9})$/.exec(value);
  const [start, end] = [Number(match?.[1]), Number(match?.[2])];
  if (!match || start >= end) {
    throw new RequestError(400, "Expected mark=START-END, two offsets into the text, the first one smaller.");
  }
  return { start, end };
}

/** Layers of an article that can be marked. */
export const LAYERS = ["times", "people", "quotations", "events"] as const;
export type Layer = (typeof LAYERS)[number];

/** The layers of `layers=times,people`, in the order of `LAYERS`. */
export function layersOf(query: URLSearchParams): readonly Layer[] {
  const names = query
    .getAll("layers")
    .flatMap((value) => value.split(","))
    .filter((name) => name !== "");
  const strange = names.find((name) => !(LAYERS as readonly string[]).includes(name));
  if (strange !== undefined) {
    throw new RequestError(
      400,
      `There is no layer “${strange.slice(0, 40)}”; there are ${LAYERS.join(", ")}.`,
    );
  }
  return LAYERS.filter((layer) => names.includes(layer));
}
