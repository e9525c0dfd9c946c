import type { Published } from "../model/article.ts";
import type { Place, Sketch } from "../model/near.ts";
import type { Store } from "./store.ts";

/** So many dated reports with a key in common are looked at, the first ones: of these a copy takes its day. */
const EARLIEST = 40;
/** So many of those with most keys in common are compared. */
const COMPARED = 32;

const UNDATED: Published = { value: null, basis: "unknown" };

/** When a report appeared that nobody dates, by its copies among others; null where none of them is one. */
export type DateOfCopy = (undated: Sketch, others: readonly Sketch[]) => Published | null;

/**
 * Gives undated reports the day of a dated copy, and takes it back where that copy has gone: those of `changed` and those
 * that may be copies of what was `changed` or has `gone`. Gives whether any is dated otherwise now, and so to be analysed anew.
 */
export function dateCopies(
  { near, derived }: Store,
  dateOf: DateOfCopy,
  changed: { readonly here: Iterable<Place>; readonly gone: readonly Sketch[] },
): boolean {
  const here = [...changed.here].filter((place) => near.has(place)).map((place) => near.sketch(place));
  const undated = new Set(here.filter(({ day }) => day === null).map(({ place }) => place));
  for (const sketch of [...here, ...changed.gone])
    if (sketch.day !== null) for (const place of near.undatedLike(sketch)) undated.add(place);
  let isChanged = false;
  for (const place of undated) {
    const sketch = near.sketch(place);
    const known = dateOf(sketch, copiesOf(sketch)) ?? UNDATED;
    const before = derived.published(sketch.article);
    if (known.value === before?.value && known.source === before.source) continue;
    derived.setPublished(sketch.article, known);
    isChanged = true;
  }
  return isChanged;

  function copiesOf(sketch: Sketch): readonly Sketch[] {
    const shared = new Map<Place, number>();
    for (const key of sketch.keys.copy)
      for (const each of near.firstDatedWith(key, EARLIEST)) shared.set(each, (shared.get(each) ?? 0) + 1);
    const best = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, COMPARED);
    return best.map(([each]) => near.sketch(each));
  }
}
