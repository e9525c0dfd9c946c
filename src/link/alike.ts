import { Groups } from "../model/group.ts";
import { type Evidence, evidenceOf } from "./evidence.ts";
import { likelihood } from "./likelihood.ts";
import type { MayBeOne } from "./match.ts";
import { timesAllow } from "./news-time.ts";
import { oddsAllow } from "./odds-bound.ts";
import { eachPairOfKind, type Placed } from "./pairs.ts";
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
  const placed = placedOf(drafts, surroundings);
  const components = componentsOf(placed, surroundings, threshold - ROUNDING);
  const componentOf = Int32Array.from(placed, ({ draft }) => components[draft] as number);
  const mayBecomeOne = (a: number, b: number) => componentOf[a] === componentOf[b];
  eachPairOfKind(placed, mayBecomeOne, (a, b) => {
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

function placedOf(drafts: readonly Draft[], { profiles }: Surroundings): readonly Placed[] {
  return drafts.flatMap(({ mentions }, draft) =>
    mentions.map((mention) => ({ profile: profiles.get(mention) as Profile, draft })),
  );
}

/** By draft, what it hangs together with by pairs of mentions that are as likely one as it takes: nothing else can become one. */
function componentsOf(
  placed: readonly Placed[],
  surroundings: Surroundings,
  least: number,
): readonly number[] {
  const drafts = new Groups(placed.map(({ draft }) => draft));
  const profiles = placed.map(({ profile }) => profile);
  const inTime = timesAllow(profiles.map(({ mention }) => mention));
  const byOdds = oddsAllow(profiles, surroundings, least);
  const mayBeLikely = (a: number, b: number) => inTime(a, b) && byOdds(a, b);
  eachPairOfKind(placed, mayBeLikely, (a, b) => {
    if (drafts.areOne(a.draft, b.draft)) return;
    if ((likelihood(a.profile, b.profile, surroundings) ?? 0) >= least) drafts.join(a.draft, b.draft);
  });
  const components: number[] = [];
  for (const [component, group] of drafts.all().entries())
    for (const draft of group) components[draft] = component;
  return components;
}

function* edgesOf(links: Links): Iterable<Edge> {
  for (const [a, others] of links.entries()) for (const [b, link] of others) yield [a, b, link];
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
