import { groupBy } from "../model/group.ts";
import type { Analysis } from "../model/layers.ts";
import type { LinkedEntity, LinkedRole, MentionRef } from "../model/link.ts";
import type { NameType } from "../model/token.ts";
import { type Bearer, type Cluster, clusterOf, type Member } from "./entity/bearer.ts";
import { joinBodies } from "./entity/body.ts";
import { joinDescribed } from "./entity/described.ts";
import { type PlainName, plainName } from "./entity/name.ts";
import { joinBareNames, joinFullNames } from "./entity/person.ts";
import { joinPlaces, placeKey } from "./entity/place.ts";
import { Surnames } from "./entity/surname.ts";
import { type NameTables, NO_TABLES } from "./entity/tables.ts";
import { toLinked } from "./entity/view.ts";
import type { IdMaker } from "./id.ts";

export { placeKey };

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

/**
 * Joins the entities of all reports of a part: the same name, then what is the same name by the rules for persons,
 * bodies and places; a bare surname joins the one person who bears it.
 */
export function linkEntities(
  analyses: readonly Analysis[],
  ids: IdMaker,
  tables: NameTables = NO_TABLES,
): EntityLinks {
  const bearers = bearersOf(analyses, tables);
  const ofType = (type: NameType) => bearers.filter((each) => each.type === type);
  const clusters = [
    ...joinPersons(ofType("person"), tables),
    ...joinBodies(ofType("organization"), tables),
    ...joinPlaces(ofType("place")),
    ...ofType("other").map(clusterOf),
  ];
  const idOf = new Map<string, string>();
  const entities = clusters.sort(byFirstMention).map((cluster) => {
    const linked = toLinked(ids.make("P", keyOf(cluster)), cluster);
    for (const ref of linked.mentions) idOf.set(refKey(ref), linked.id);
    return linked;
  });
  const nameOf = new Map(entities.map(({ id, name }) => [id, name]));
  const titlesOf = new Map(entities.map(({ id, roles }) => [id, distinctTitles(roles)]));
  return { entities, idOf, nameOf, titlesOf };
}

/** The reports in which those who are only described by an office are who holds it, and the entities with that. */
export function linkDescribed(
  analyses: readonly Analysis[],
  links: EntityLinks,
  tables: NameTables,
): { readonly analyses: readonly Analysis[]; readonly entities: EntityLinks } {
  const described = joinDescribed(analyses, links.entities, tables);
  const idOf = new Map([...links.idOf, ...described.added]);
  return { analyses: described.analyses, entities: { ...links, entities: described.entities, idOf } };
}

function distinctTitles(roles: readonly LinkedRole[]): readonly string[] {
  return [...new Set(roles.map(({ title }) => title.toLowerCase()))];
}

/** Entities by name and type; sorted, so that what is joined does not depend on the order of the reports. */
function bearersOf(analyses: readonly Analysis[], tables: NameTables): readonly Bearer[] {
  const members = analyses
    .flatMap((analysis) => analysis.entities.map((entity) => ({ analysis, entity })))
    .map((each, place): Member => ({ ...each, place }));
  const written = new Set(members.map(({ entity }) => entity.name));
  const names = new Map(Array.from(written, (name) => [name, plainName(name, tables)]));
  const nameOf = ({ entity }: Member) => names.get(entity.name) as PlainName;
  const types = typesByName(members, nameOf);
  const groups = groupBy(members, (member) => {
    const { text } = nameOf(member);
    const type = types.get(text) ?? member.entity.type;
    return `${type} ${type === "place" ? placeKey(member.entity.name) : text}`;
  });
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, group]) => ({
      key,
      type: key.slice(0, key.indexOf(" ")) as NameType,
      shown: commonest(group.map(({ entity }) => entity.name)),
      name: nameOf(group[0] as Member),
      members: group,
    }));
}

/** Not in capitals, if there is one; of those that are as common, the first of the alphabet. */
function commonest(names: readonly string[]): string {
  const mixed = names.filter((name) => name !== name.toUpperCase());
  const groups = groupBy(mixed.length > 0 ? mixed : names, (name) => name);
  const counts = [...groups].map(([name, same]) => ({ name, count: same.length }));
  return counts.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))[0]?.name ?? "";
}

/** Outlets and parsers differ on what a name is; the most mentions decide, and "other" only where nobody knows. */
function typesByName(
  members: readonly Member[],
  nameOf: (member: Member) => PlainName,
): ReadonlyMap<string, NameType> {
  const votes = new Map<string, Map<NameType, number>>();
  for (const member of members) {
    const { type, mentions } = member.entity;
    const { text } = nameOf(member);
    const counts = votes.get(text) ?? new Map<NameType, number>();
    counts.set(type, (counts.get(type) ?? 0) + (type === "other" ? 0.01 : 1) * mentions.length);
    votes.set(text, counts);
  }
  return new Map(
    [...votes].map(([name, counts]) => [name, [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "other"]),
  );
}

/** Full names first, which are one by themselves; then those who are called by their surname alone. */
function joinPersons(persons: readonly Bearer[], tables: NameTables): readonly Cluster[] {
  const clusters = joinFullNames(
    persons.filter(({ name }) => name.words.length > 1),
    tables,
  );
  const surnames = new Surnames(clusters, tables);
  const unknown = persons
    .filter(({ name }) => name.words.length === 1)
    .flatMap((bearer): Bearer[] => {
      const members = surnames.assign(bearer);
      return members.length > 0 ? [{ ...bearer, members }] : [];
    });
  return [...clusters, ...joinBareNames(unknown)];
}

/** The shortest full name, so that an entity keeps its id where a longer form of its name turns up. */
function keyOf({ type, joined }: Cluster): string {
  const full = joined.filter(({ bearer }) => type !== "person" || bearer.name.words.length > 1);
  const keys = (full.length > 0 ? full : joined).map(({ bearer }) => bearer);
  const [first] = keys.sort((a, b) => a.name.words.length - b.name.words.length || (a.key < b.key ? -1 : 1));
  return first?.key ?? "";
}

function byFirstMention(a: Cluster, b: Cluster): number {
  return firstPlace(a) - firstPlace(b);
}

function firstPlace({ joined }: Cluster): number {
  return joined.reduce((least, { members }) => Math.min(least, members[0]?.place ?? least), Infinity);
}
