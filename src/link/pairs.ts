import type { Profile } from "./profile.ts";

/** A mention of a draft. */
export interface Placed {
  readonly profile: Profile;
  /** Index of its draft. */
  readonly draft: number;
}

/** With so many mentions of its kind before it, in order of time, a mention is compared: it bounds what one costs. */
const COMPARED = 256;

/** Whether two are worth a look, by their indices: hundreds of pairs are asked for each mention. */
export type IsOpen = (earlier: number, later: number) => boolean;

/** Gives mentions of different drafts that may tell one kind of thing, each two once; they stand in the order of drafts. */
export function eachPairOfKind(
  placed: readonly Placed[],
  isOpen: IsOpen,
  give: (earlier: Placed, later: Placed) => void,
): void {
  const byKey = new Map<string, number[]>();
  /** By the index of a mention, the last one that it was looked at with. */
  const seenWith = new Int32Array(placed.length).fill(-1);
  for (const [index, later] of placed.entries()) {
    const lists = keysOf(later.profile).map((key) => byKey.get(key) ?? set(byKey, key));
    for (const list of lists) {
      for (let i = Math.max(0, list.length - COMPARED); i < list.length; i += 1) {
        const other = list[i] as number;
        if (seenWith[other] === index) continue;
        seenWith[other] = index;
        if (!isOpen(other, index)) continue;
        const earlier = placed[other] as Placed;
        if (earlier.draft !== later.draft) give(earlier, later);
      }
    }
    for (const list of lists) list.push(index);
  }
}

function set(lists: Map<string, number[]>, key: string): number[] {
  const list: number[] = [];
  lists.set(key, list);
  return list;
}

function keysOf({ lemma, senses, kind, code }: Profile): readonly string[] {
  const wider = code < 0 ? [] : [`code ${code}`];
  return [`lemma ${lemma}`, ...senses.map((sense) => `sense ${sense}`), `kind ${kind}`, ...wider];
}
