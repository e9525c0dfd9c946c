import { Components } from "./components.ts";
import { type Evidence, evidenceOf } from "./evidence.ts";
import { areAsLikely, likelihood } from "./likelihood.ts";
import type { MayBeOne } from "./match.ts";
import type { Draft } from "./postponed.ts";
import type { Profile } from "./profile.ts";
import { type Edge, sparseLinkage } from "./sparse-linkage.ts";
import type { Surroundings } from "./surroundings.ts";

/**
 * How likely it must be, on the mean of their mentions, that two events are one. Below it, on two thirds of the topics of
 * ECB+ that are not for validation, more is joined wrongly than is found.
 */
const LIKELY = 0.28;
/** So much more in a crowd of reports, and the most of it. */
const MORE_IN_CROWD = 0.1;
const MOST_IN_CROWD = 0.4;
/** What is less likely counts as nothing. */
const LEAST = 0.1;
/** A mean that is rounded may be so much above what it is a mean of. */
const ROUNDING = 1e-6;
/** With so many mentions of its kind before it, in order of time, a mention is compared: it bounds what one costs. */
const COMPARED = 256;

/** What speaks for two events being one, over the pairs of their mentions. */
interface Link {
  sum: number;
  silent: number;
  /** The likelihood of the likeliest pair, and the pair. */
  most: number;
  pair: readonly [Profile, Profile] | null;
}

/** By the index of the earlier draft, its links with later ones by theirs. */
type Links = readonly ReadonlyMap<number, Link>[];

/**
 * Joins events that are told alike in reports that are alike: by the same word or one of the same meaning, on the mean of
 * all their mentions, so that no chain of vague ones joins two. Mentions stand in order of time.
 */
export function joinAlike(drafts: readonly Draft[], surroundings: Surroundings): readonly Draft[] {
  const threshold = Math.min(MOST_IN_CROWD, LIKELY + MORE_IN_CROWD * surroundings.crowd);
  const links = linksOf(drafts, surroundings, threshold);
  const sizes = drafts.map(({ mentions }) => mentions.length);
  const groups = sparseLinkage(sizes, edgesOf(links), threshold);
  return groups.map((group) =>
    merged(group, drafts, (index) => reasonIn(group, index, { links, surroundings })),
  );
}

/** In a crowd of reports what rules join must be told alike as well: there, much is of one kind and on one day. */
export function toldAlike(surroundings: Surroundings): MayBeOne {
  const { profiles } = surroundings;
  return (a, b) => {
    const likely = likelihood(profiles.get(a) as Profile, profiles.get(b) as Profile, surroundings);
    return likely === null || likely >= LEAST;
  };
}

/** The links of drafts that may become one; no mean is above the likelihood of the likeliest pair. */
function linksOf(drafts: readonly Draft[], surroundings: Surroundings, threshold: number): Links {
  const links = drafts.map(() => new Map<number, Link>());
  const components = componentsOf(drafts, surroundings, threshold - ROUNDING);
  const isLone = (draft: number) => components.isLone(draft);
  eachPairOfKind(drafts, surroundings, isLone, (a, b) => {
    if (!components.areOne(a.draft, b.draft)) return;
    const likely = likelihood(a.profile, b.profile, surroundings);
    if (likely !== null && likely >= 0 && likely < LEAST) return;
    const own = links[a.draft] as Map<number, Link>;
    const link = own.get(b.draft) ?? { sum: 0, silent: 0, most: 0, pair: null };
    own.set(b.draft, link);
    if (likely === null) link.silent += 1;
    else link.sum += likely;
    if (likely !== null && likely > link.most) {
      link.most = likely;
      link.pair = [a.profile, b.profile];
    }
  });
  return links;
}

