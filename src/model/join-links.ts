import { groupBy } from "./group.ts";
import type { EntityJoin, LinkedEntity, LinkedQuantity, LinkedQuotation, Links } from "./link.ts";

/** One person, organisation or place that several parts name. */
function joinEntity(parts: readonly LinkedEntity[]): LinkedEntity {
  const [first] = parts;
  if (!first || parts.length === 1) return first as LinkedEntity;
  const name = parts
    .map((each) => each.name)
    .reduce((best, each) => (each.length > best.length ? each : best));
  const names = new Set(parts.flatMap((each) => [each.name, ...each.names]));
  names.delete(name);
  const roles = [
    ...groupBy(
      parts.flatMap((each) => each.roles),
      roleKey,
    ).values(),
  ].map((same) => ({
    ...(same[0] as LinkedEntity["roles"][number]),
    citations: same.flatMap((each) => each.citations),
  }));
  const described = parts.flatMap((each) => each.described ?? []);
  return {
    ...first,
    name,
    names: [...names].sort(),
    roles: roles.sort((a, b) =>
      (a.asOf ?? "") < (b.asOf ?? "") ? -1 : (a.asOf ?? "") > (b.asOf ?? "") ? 1 : 0,
    ),
    mentions: parts.flatMap((each) => each.mentions),
    joins: joinJoins(parts),
    ...(described.length > 0 ? { described } : {}),
  };
}

/** The reasons of all parts, each once with all its reports. */
function joinJoins(parts: readonly LinkedEntity[]): readonly EntityJoin[] {
  const all = parts.flatMap(({ joins = [] }) => joins);
  const groups = groupBy(all, ({ rule, name, because }) => JSON.stringify([rule, name, because]));
  return Array.from(groups.values(), (same) => ({
    ...(same[0] as EntityJoin),
    articles: same.flatMap(({ articles }) => articles),
  }));
}

function roleKey({ title, asOf }: LinkedEntity["roles"][number]): string {
  return `${title.toLowerCase()} ${asOf}`;
}

/** What several parts have, such as the same words of one speaker, with the citations of all. */
function joinCited<Cited extends LinkedQuotation | LinkedQuantity>(parts: readonly Cited[]): Cited {
  const [first] = parts as readonly [Cited];
  if (parts.length === 1) return first;
  const citations = parts.flatMap((each) => each.citations);
  if (!("mentions" in first)) return { ...first, citations };
  const mentions = parts.flatMap((each) => ("mentions" in each ? each.mentions : []));
  return { ...first, citations, mentions };
}

/** Things of all parts, each once, in the order in which they are met first. */
function joinById<Thing extends { readonly id: string }>(
  things: readonly Thing[],
  join: (same: readonly Thing[]) => Thing,
): readonly Thing[] {
  return Array.from(groupBy(things, ({ id }) => id).values(), join);
}

/** All parts as one: their lists one after the other; what several parts have stands there once. */
export function joinLinks(parts: readonly Links[]): Links {
  return {
    origins: parts.flatMap((part) => part.origins),
    stories: parts.flatMap((part) => part.stories),
    entities: joinById(
      parts.flatMap((part) => part.entities),
      joinEntity,
    ),
    events: parts.flatMap((part) => part.events),
    quotations: joinById(
      parts.flatMap((part) => part.quotations),
      joinCited,
    ),
    quantities: joinById(
      parts.flatMap((part) => part.quantities),
      joinCited,
    ),
  };
}
