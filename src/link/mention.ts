import { edtfBounds } from "../model/calendar.ts";
import type { Event } from "../model/event.ts";
import type { Analysis } from "../model/layers.ts";
import type { ChronicleTime } from "../model/link.ts";
import { type EntityLinks, placeKey, refKey } from "./entity.ts";

/** An event of one report, with its participants as entities of the chronicle. */
export interface EventMention {
  readonly analysis: Analysis;
  readonly event: Event;
  /** What kind of thing happens: mentions of different kinds are never one event. */
  readonly kind: string;
  readonly time: ChronicleTime;
  readonly agents: ReadonlySet<string>;
  /** The piece of reporting that it stands in. */
  readonly origin: string;
  /** Everybody and everything named in it, the place as well. */
  readonly entities: ReadonlySet<string>;
  readonly place: string | undefined;
  /** Words that tell the place from others: "pacific", "kuril" of "the Pacific Kuril chain". */
  readonly placeWords: ReadonlySet<string>;
  /** Nouns of the participants without a name: "troops". */
  readonly nouns: ReadonlySet<string>;
}

export const NO_TIME: ChronicleTime = { edtf: null, begin: null, end: null, precision: "unknown" };

/** When an EDTF date is, as days: what the words allow, and no less. */
export function chronicleTime(edtf: string | null): ChronicleTime {
  const bounds = edtf === null ? null : edtfBounds(edtf);
  return bounds ? { edtf, ...bounds } : NO_TIME;
}

export function toMention(
  analysis: Analysis,
  event: Event,
  { entities, originOf }: { entities: EntityLinks; originOf: ReadonlyMap<string, string> },
): EventMention {
  const { idOf } = entities;
  const linked = (id: string | undefined) =>
    id === undefined ? undefined : idOf.get(refKey({ article: analysis.article.id, id }));
  const named = event.participants.flatMap((each) => {
    const id = linked(each.entity);
    return id ? [{ role: each.role, id }] : [];
  });
  const place = linked(event.place);
  return {
    analysis,
    event,
    kind: kindOf(event),
    origin: originOf.get(analysis.article.id) ?? analysis.article.id,
    time: chronicleTime(event.time.edtf),
    agents: new Set(named.filter((each) => each.role === "agent").map((each) => each.id)),
    entities: new Set([...named.map((each) => each.id), ...(place ? [place] : [])]),
    place,
    placeWords: new Set(placeKey((place && entities.nameOf.get(place)) ?? "").split(" ")),
    nouns: new Set(event.participants.filter((each) => !each.entity).map((each) => lastWord(each.text))),
  };
}

/** Kind of all visits, arrivals and trips. */
export const JOURNEY = "journey";
/** General kinds whose words mean much the same: "carried" and "brought" passengers. */
const ONE_KIND = new Set([JOURNEY, "transport"]);

/** PLOVER types of what is said: two accusations are not one for being accusations. */
const SAID = new Set(["AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"]);

/** A visit is a visit whatever the verb: words that share a mode of PLOVER are one kind, as are all meetings. */
function kindOf(event: Event): string {
  const { plover, mode, kind } = event.codes;
  if (kind !== undefined && ONE_KIND.has(kind)) return kind;
  if (plover && mode && !SAID.has(plover)) return `${plover}/${mode}`;
  return plover === "CONSULT" ? plover : event.lemma;
}

function lastWord(text: string): string {
  return text.toLowerCase().split(/\s+/u).at(-1) ?? text;
}

/** "Abe's visit": speaks of an event that the reader knows of already, and says nothing new of its status. */
export function isPresupposed({ event }: EventMention): boolean {
  return event.rule.endsWith("/presupposed");
}

/** Whether the mention says that the event was put off: its old time no longer holds. */
export function isPostponed({ event }: EventMention): boolean {
  return event.rule.endsWith("/postponed");
}