/** Drafts that hang together by pairs of mentions that are as likely one as it takes: nothing else can become one. */
function componentsOf(drafts: readonly Draft[], surroundings: Surroundings, least: number): Components {
  const components = new Components(drafts.length);
  eachPairOfKind(
    drafts,
    surroundings,
    () => false,
    (a, b) => {
      if (components.areOne(a.draft, b.draft)) return;
      if (areAsLikely(a.profile, b.profile, surroundings, least)) components.join(a.draft, b.draft);
    },
  );
  return components;
}

function* edgesOf(links: Links): Iterable<Edge> {
  for (const [a, others] of links.entries()) for (const [b, link] of others) yield [a, b, link];
}

interface Placed {
  readonly profile: Profile;
  /** Index of its draft. */
  readonly draft: number;
}

/** Gives mentions of different events that may tell one kind of thing, each two once; the earlier draft first. */
function eachPairOfKind(
  drafts: readonly Draft[],
  { profiles }: Surroundings,
  isLone: (draft: number) => boolean,
  give: (earlier: Placed, later: Placed) => void,
): void {
  const byKey = new Map<string, Placed[]>();
  /** By the index of a mention, the last one that it was given with. */
  const givenWith = new Int32Array(profiles.size).fill(-1);
  for (const [draft, { mentions }] of drafts.entries()) {
    for (const mention of mentions) {
      const placed = { profile: profiles.get(mention) as Profile, draft };
      const { index } = placed.profile;
      const lists = keysOf(placed.profile).map((key) => byKey.get(key) ?? set(byKey, key));
      for (const list of isLone(draft) ? [] : lists) {
        for (let i = Math.max(0, list.length - COMPARED); i < list.length; i += 1) {
          const other = list[i] as Placed;
          if (other.draft === draft || givenWith[other.profile.index] === index) continue;
          givenWith[other.profile.index] = index;
          give(other, placed);
        }
      }
      for (const list of lists) list.push(placed);
    }
  }
}

function set(lists: Map<string, Placed[]>, key: string): Placed[] {
  const list: Placed[] = [];
  lists.set(key, list);
  return list;
}

function keysOf({ lemma, senses, kind, code }: Profile): readonly string[] {
  const wider = code < 0 ? [] : [`code ${code}`];
  return [`lemma ${lemma}`, ...senses.map((sense) => `sense ${sense}`), `kind ${kind}`, ...wider];
}

function merged(
  group: readonly number[],
  drafts: readonly Draft[],
  reason: (index: number) => string,
): Draft {
  const parts = group.flatMap((index) => drafts[index] ?? []);
  return {
    mentions: parts.flatMap(({ mentions }) => mentions),
    reasons: parts.flatMap(({ reasons }, i) =>
      i === 0 ? reasons : [reason(group[i] as number), ...reasons.slice(1)],
    ),
  };
}

/** Why one is in the group: by the likeliest of its links there. */
function reasonIn(
  group: readonly number[],
  index: number,
  { links, surroundings }: { links: Links; surroundings: Surroundings },
): string {
  let best: Link | undefined;
  for (const other of group) {
    const link = links[Math.min(index, other)]?.get(Math.max(index, other));
    if (link && link.most > (best?.most ?? 0)) best = link;
  }
  return best?.pair ? reasonOf(evidenceOf(...best.pair, surroundings)) : "";
}

const KINSHIP = [
  ["lemma", "the same word"],
  ["sense", "a word of the same meaning"],
] as const;

const SHARED = [
  ["agent", "agent"],
  ["patient", "patient"],
  ["place", "place"],
  ["things", "things"],
] as const;

/** "the same word and agent in reports that are alike". */
function reasonOf(evidence: Evidence | null): string {
  const kin = KINSHIP.find(([key]) => evidence?.[key])?.[1] ?? "the same kind";
  const shared = SHARED.flatMap(([key, name]) => (evidence?.[key] ? [name] : []));
  const where = evidence?.sameReport ? "in one report" : "in reports that are alike";
  return `${[kin, ...shared].join(", ")} ${where}`;
}
