import type { Entity } from "../model/entity.ts";
import type { LinkedEntity } from "../model/link.ts";

/** Where a place lies, as far as it is known. */
export type Position = Pick<LinkedEntity, "lat" | "lon" | "country" | "geonames">;

/** Which place it is: reports that mean the same one have the same. */
function keyOf({ lat, lon, geonames }: Entity): string {
  return geonames === undefined ? `${lat} ${lon}` : String(geonames);
}

/** The position of a linked place: that of most mentions, since reports may take a name for different places. */
export function linkedPosition(group: readonly Entity[]): Position {
  const votes = new Map<string, { readonly entity: Entity; mentions: number }>();
  for (const entity of group) {
    if (entity.lat === undefined) continue;
    const vote = votes.get(keyOf(entity)) ?? { entity, mentions: 0 };
    vote.mentions += entity.mentions.length;
    votes.set(keyOf(entity), vote);
  }
  const [most] = [...votes.values()].sort((a, b) => b.mentions - a.mentions);
  if (!most) return {};
  const { lat, lon, country, geonames } = most.entity;
  return {
    ...(lat === undefined ? {} : { lat }),
    ...(lon === undefined ? {} : { lon }),
    ...(country === undefined ? {} : { country }),
    ...(geonames === undefined ? {} : { geonames }),
  };
}
