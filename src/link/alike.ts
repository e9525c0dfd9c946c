import { type Evidence, evidenceOf, likelihood, type Surroundings } from "./evidence.ts";
import type { EventMention } from "./mention.ts";
import type { Draft } from "./postponed.ts";
import { type Edge, sparseLinkage } from "./sparse-linkage.ts";

/**
 * How likely it must be, on the mean of their mentions, that two events are one. Below it, on two thirds of the topics of
 * ECB+ that are not for validation, more is joined wrongly than is found.
 */
const LIKELY = 0.33;
/** What is less likely counts as nothing. */
const LEAST = 0.1;
/** With so many mentions of its kind before it, in order of time, a mention is compared: it bounds what one costs. */
const COMPARED = 256;

/** The strongest of what links two events. */
interface Link {
  readonly likelihood: number;
  readonly reason: string;
}

/**
 * Joins events that are told alike in reports that are alike: by the same word or one of the same meaning, on the mean of
 * all their mentions, so that no chain of vague ones joins two. Mentions stand in order of time.
 */
export function joinAlike(drafts: readonly Draft[], surroundings: Surroundings): readonly Draft[] {
  const edges = new Map<number, Edge>();
  const links = new Map<number, Link>();
  for (const [a, b] of pairsOfKind(drafts)) {
    const likely = likelihood(a.mention, b.mention, surroundings);
    if (likely !== null && likely >= 0 && likely < LEAST) continue;
    const key = a.draft * drafts.length + b.draft;
    const known = edges.get(key)?.[2] ?? { sum: 0, silent: 0 };
    const likeness = { sum: known.sum + (likely ?? 0), silent: known.silent + (likely === null ? 1 : 0) };
    edges.set(key, [a.draft, b.draft, likeness]);
    if (likely !== null && likely > (links.get(key)?.likelihood ?? 0)) {
      const reason = reasonOf(evidenceOf(a.mention, b.mention, surroundings));
      links.set(key, { likelihood: likely, reason });
    }
  }
  const sizes = drafts.map(({ mentions }) => mentions.length);
  return sparseLinkage(sizes, edges.values(), LIKELY).map((group) => merged(group, drafts, links));
}

interface Placed {
  readonly mention: EventMention;
  /** Index of its draft. */
  readonly draft: number;
}

/** Mentions of different events that may tell one kind of thing, each two once; the earlier draft first. */
function* pairsOfKind(drafts: readonly Draft[]): Iterable<readonly [Placed, Placed]> {
  const byKey = new Map<string, Placed[]>();
  for (const [draft, { mentions }] of drafts.entries()) {
    for (const mention of mentions) {
      const placed = { mention, draft };
      const lists = keysOf(mention).map((key) => byKey.get(key) ?? set(byKey, key));
      const before = new Set(lists.flatMap((list) => list.slice(-COMPARED)));
      for (const other of before) if (other.draft !== draft) yield [other, placed];
      for (const list of lists) list.push(placed);
    }
  }
}

function set(lists: Map<string, Placed[]>, key: string): Placed[] {
  const list: Placed[] = [];
  lists.set(key, list);
  return list;
}

function keysOf({ event, kind, code }: EventMention): readonly string[] {
  const senses = (event.senses ?? []).map((sense) => `sense ${sense}`);
  return [
    ...new Set([
      `lemma ${event.lemma}`,
      ...senses,
      `kind ${kind}`,
      ...(code === null ? [] : [`code ${code}`]),
    ]),
  ];
}

function merged(group: readonly number[], drafts: readonly Draft[], links: ReadonlyMap<number, Link>): Draft {
  const parts = group.flatMap((index) => drafts[index] ?? []);
  const reasons = group.map((index) => bestLink(index, group, { drafts, links })?.reason ?? "");
  return {
    mentions: parts.flatMap(({ mentions }) => mentions),
    reasons: parts.flatMap((part, i) =>
      i === 0 ? part.reasons : [reasons[i] ?? "", ...part.reasons.slice(1)],
    ),
  };
}

function bestLink(
  index: number,
  group: readonly number[],
  { drafts, links }: { drafts: readonly Draft[]; links: ReadonlyMap<number, Link> },
): Link | undefined {
  const own = group.flatMap(
    (other) => links.get(Math.min(index, other) * drafts.length + Math.max(index, other)) ?? [],
  );
  return own.reduce<Link | undefined>(
    (best, each) => (best && best.likelihood >= each.likelihood ? best : each),
    undefined,
  );
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
