import { Groups } from "../model/group.ts";
import type { Analysis } from "../model/layers.ts";
import type { Links } from "../model/link.ts";
import { type Member, type NearIndex, type Place, placesIn, type Sketch, type Ties } from "../model/near.ts";
import type { Stages } from "./derive.ts";
import type { Store } from "./store.ts";

/** How reports are linked part by part. */
export interface PartStages {
  /** So many reports with a key, before and after one, can hang together with it. */
  readonly reach: number;
  sketch(analysis: Analysis): Sketch;
  /** How a report hangs together with earlier ones. */
  ties(sketch: Sketch, index: NearIndex): Ties;
  /** Links the reports of one part, the first of which comes first, in the order of publication. */
  link(members: readonly Member[]): { readonly links: Links; readonly articles: readonly Member[] };
}

/**
 * Brings links and timelines up to date. Only reports near those that are new, changed or gone are looked at,
 * and only parts that change by it are linked again; what comes out is the same as if all were linked at once.
 */
export function deriveParts(store: Store, stages: Stages, parts: PartStages): void {
  new Relinking(store, stages, parts).run();
}

class Relinking {
  readonly #store: Store;
  readonly #stages: Stages;
  readonly #parts: PartStages;
  /** Reports whose ties may be others now. */
  readonly #dirty = new Set<Place>();
  /** Parts that reports have come to or gone from. */
  readonly #touched = new Set<Place>();
  /** Reports that are new, or tied anew: what they are in is to be linked again. */
  readonly #moved = new Set<Place>();

  constructor(store: Store, stages: Stages, parts: PartStages) {
    this.#store = store;
    this.#stages = stages;
    this.#parts = parts;
  }

  run(): void {
    const { near, derived } = this.#store;
    if (near.isEmpty()) near.clear();
    const changed = near.changed();
    for (const place of near.gone()) this.#remove(place);
    for (const { report, article } of changed) this.#add(report, article);
    for (const place of [...this.#dirty].sort((a, b) => a - b)) this.#tie(place);
    this.#regroup();
    derived.setLinked();
  }

  #touch(place: Place): void {
    const part = this.#store.near.partOf(place);
    if (part !== null) this.#touched.add(part);
  }

  #spread(place: Place): void {
    for (const each of this.#store.near.after(place, this.#parts.reach)) this.#dirty.add(each);
  }

  #remove(place: Place): void {
    this.#touch(place);
    this.#spread(place);
    this.#store.near.remove(place);
  }

  #add(report: number, article: string | null): void {
    const { near, derived } = this.#store;
    const analysis = article === null ? null : derived.analysis(article);
    if (analysis) {
      const { place } = near.add(report, this.#parts.sketch(analysis));
      this.#dirty.add(place);
      this.#moved.add(place);
      this.#spread(place);
    }
    near.settle(report);
  }

  #tie(place: Place): void {
    const { near } = this.#store;
    if (!near.has(place)) return;
    const before = near.ties(place);
    const ties = this.#parts.ties(near.sketch(place), near);
    if (JSON.stringify(ties) === JSON.stringify(before)) return;
    near.setTies(place, ties);
    this.#moved.add(place);
    this.#touch(place);
    for (const each of placesIn(ties)) this.#touch(each);
  }

  /** The parts that those touched have become; the others stay as they are. */
  #regroup(): void {
    const { near } = this.#store;
    const before = new Map([...this.#touched].map((part) => [part, near.membersOf(part)]));
    const members = new Set([
      ...[...before.values()].flat(),
      ...[...this.#moved].filter((each) => near.has(each)),
    ]);
    const places = [...members].sort((a, b) => a - b);
    const groups = new Groups(places);
    for (const place of places) {
      const ties = near.ties(place);
      for (const other of ties ? placesIn(ties) : []) groups.join(place, other);
    }
    const after = groups.all();
    const kept = new Set(after.filter((group) => this.#isSame(group, before)).map(([first]) => first));
    for (const part of before.keys()) if (!kept.has(part)) this.#store.derived.dropPart(part);
    for (const group of after) if (!kept.has(group[0])) this.#link(group);
  }

  #isSame(group: readonly Place[], before: ReadonlyMap<Place, readonly Place[]>): boolean {
    const old = before.get(group[0] ?? -1);
    if (!old || old.length !== group.length) return false;
    return group.every((place, i) => place === old[i] && !this.#moved.has(place));
  }

  #link(group: readonly Place[]): void {
    const { near, derived } = this.#store;
    const [id = 0] = group;
    const members = group.flatMap((place): Member[] => {
      const sketch = near.sketch(place);
      const [analysis, ties] = [derived.analysis(sketch.article), near.ties(place)];
      near.setPart(place, id);
      return analysis && ties ? [{ analysis, sketch, ties }] : [];
    });
    const { links, articles } = this.#parts.link(members);
    // Menus and notices of many pages need not be held at once.
    const shown = articles.map(({ analysis }) => ({ ...analysis.article, dropped: [] }));
    const { id: article = "", published = { value: null } } = shown[0] ?? {};
    const timelines = this.#stages.timelines(links, shown);
    derived.setPart({ id, published: published.value, article, links, timelines });
  }
}
