import type { Citation, EntityJoin, EntityRule, LinkedEntity, LinkedRole } from "../../model/link.ts";
import { cite } from "../citation.ts";
import { linkedPosition } from "../position.ts";
import { type Cluster, type Joined, type Member, reportsOf } from "./bearer.ts";

/** One entity as the whole chronicle has it. */
export function toLinked(id: string, { type, joined }: Cluster): LinkedEntity {
  const group = inOrder(joined.flatMap(({ members }) => members));
  const names = new Set<string>();
  for (const { entity } of group) {
    for (const mention of entity.mentions)
      if (mention.kind === "name" && mention.rule !== "demonym") names.add(mention.text);
  }
  const name = nameOf(joined);
  return {
    id,
    type,
    name,
    names: [...names].filter((each) => each !== name).sort(),
    roles: linkedRoles(group),
    mentions: group.map(({ analysis, entity }) => ({ article: analysis.article.id, id: entity.id })),
    joins: joined.map(toJoin),
    ...linkedPosition(group.map(({ entity }) => entity)),
  };
}

/** Rules by which a short name joins a full one. */
const SHORT: ReadonlySet<EntityRule> = new Set([
  "surname",
  "surname-spelling",
  "family-name-first",
  "acronym",
]);

/** The full name that most reports have, the longest of those as common; a shortened one only where there is no other. */
function nameOf(joined: readonly Joined[]): string {
  const full = joined.filter(({ rule, bearer }) => !SHORT.has(rule) && !isShortened(bearer.shown));
  const among = (full.length > 0 ? full : joined).map(({ bearer, members }) => ({
    name: bearer.shown,
    reports: members.length,
  }));
  among.sort((a, b) => b.reports - a.reports || b.name.length - a.name.length || (a.name < b.name ? -1 : 1));
  return among[0]?.name ?? "";
}

/** "US", "Calif." */
function isShortened(name: string): boolean {
  return /\.$/u.test(name) || /^\p{Lu}{1,4}$/u.test(name);
}

function toJoin({ bearer, members, rule, because }: Joined): EntityJoin {
  return { rule, name: bearer.shown, because, articles: [...reportsOf(members)] };
}

/** By the place that they have among all entities of the part. */
function inOrder(members: readonly Member[]): readonly Member[] {
  return [...members].sort((a, b) => a.place - b.place);
}

/** Each title with the day of the report that gives it: offices change, so they are never merged over time. */
function linkedRoles(group: readonly Member[]): readonly LinkedRole[] {
  const roles = new Map<string, { title: string; asOf: string | null; citations: Citation[] }>();
  for (const { analysis, entity } of group) {
    const asOf = analysis.article.published.value;
    for (const role of entity.roles) {
      const key = `${role.text.toLowerCase()} ${asOf}`;
      const known = roles.get(key) ?? {
        title: role.text,
        ...(role.when ? { when: role.when } : {}),
        asOf,
        citations: [],
      };
      known.citations.push(cite(analysis.article, role));
      roles.set(key, known);
    }
  }
  return [...roles.values()].sort((a, b) => (a.asOf ?? "").localeCompare(b.asOf ?? "", "en"));
}
