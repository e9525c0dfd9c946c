import { dayNumber, edtfBounds } from "../model/calendar.ts";
import type { Event } from "../model/event.ts";
import type { Analysis } from "../model/layers.ts";
import type { ChronicleTime } from "../model/link.ts";
import type { Terms } from "../model/near.ts";
import { overlaps, type Span } from "../model/span.ts";
import type { NameType, Token } from "../model/token.ts";
import { type EntityLinks, placeKey, refKey } from "./entity.ts";
import { generality } from "./generality.ts";
import { onceOnly } from "./once.ts";
import { rarity } from "./rarity.ts";
import { sentenceOf } from "./sentence.ts";
import type { Ranks, WordTables } from "./tables.ts";
import { isTelling, toTerms } from "./terms.ts";

/** An event of one report, with its participants as entities of the chronicle. */
export interface EventMention {
  readonly analysis: Analysis;
  readonly event: Event;
  /** The day of its report, counted from 1970; null where it is not known. */
  readonly published: number | null;
  /** The first and the last day that it may be on, counted from 1970; null where its time is not known. */
  readonly days: { readonly begin: number; readonly end: number } | null;
  /** The words that state it, without capitals and marks. */
  readonly wording: string;
  /** What kind of thing happens: mentions of different kinds are never one event. */
  readonly kind: string;
  /** A wider kind, by its codes: "killed" and "shot dead"; null where it has none. */
  readonly code: string | null;
  readonly time: ChronicleTime;
  readonly agents: ReadonlySet<string>;
  /** What the agents are: two persons, but not a person and a country, are two agents. */
  readonly agentTypes: ReadonlySet<NameType>;
  /** The words of their names. */
  readonly agentWords: ReadonlySet<string>;
  /** What the agents without a name are called, and the titles that any report gives those with one: each as its words. */
  readonly callings: readonly (readonly string[])[];
  readonly titles: readonly (readonly string[])[];
  /** Told by a noun in the plural: "sailings". */
  readonly isSeveral: boolean;
  /** Persons to whom it is done. */
  readonly patients: ReadonlySet<string>;
  /** The words of their names. */
  readonly patientWords: ReadonlySet<string>;
  /** What happens only once, and to whom: one dies once. Null of anything else. */
  readonly once: string | null;
  /** How little its word says of what happens, from 0 to 1. */
  readonly general: number;
  /** Whether its figures go on being counted after it has happened: the dead are found. */
  readonly isCountedOn: boolean;
  /** The piece of reporting that it stands in. */
  readonly origin: string;
  /** Everybody and everything named in it, the place as well. */
  readonly entities: ReadonlySet<string>;
  readonly place: string | undefined;
  /** Words that tell the place from others: "pacific", "kuril" of "the Pacific Kuril chain". */
  readonly placeWords: ReadonlySet<string>;
  /** What its report is about. */
  readonly report: Terms;
  /** Nouns and names of its sentence, without its own. */
  readonly words: Terms;
  /** The same of the words that state it. */
  readonly told: Terms;
  /** Where its sentence begins. */
  readonly sentence: number;
  /** Nouns of the participants without a name: "troops". */
  readonly nouns: ReadonlySet<string>;
}

export const NO_TIME: ChronicleTime = { edtf: null, begin: null, end: null, precision: "unknown" };

/** When an EDTF date is, as days: what the words allow, and no less. */
export function chronicleTime(edtf: string | null): ChronicleTime {
  const bounds = edtf === null ? null : edtfBounds(edtf);
  return bounds ? { edtf, ...bounds } : NO_TIME;
}

/** What a mention is compared by beside its own report. */
export interface MentionContext {
  readonly entities: EntityLinks;
  /** Origin of each article. */
  readonly originOf: ReadonlyMap<string, string>;
  /** What each report is about. */
  readonly terms: ReadonlyMap<string, Terms>;
  readonly words: WordTables;
}

const NOTHING: Terms = toTerms([]);

/** Nouns and names of a passage that tells the event, but for its own word. */
function wordsIn({ tokens }: Analysis, { trigger }: Event, passage: Span, nouns: Ranks): Terms {
  const words: string[] = [];
  for (let i = firstFrom(tokens, passage.start); i < tokens.length; i += 1) {
    const token = tokens[i] as Token;
    if (token.end > passage.end) break;
    if (isTelling(token) && !overlaps(token, trigger)) words.push(token.lemma.toLowerCase());
  }
  return toTerms(words.map((word) => ({ word, weight: rarity(word, nouns) })));
}

