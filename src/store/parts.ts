import type { Analysis } from "../model/layers.ts";
import type { Links } from "../model/link.ts";
import {
  bondsOf,
  type Member,
  type NearIndex,
  type Place,
  type Sketch,
  type Tie,
  type Ties,
} from "../model/near.ts";
import { Agenda } from "./agenda.ts";
import { type DateOfCopy, dateCopies } from "./copy-dates.ts";
import type { Stages } from "./derive.ts";
import type { NewSketch, Store } from "./store.ts";

/** So many reports are put among the others in one go. */
const AT_A_TIME = 2000;

/** How reports are linked part by part. */
export interface PartStages {
  /** So many reports with a key, before and after one, can hang together with it. */
  readonly reach: number;
  sketch(analysis: Analysis): Sketch;
  readonly dateOfCopy: DateOfCopy;
  /** How a report hangs together with earlier ones. */
  ties(sketch: Sketch, index: NearIndex): Ties;
  /** The same ties, where only those of the reports before it have changed. */
  realign(sketch: Sketch, ties: Ties, index: NearIndex): Ties;
  /** So many reports of the line that it follows decide on a report. */
  readonly line: number;
  /** The part that a report is in, in the order of places, by the bonds between any two reports. */
  part(place: Place, bonds: (place: Place) => readonly Tie[]): readonly Place[];
  /** Links the reports of one part, the first of which comes first, in the order of publication. */
  link(members: readonly Member[]): { readonly links: Links; readonly articles: readonly Member[] };
}

/**
 * Brings links and timelines up to date. Only reports near those that are new, changed or gone are looked at,
 * and only parts that change by it are linked again; what comes out is the same as if all were linked at once.
 * `analyze` makes the layers of reports that have none.
 */
export function deriveParts(
  store: Store,
  stages: Stages & { readonly parts: PartStages },
  analyze: () => void,
): void {
  new Relinking(store, stages).run(analyze);
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
  /** Parts that have lost a report. */
  readonly #shrunk = new Set<Place>();
  /** Filled once all ties are as they are. */
  readonly #bondsAtHand = new Map<Place, readonly Tie[]>();

  constructor(store: Store, stages: Stages & { readonly parts: PartStages }) {
    this.#store = store;
    this.#stages = stages;
    this.#parts = stages.parts;
  }

  run(analyze: () => void): void {
    const { near, derived } = this.#store;
    if (near.isEmpty()) near.clear();
    const gone = this.#replace();
    if (dateCopies(this.#store, this.#parts.dateOfCopy, { here: this.#moved, gone })) {
      analyze();
      this.#replace();
    }
    this.#tieAll();
    this.#regroup();
    derived.setLinked();
  }

  /** Puts reports that are new or changed in the place of what they were. Gives what has gone. */
  #replace(): readonly Sketch[] {
    const { near } = this.#store;
    const changed = near.changed();
    const gone = near.gone().map((place) => near.sketch(place));
    for (const { place } of gone) this.#remove(place);
    const places: Place[] = [];
    for (let at = 0; at < changed.length; at += AT_A_TIME)
      places.push(...this.#add(changed.slice(at, at + AT_A_TIME)));
    for (const place of places) this.#spread(place);
    return gone;
  }

  #touch(place: Place): void {
    const part = this.#store.near.partOf(place);
    if (part !== null) this.#touched.add(part);
  }

  #spread(place: Place): void {
    for (const each of this.#store.near.after(place, this.#parts.reach)) this.#dirty.add(each);
  }

  #remove(place: Place): void {
    const part = this.#store.near.partOf(place);
    this.#touch(place);
    if (part !== null) this.#shrunk.add(part);
    for (const bond of this.#store.near.bonds(place)) this.#touch(bond.place);
    this.#spread(place);
    this.#store.near.remove(place);
  }

  #add(changed: ReturnType<Store["near"]["changed"]>): readonly Place[] {
    const { near, derived } = this.#store;
    const sketches = changed.flatMap(({ report, article }): NewSketch[] => {
      const analysis = article === null ? null : derived.analysis(article);
      return analysis ? [{ report, sketch: this.#parts.sketch(analysis) }] : [];
    });
    const places = near.add(sketches).map(({ place }) => place);
    for (const { report } of changed) near.settle(report);
    for (const place of places) {
      this.#dirty.add(place);
      this.#moved.add(place);
    }
    return places;
  }

  /** Earlier reports first: on their ties depends whether later ones follow them. */
  #tieAll(): void {
    const agenda = new Agenda(this.#dirty);
    /** For how many generations of those that follow a report what it follows may matter now. */
    const matters = new Map<Place, number>();
    for (const place of agenda) {
      if (!this.#store.near.has(place)) continue;
      const left = this.#tie(place) ? this.#parts.line - 1 : (matters.get(place) ?? 0) - 1;
      if (left < 1) continue;
      for (const each of this.#store.near.followersOf(place)) {
        matters.set(each, Math.max(left, matters.get(each) ?? 0));
        agenda.add(each);
      }
    }
  }

  /** Gives whether the ties are others now. */
  #tie(place: Place): boolean {
    const { near } = this.#store;
    const before = near.ties(place);
    const sketch = near.sketch(place);
    const ties =
      before && !this.#dirty.has(place)
        ? this.#parts.realign(sketch, before, near)
        : this.#parts.ties(sketch, near);
    if (JSON.stringify(ties) === JSON.stringify(before)) return false;
    near.setTies(place, ties);
    this.#moved.add(place);
    this.#touch(place);
    for (const each of before ? [before, ties] : [ties])
      for (const bond of bondsOf(each)) this.#touch(bond.place);
    return true;
  }

  /** The parts that those touched have become; the others stay as they are. */
  #regroup(): void {
    const { near, derived } = this.#store;
    const before = new Map<Place, readonly Place[]>();
    const open: Place[] = [...this.#moved];
    const take = (part: Place | null): void => {
      if (part === null || before.has(part)) return;
      before.set(part, near.membersOf(part));
      open.push(...near.membersOf(part));
    };
    for (const part of this.#touched) take(part);
    const after: (readonly Place[])[] = [];
    const done = new Set<Place>();
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      if (done.has(place) || !near.has(place)) continue;
      const group = this.#parts.part(place, (each) => this.#bonds(each));
      after.push(group);
      for (const each of group) {
        done.add(each);
        // A part that this one takes from is another now.
        take(near.partOf(each));
      }
    }
    const kept = new Set(after.filter((group) => this.#isSame(group, before)).map(([first]) => first));
    for (const part of before.keys()) if (!kept.has(part)) derived.dropPart(part);
    for (const group of after) if (!kept.has(group[0])) this.#link(group);
  }

  #bonds(place: Place): readonly Tie[] {
    const known = this.#bondsAtHand.get(place);
    if (known) return known;
    const bonds = this.#store.near.bonds(place);
    this.#bondsAtHand.set(place, bonds);
    return bonds;
  }

  #isSame(group: readonly Place[], before: ReadonlyMap<Place, readonly Place[]>): boolean {
    const old = before.get(group[0] ?? -1);
    if (!old || old.length !== group.length || this.#shrunk.has(old[0] ?? -1)) return false;
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
