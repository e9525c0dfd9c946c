import type { ParticipantRole } from "../../model/event.ts";
import type { LinkedEntity, LinkedEvent, StoryActors } from "../../model/link.ts";

/** Who does something counts more than to whom it is done, and both more than who is named beside. */
const ROLES: Readonly<Partial<Record<ParticipantRole, number>>> = { agent: 1, patient: 0.7, recipient: 0.7 };
const BESIDE = 0.5;
/** So many of each kind are named at most. */
const MOST = { person: 5, organization: 3, place: 3 } as const;
/** Who weighs less than so much of the weightiest of the kind is not one of the main ones. */
const SHARE_OF_FIRST = 0.2;
/** From so many independent reports on, who is main is named by two of them. */
const SEVERAL = 3;

type Told = Pick<LinkedEvent, "participants" | "place" | "salience" | "citations">;

interface ActorContext {
  readonly entities: readonly Pick<LinkedEntity, "id" | "type">[];
  /** Origin of each article. */
  readonly originOf: ReadonlyMap<string, string>;
}

/**
 * Who acts, or is acted on, most in the events of a story: persons, organisations and places apart, the weightiest first.
 * Each independent report has a say, and less with each further event that it tells of the same one.
 */
export function mainActors(events: readonly Told[], { entities, originOf }: ActorContext): StoryActors {
  const told = new Map<string, Map<string, number>>();
  const all = new Set<string>();
  for (const event of events) {
    const origins = new Set(event.citations.map(({ article }) => originOf.get(article) ?? article));
    for (const origin of origins) {
      all.add(origin);
      for (const [id, weight] of rolesIn(event)) {
        const by = told.get(id) ?? new Map<string, number>();
        told.set(id, by.set(origin, (by.get(origin) ?? 0) + weight * event.salience));
      }
    }
  }
  const fewest = all.size >= SEVERAL ? 2 : 1;
  const weights = new Map(
    [...told]
      .filter(([, by]) => by.size >= fewest)
      .map(([id, by]) => [id, [...by.values()].reduce((sum, each) => sum + Math.sqrt(each), 0)] as const),
  );
  const ofType = (type: keyof typeof MOST): readonly string[] =>
    heaviest(
      entities.flatMap((each) => (each.type === type ? [[each.id, weights.get(each.id) ?? 0] as const] : [])),
      MOST[type],
    );
  return { persons: ofType("person"), organizations: ofType("organization"), places: ofType("place") };
}

/** Each entity of an event once, by the weightiest of its roles. */
function rolesIn({ participants, place }: Told): ReadonlyMap<string, number> {
  const weights = new Map<string, number>(place === undefined ? [] : [[place, BESIDE]]);
  for (const { role, entity } of participants)
    weights.set(entity, Math.max(weights.get(entity) ?? 0, ROLES[role] ?? BESIDE));
  return weights;
}

function heaviest(weighed: readonly (readonly [string, number])[], most: number): readonly string[] {
  const sorted = weighed
    .filter(([, weight]) => weight > 0)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const least = SHARE_OF_FIRST * (sorted[0]?.[1] ?? 0);
  return sorted
    .filter(([, weight]) => weight >= least)
    .slice(0, most)
    .map(([id]) => id);
}