/** Index of the first that begins at the place or after it. */
function firstFrom(spans: readonly Span[], place: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).start < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isPluralNoun({ tokens }: Analysis, { trigger }: Event): boolean {
  const token = tokens[firstFrom(tokens, trigger.start)];
  return token?.start === trigger.start && token.xpos === "NNS";
}

function publicationDay({ article }: Analysis): number | null {
  const begin = article.published.value === null ? null : edtfBounds(article.published.value)?.begin;
  return begin ? dayNumber(begin) : null;
}

function daysOf({ begin, end }: ChronicleTime): EventMention["days"] {
  return begin === null ? null : { begin: dayNumber(begin), end: dayNumber(end ?? begin) };
}

export function toMention(
  analysis: Analysis,
  event: Event,
  { entities, originOf, terms, words }: MentionContext,
): EventMention {
  const report = terms.get(analysis.article.id) ?? NOTHING;
  const { idOf } = entities;
  const linked = (id: string | undefined) =>
    id === undefined ? undefined : idOf.get(refKey({ article: analysis.article.id, id }));
  const named = event.participants.flatMap((each) => {
    const id = linked(each.entity);
    const type = analysis.entities.find((entity) => entity.id === each.entity)?.type ?? "other";
    return id ? [{ role: each.role, id, type }] : [];
  });
  const agents = named.filter((each) => each.role === "agent");
  const patients = named.filter((each) => each.role === "patient" && each.type === "person");
  const wordsOf = (parties: typeof named) =>
    new Set(parties.flatMap((each) => nameWords(entities.nameOf.get(each.id) ?? "")));
  const place = linked(event.place);
  const time = chronicleTime(event.time.edtf);
  const sentence = analysis.sentences[sentenceOf(analysis.sentences, event.trigger)] ?? event.trigger;
  const acting = event.participants.filter((each) => each.role === "agent");
  return {
    analysis,
    event,
    published: publicationDay(analysis),
    days: daysOf(time),
    wording: (event.clause.text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" "),
    kind: kindOf(event),
    code: codeOf(event),
    once: event.status === "denied" ? null : onceOnly(event.lemma, named, words),
    general: generality(bareVerb(event.lemma), words.verbs),
    isCountedOn: words.countedOn.has(event.lemma),
    origin: originOf.get(analysis.article.id) ?? analysis.article.id,
    time,
    agents: new Set(agents.map((each) => each.id)),
    agentTypes: new Set(agents.map((each) => each.type)),
    agentWords: wordsOf(agents),
    callings: acting.filter((each) => !each.entity).map((each) => nameWords(each.text)),
    titles: agents.flatMap(({ id }) => (entities.titlesOf.get(id) ?? []).map(nameWords)),
    isSeveral: isPluralNoun(analysis, event),
    patients: new Set(patients.map((each) => each.id)),
    patientWords: wordsOf(patients),
    entities: new Set([...named.map((each) => each.id), ...(place ? [place] : [])]),
    place,
    report,
    words: wordsIn(analysis, event, sentence, words.nouns),
    told: wordsIn(analysis, event, event.clause, words.nouns),
    sentence: sentence.start,
    placeWords: new Set(place ? placeKey(entities.nameOf.get(place) ?? "").split(" ") : []),
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

/** "Put" of "put off". */
function bareVerb(lemma: string): string {
  return lemma.split(" ")[0] ?? lemma;
}

/** The words of a name, without those of one letter. */
function nameWords(name: string): string[] {
  return (name.toLowerCase().match(/\p{L}+/gu) ?? []).filter((word) => word.length > 1);
}

/** All codes of the event: words that share every one of them tell much the same. */
function codeOf({ codes: { plover, mode, cameo, kind } }: Event): string | null {
  return mode || cameo ? [plover, mode, cameo, kind].join("/") : null;
}

function lastWord(text: string): string {
  return text.toLowerCase().split(/\s+/u).at(-1) ?? text;
}

/** "Abe's visit": speaks of an event that the reader knows of already, and says nothing new of its status. */
export function isPresupposed({ event }: EventMention): boolean {
  return event.rule.endsWith("/presupposed");
}

/** Whether the mention says that the event was put off: its old time no longer holds. */
export function isPostponed(mention: EventMention): boolean {
  return mention.event.rule.endsWith("/postponed") || isMoved(mention);
}

/** "Was put off until Monday": its time is the new one. */
export function isMoved({ event }: EventMention): boolean {
  return event.rule.endsWith("/moved");
}
