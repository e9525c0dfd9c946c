import type { Article } from "../../model/article.ts";
import { choosePlaces } from "./choose.ts";
import type { Place } from "./gazetteer.ts";
import { homeCountry } from "./home.ts";
import { type Named, surfacesOf } from "./surface.ts";
import type { PlaceTables } from "./tables.ts";

/** The place of the gazetteer that each entity of type place is, where the article tells. */
export function findPlaces<Of extends Named>(
  entities: readonly Of[],
  article: Article,
  tables: PlaceTables,
): ReadonlyMap<Of, Place> {
  return choosePlaces(surfacesOf(entities, article, tables), homeCountry(article));
}
