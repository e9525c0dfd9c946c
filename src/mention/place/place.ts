import type { Entity, Mention } from "../../model/entity.ts";
import type { Reading } from "../../model/layers.ts";
import { findPlaces } from "./find.ts";
import type { Place } from "./gazetteer.ts";
import { placeKey } from "./key.ts";
import { type FoundPlace, scanPlaces } from "./scan.ts";
import { ownNames } from "./surface.ts";
import type { PlaceTables } from "./tables.ts";

type Needs = Reading<"tokens" | "entities">;

/**
 * Gives the places of an article their points, and adds the words for places that are no names of participants: the
 * adjective of a country ("Russian"), the town in the name of its police. Entities keep their ids; new ones come last.
 */
export function locatePlaces(reading: Needs, tables: PlaceTables): readonly Entity[] {
  const entities = withMentions(reading.entities, scanPlaces(reading, tables));
  const chosen = findPlaces(entities, reading.article, tables);
  return entities.map((entity) => {
    const place = chosen.get(entity);
    if (!place) return entity;
    return {
      ...entity,
      ...located(place),
      ...(isWholeName(entity, place, tables) ? {} : { partOfName: true }),
    };
  });
}

/** Whether the gazetteer has the place by a name of the entity, and not only by words of one. */
function isWholeName(entity: Entity, place: Place, { gazetteer, abbreviations }: PlaceTables): boolean {
  const names = new Set([entity.name, ...ownNames(entity).map(({ text }) => text)]);
  return [...names].some(
    (name) =>
      abbreviations.get(name)?.place === place || gazetteer.lookup(name).some((each) => isSame(each, place)),
  );
}

function isSame(a: Place, b: Place): boolean {
  return a.geonames === b.geonames && a.lat === b.lat && a.lon === b.lon;
}

function located({
  lat,
  lon,
  country,
  geonames,
}: Place): Pick<Entity, "lat" | "lon" | "country" | "geonames"> {
  return { lat, lon, ...(country === "" ? {} : { country }), ...(geonames === 0 ? {} : { geonames }) };
}

/** Adds found words to the entity of that name, or makes one. */
function withMentions(given: readonly Entity[], scanned: readonly FoundPlace[]): readonly Entity[] {
  const { entities: all, found } = withPlaces(given, scanned);
  const byKey = new Map<string, number>();
  all.forEach((entity, index) => {
    if (entity.type !== "place") return;
    for (const key of [entity.name, ...ownNames(entity).map(({ text }) => text)].map(placeKey))
      if (key !== "" && !byKey.has(key)) byKey.set(key, index);
  });
  const added = new Map<number, Mention[]>();
  for (const { name, mention } of found) {
    const key = placeKey(name);
    const at = byKey.get(key) ?? all.length;
    byKey.set(key, at);
    all[at] ??= { id: `e${at + 1}`, type: "place", name, roles: [], mentions: [] };
    const mentions = added.get(at) ?? [];
    added.set(at, mentions);
    mentions.push(mention);
  }
  return all.map((entity, at) => {
    const more = added.get(at);
    return more ? { ...entity, mentions: inOrder([...entity.mentions, ...more]) } : entity;
  });
}

/** An entity with no other mentions than words for a place is that place; its id stays. */
function withPlaces(
  given: readonly Entity[],
  found: readonly FoundPlace[],
): { entities: Entity[]; found: readonly FoundPlace[] } {
  const scanned = new Map(found.map((each) => [spanKey(each.mention), each]));
  const taken = new Set<FoundPlace>();
  const entities = given.map((entity): Entity => {
    const same = entity.mentions.map((mention) => scanned.get(spanKey(mention)));
    const [first] = same;
    if (!first || same.includes(undefined) || entity.type === "place") return entity;
    for (const each of same) if (each) taken.add(each);
    const mentions = same.flatMap((each) => each?.mention ?? []);
    return { ...entity, type: "place", name: first.name, roles: [], mentions };
  });
  return { entities, found: found.filter((each) => !taken.has(each)) };
}

function spanKey({ start, end }: Mention): string {
  return `${start}-${end}`;
}

function inOrder(mentions: readonly Mention[]): readonly Mention[] {
  return [...mentions].sort((a, b) => a.start - b.start || a.end - b.end);
}
