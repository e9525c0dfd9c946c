import type { Article } from "../../model/article.ts";
import type { Entity, Mention } from "../../model/entity.ts";
import { knownName } from "./candidates.ts";
import type { Surface } from "./choose.ts";
import type { Place } from "./gazetteer.ts";
import { placeKey } from "./key.ts";
import type { PlaceTables } from "./tables.ts";
import { hasTownAfter, inListOfCounties, liesIn, writtenWithin } from "./written.ts";

/** An entity, or one whose mentions are still being gathered. */
export type Named = Pick<Entity, "type" | "name" | "mentions">;

/** Mentions by a name of its own: not by its capital, nor by what its people are called. */
export function ownNames({ mentions }: Named): readonly Mention[] {
  return mentions.filter(
    ({ kind, rule }) => kind === "name" && rule !== "capital-for-government" && rule !== "demonym",
  );
}

/** The names of places that the gazetteer knows, each once, with what the report writes about it. */
export function surfacesOf<Of extends Named>(
  entities: readonly Of[],
  article: Article,
  tables: PlaceTables,
): readonly Surface<Of>[] {
  const places = entities.filter(({ type }) => type === "place");
  const known = new Set(places.map(({ name }) => placeKey(name)));
  const surfaces = new Map<string, Surface<Of>>();
  for (const entity of places) {
    const surface = surfaceOf(entity, article, { tables, known });
    if (!surface) continue;
    const same = surfaces.get(surface.key);
    surfaces.set(surface.key, same ? joined(same, surface) : surface);
  }
  return [...surfaces.values()];
}

function joined<Of>(a: Surface<Of>, b: Surface<Of>): Surface<Of> {
  return {
    ...a,
    of: [...a.of, ...b.of],
    written: new Set([...a.written, ...b.written]),
    candidates: [...new Set([...a.candidates, ...b.candidates])],
    town: a.town || b.town,
  };
}

function surfaceOf<Of extends Named>(
  entity: Of,
  { text, outlet, url }: Article,
  { tables, known }: { tables: PlaceTables; known: ReadonlySet<string> },
): Surface<Of> | undefined {
  const names = ownNames(entity);
  const found = knownName(entity, names, { text, known, tables });
  const within = names.map((mention) => writtenIn(text, mention, { tables, places: found?.places ?? [] }));
  const shortened = names.flatMap((mention) => tables.abbreviations.get(mention.text)?.place ?? []);
  const written = new Set([...shortened, ...within.flatMap((each) => each ?? [])]);
  // "Newtown, Texas", and the gazetteer knows none in Texas: it is not one of the others.
  const excluded = written.size === 0 && within.some((each) => each !== undefined);
  const candidates = excluded ? [] : [...new Set([...(found?.places ?? []), ...written])];
  if (candidates.length === 0) return undefined;
  const key = placeKey(found?.name ?? entity.name);
  const letters = key.replace(/ /gu, "");
  const paper = `${outlet ?? ""} ${url ?? ""}`.toLowerCase().replace(/[^a-z0-9]+/gu, "");
  const town = names.some((mention) => {
    const end = mention.text.startsWith(found?.name ?? "")
      ? mention.start + (found?.name ?? "").length
      : mention.end;
    return hasTownAfter(text, { start: mention.start, end }, tables);
  });
  return {
    key,
    of: [entity],
    candidates,
    written,
    namesake: letters.length > 3 && paper.includes(letters),
    town,
  };
}

/**
 * Which of the places the report picks after a mention ("Paris, Texas", "Clark and Butler counties"), none where it names
 * one that the gazetteer does not know; nothing where it says nothing.
 */
function writtenIn(
  text: string,
  mention: Mention,
  { tables, places }: { tables: PlaceTables; places: readonly Place[] },
): readonly Place[] | undefined {
  const wide = places.some(
    ({ kind, country }) => kind === "country" || (kind === "state" && country === "US"),
  );
  if (!wide && inListOfCounties(text, mention)) {
    const counties = tables.gazetteer.lookup(`${mention.text} County`);
    if (counties.length > 0) return counties;
  }
  const within = writtenWithin(text, mention, tables);
  if (!within) return undefined;
  const inside = places.filter((place) => within.places.some((wider) => liesIn(place, wider)));
  // "from Texas, Ohio and Maine" is a list: what is wide itself need not lie in what follows.
  return inside.length === 0 && (wide || !within.sure) ? undefined : inside;
}
