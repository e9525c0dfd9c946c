import type { LinkedEntity, LinkedEvent, LinkedRole, Links } from "../model/link.ts";
import type { Companion, HeldRole, PartIn, Profile } from "../model/profile.ts";
import { findNamed } from "./named.ts";
import { byDaySaid } from "./quotes.ts";

/** What profiles are made from; `publishedOf` gives the publication day of a report by its id. */
export interface ProfileSource {
  readonly links: Links;
  readonly publishedOf: ReadonlyMap<string, string | null>;
}

function extremes(days: readonly (string | null)[]): { first: string | null; last: string | null } {
  const known = days.filter((day) => day !== null).sort();
  return { first: known[0] ?? null, last: known.at(-1) ?? null };
}

/** Each title once, however often it is given: "president" in March and in May is one. */
function heldRoles(roles: readonly LinkedRole[]): readonly HeldRole[] {
  const titles = new Map<string, LinkedRole[]>();
  for (const role of roles) {
    const key = role.title.toLowerCase();
    titles.set(key, [...(titles.get(key) ?? []), role]);
  }
  const held = [...titles.values()].map((same): HeldRole => {
    const citations = same.flatMap((role) => role.citations);
    const { title = "", when } = same[0] ?? {};
    return { title, ...(when ? { when } : {}), ...extremes(same.map(({ asOf }) => asOf)), citations };
  });
  return held.sort((a, b) => ((a.first ?? "~") < (b.first ?? "~") ? -1 : 1));
}

/** What it is in the event; a place that also acts ("Tokyo demanded …") takes part first. */
function partIn(event: LinkedEvent, entity: string): PartIn | null {
  const role = event.participants.find((each) => each.entity === entity)?.role;
  if (role) return { role, event };
  return event.place === entity ? { role: "place", event } : null;
}

function byTime(a: PartIn, b: PartIn): number {
  const begin = ({ event }: PartIn): string => event.time.begin ?? "~";
  return begin(a) < begin(b) ? -1 : begin(a) > begin(b) ? 1 : 0;
}

function companions(
  parts: readonly PartIn[],
  self: string,
  entities: readonly LinkedEntity[],
): readonly Companion[] {
  const shared = new Map<string, string[]>();
  for (const { event } of parts) {
    const others = new Set(event.participants.map(({ entity }) => entity).filter((id) => id !== self));
    for (const other of others) shared.set(other, [...(shared.get(other) ?? []), event.id]);
  }
  return entities
    .flatMap(({ id, name, type }): Companion[] => {
      const events = shared.get(id);
      return events ? [{ id, name, type, events }] : [];
    })
    .sort((a, b) => b.events.length - a.events.length || (a.name < b.name ? -1 : 1));
}

/** All that the chronicle holds on one entity. */
export function profileOf(entity: LinkedEntity, { links, publishedOf }: ProfileSource): Profile {
  const reports = new Set(entity.mentions.map(({ article }) => article));
  const events = links.events.flatMap((event) => partIn(event, entity.id) ?? []).sort(byTime);
  return {
    entity,
    reports: reports.size,
    ...extremes([...reports].map((id) => publishedOf.get(id) ?? null)),
    roles: heldRoles(entity.roles),
    said: byDaySaid(links.quotations.filter(({ speaker }) => speaker === entity.id)),
    events,
    with: companions(events, entity.id, links.entities),
  };
}

/** The profile of everybody who is meant by the id or the words of a name, likeliest first. */
export function findProfiles(name: string, source: ProfileSource): readonly Profile[] {
  return findNamed(source.links.entities, name).map((entity) => profileOf(entity, source));
}
