import { overlaps, type Span } from "../../model/span.ts";
import type { Draft } from "./draft.ts";

/** Index of the first of the sorted things that does not come before the offset; their number where all do. */
export function firstFrom<T>(sorted: readonly T[], offset: number, offsetOf: (each: T) => number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsetOf(sorted[middle] as T) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Those of the spans, in order of the text and apart from each other, that share a character with the given one. */
export function touching<T>(sorted: readonly T[], span: Span, spanOf: (each: T) => Span): T[] {
  const found: T[] = [];
  for (let at = firstFrom(sorted, span.start + 1, (each) => spanOf(each).end); at < sorted.length; at++) {
    const each = sorted[at] as T;
    if (!overlaps(spanOf(each), span)) break;
    found.push(each);
  }
  return found;
}

/** Characters in one drawer: about a sentence. */
const DRAWER = 256;

/** Attributions by the places of what is said, so that those at one place are found without looking at all. */
export class Places {
  readonly #drawers = new Map<number, Draft[]>();

  constructor(drafts: readonly Draft[] = []) {
    for (const draft of drafts) this.add(draft);
  }

  /** The same by the places of their cues. */
  static ofCues(drafts: readonly Draft[]): Places {
    const places = new Places();
    for (const draft of drafts) if (draft.cue) places.add(draft, [draft.cue]);
    return places;
  }

  add(draft: Draft, spans: readonly Span[] = draft.pieces): void {
    for (const drawer of new Set(spans.flatMap(drawersOf))) {
      const inside = this.#drawers.get(drawer);
      if (inside) inside.push(draft);
      else this.#drawers.set(drawer, [draft]);
    }
  }

  /** All that say something at one of these places, and some that say it near by. */
  near(spans: readonly Span[]): Set<Draft> {
    return new Set(spans.flatMap(drawersOf).flatMap((drawer) => this.#drawers.get(drawer) ?? []));
  }
}

function drawersOf({ start, end }: Span): number[] {
  const first = Math.floor(start / DRAWER);
  const last = Math.floor(Math.max(start, end - 1) / DRAWER);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
