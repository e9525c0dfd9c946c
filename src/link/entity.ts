import type { Entity } from "../model/entity.ts";
import type { Analysis } from "../model/layers.ts";
import type { Citation, LinkedEntity, LinkedRole, MentionRef } from "../model/link.ts";
import type { NameType } from "../model/token.ts";
import { cite } from "./citation.ts";
import type { IdMaker } from "./id.ts";
import { linkedPosition } from "./position.ts";

/** Words that say what kind of place it is, not which. */
const GENERIC_PLACE_WORDS = new Set(["the", "island", "islands", "chain", "archipelago", "city", "province"]);

interface Member {
  readonly analysis: Analysis;
  readonly entity: Entity;
}

/** The linked entities, and for each mention ("article:e1") the one it belongs to. */
export interface EntityLinks {
  readonly entities: readonly LinkedEntity[];
  readonly idOf: ReadonlyMap<string, string>;
  readonly nameOf: ReadonlyMap<string, string>;
  /** The titles that reports give it, in lower case. */
  readonly titlesOf: ReadonlyMap<string, readonly string[]>;
}

/** Address of an annotation inside its article. */
export function refKey(ref: MentionRef): string {
  return `${ref.article}:${ref.id}`;
}

/** Joins the entities of all reports by name; a bare surname joins the one person who bears it. */
export function linkEntities(analyses: readonly Analysis[], ids: IdMaker): EntityLinks {
  const groups = new Map<string, Member[]>();
  const members = analyses.flatMap((analysis) => analysis.entities.map((entity) => ({ analysis, entity })));
  const owners = surnameOwners(members);
  const types = typesByName(members);
  for (const member of members) {
    const type = types.get(normalized(member.entity.name)) ?? member.entity.type;
    const key = keyOf(member.entity, type, owners);
    const group = groups.get(key);
    if (group) group.push(member);
    else groups.set(key, [member]);
  }
  const idOf = new Map<string, string>();
  const entities = [...groups].map(([key, group]) => {
    const linked = toLinked(ids.make("P", key), key.slice(0, key.indexOf(" ")) as NameType, group);
    for (const ref of linked.mentions) idOf.set(refKey(ref), linked.id);
    return linked;
  });
  const nameOf = new Map(entities.map(({ id, name }) => [id, name]));
  const titlesOf = new Map(entities.map(({ id, roles }) => [id, distinctTitles(roles)]));
  return { entities, idOf, nameOf, titlesOf };
}

function distinctTitles(roles: readonly LinkedRole[]): readonly string[] {
  return [...new Set(roles.map(({ title }) => title.toLowerCase()))];
}

/** Outlets and parsers differ on what a name is; the most mentions decide, and "other" only where nobody knows. */
function typesByName(members: readonly Member[]): ReadonlyMap<string, NameType> {
  const votes = new Map<string, Map<NameType, number>>();
  for (const { entity } of members) {
    const counts = votes.get(normalized(entity.name)) ?? new Map<NameType, number>();
    const weight = entity.type === "other" ? 0.01 : 1;
    counts.set(entity.type, (counts.get(entity.type) ?? 0) + weight * entity.mentions.length);
    votes.set(normalized(entity.name), counts);
  }
  return new Map(
    [...votes].map(([name, counts]) => [name, [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "other"]),
  );
}

function keyOf(entity: Entity, type: NameType, owners: ReadonlyMap<string, string | null>): string {
  const name = normalized(entity.name);
  if (type === "place") return `place ${placeKey(name)}`;
  if (type === "person" && !name.includes(" ")) return `person ${owners.get(name) ?? name}`;
  return `${type} ${name}`;
}

function normalized(name: string): string {
  return name
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The words of a place's name that tell which it is. */
export function placeKey(name: string): string {
  const telling = normalized(name)
    .split(" ")
    .filter((word) => !GENERIC_PLACE_WORDS.has(word));
  return telling.join(" ") || name;
}

/** Full name for each surname that one person alone bears; null where several do. */
function surnameOwners(members: readonly Member[]): ReadonlyMap<string, string | null> {
  const owners = new Map<string, string | null>();
  for (const { entity } of members) {
    const name = normalized(entity.name);
    const surname = name.split(" ").at(-1) ?? name;
    if (entity.type !== "person" || surname === name) continue;
    const known = owners.get(surname);
    owners.set(surname, known === undefined || known === name ? name : null);
  }
  return owners;
}

function toLinked(id: string, type: NameType, group: readonly Member[]): LinkedEntity {
  const names = new Set<string>();
  for (const { entity } of group) {
    for (const mention of entity.mentions)
      if (mention.kind === "name" && mention.rule !== "demonym") names.add(mention.text);
  }
  const name = group
    .map(({ entity }) => entity.name)
    .reduce((best, each) => (each.length > best.length ? each : best));
  return {
    id,
    type,
    name,
    names: [...names].filter((each) => each !== name).sort(),
    roles: linkedRoles(group),
    mentions: group.map(({ analysis, entity }) => ({ article: analysis.article.id, id: entity.id })),
    ...linkedPosition(group.map(({ entity }) => entity)),
  };
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
