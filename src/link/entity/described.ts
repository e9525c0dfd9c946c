import { edtfBounds } from "../../model/calendar.ts";
import type { Entity } from "../../model/entity.ts";
import { groupBy } from "../../model/group.ts";
import type { Analysis } from "../../model/layers.ts";
import type { Citation, EntityJoin, LinkedEntity } from "../../model/link.ts";
import type { TextSpan } from "../../model/span.ts";
import { cite } from "../citation.ts";
import { type Holder, Holders } from "./holder.ts";
import { officeIn } from "./office.ts";
import type { NameTables } from "./tables.ts";

/** What follows a description may hold the name of its country or body, in so many characters. */
const LOOK_AHEAD = 80;

/** "To become Norway's prime minister" tells of the office, and of nobody who holds it. */
const TAKES_OFFICE = new Set([
  "become",
  "elect",
  "choose",
  "appoint",
  "name",
  "nominate",
  "run",
  "succeed",
  "replace",
]);

/** Words that describe somebody by an office, and who that is. */
interface Description {
  readonly analysis: Analysis;
  readonly span: TextSpan;
  readonly holder: Holder;
}

/** Somebody or something in the report that has no name there: a participant of an event, or who says something. */
interface Nameless extends TextSpan {
  readonly entity?: string;
}

/** The reports with the holders of offices in place of those who are only described, and what was found. */
export interface Described {
  readonly analyses: readonly Analysis[];
  readonly entities: readonly LinkedEntity[];
  /** "article:id" of the entities that were added to the reports, with the linked entity of each. */
  readonly added: ReadonlyMap<string, string>;
}

/**
 * "Russia's president" in a report that does not name him is the one who bears the title in other reports of the part,
 * given within some months. Participants and speakers get an entity that leads to the holder; the kept analyses stay as
 * they are.
 */
export function joinDescribed(
  analyses: readonly Analysis[],
  entities: readonly LinkedEntity[],
  tables: NameTables,
): Described {
  const holders = new Holders(entities, tables);
  const added = new Map<string, string>();
  const all: Description[] = [];
  const changed = analyses.map((analysis) => {
    const found = descriptionsIn(analysis, holders, tables);
    all.push(...found);
    return found.length > 0 ? withHolders(analysis, found, added) : analysis;
  });
  const byHolder = groupBy(all, ({ holder }) => holder.entity.id);
  const known = entities.map((entity) => {
    const own = byHolder.get(entity.id);
    return own
      ? { ...entity, described: own.map(citationOf), joins: [...(entity.joins ?? []), ...joinsOf(own)] }
      : entity;
  });
  return { analyses: changed, entities: known, added };
}

function citationOf({ analysis, span }: Description): Citation {
  return cite(analysis.article, span);
}

function joinsOf(own: readonly Description[]): readonly EntityJoin[] {
  const groups = groupBy(own, ({ span, holder }) => `${span.text.toLowerCase()} ${holder.title}`);
  return Array.from(groups.values(), (same) => {
    const [{ span, holder }] = same as [Description];
    const days = holder.evidence.flatMap(({ day }) => day ?? []).sort();
    const asOf = days.length > 0 ? `, as of ${[...new Set([days[0], days.at(-1)])].join(" to ")}` : "";
    return {
      rule: "office",
      name: span.text,
      because: `the one who is called “${holder.title}” in these reports${asOf}`,
      articles: [...new Set(same.map(({ analysis }) => analysis.article.id))],
    };
  });
}

function descriptionsIn(analysis: Analysis, holders: Holders, tables: NameTables): readonly Description[] {
  const day = analysis.article.published.value;
  const told = [
    ...analysis.events.flatMap(({ participants, time, lemma }) =>
      (TAKES_OFFICE.has(lemma) ? [] : participants).map((span) => ({ span, day: earlierOf(day, time.edtf) })),
    ),
    ...analysis.quotations.flatMap(({ source }) => (source ? [{ span: source, day }] : [])),
  ];
  const distinct = new Map(
    told.filter(({ span }) => isOpen(span)).map((each) => [`${each.span.start} ${each.span.end}`, each]),
  );
  return [...distinct.values()].flatMap(({ span, day: asOf }): Description[] => {
    const office = describedOffice(span, analysis, tables);
    const holder = office && holders.find(office, { article: analysis.article.id, day: asOf });
    return holder ? [{ analysis, span, holder }] : [];
  });
}

function isOpen({ entity }: Nameless): boolean {
  return entity === undefined;
}

/** What happened long before its report was done by who held the office then. */
function earlierOf(published: string | null, edtf: string | null): string | null {
  const end = edtf === null ? null : (edtfBounds(edtf)?.end ?? null);
  return published !== null && end !== null && end < published ? end : published;
}

/** "the Russian president", "Russia's president", but not "a Russian president", nor "Russian president Vladimir …". */
function describedOffice(span: TextSpan, { article: { text } }: Analysis, tables: NameTables) {
  const words = span.text.replace(/^the\s+/iu, "");
  const before = text.slice(Math.max(0, span.start - 5), span.start);
  const isDefinite =
    words !== span.text || /\bthe\s$/iu.test(before) || /^[^\s]+(?:\s\p{Lu}\S*)*['’]s?\s/u.test(words);
  const after = text.slice(span.end, span.end + LOOK_AHEAD);
  return isDefinite && !/^,?\s\p{Lu}/u.test(after) ? officeIn(words, after, tables) : null;
}

/** Gives those who are described an entity of the report: the one there is, or a new one. */
function withHolders(
  analysis: Analysis,
  found: readonly Description[],
  added: Map<string, string>,
): Analysis {
  const idOf = new Map<string, string>();
  const entities = [...analysis.entities];
  for (const { span, holder } of found) {
    const named = holder.entity.mentions.find(({ article }) => article === analysis.article.id)?.id;
    const id = named ?? `${holder.entity.id}-office`;
    idOf.set(`${span.start} ${span.end}`, id);
    const key = `${analysis.article.id}:${id}`;
    if (named !== undefined || added.has(key)) continue;
    added.set(key, holder.entity.id);
    entities.push(toEntity(id, span, holder));
  }
  const withEntity = <Span extends Nameless>(span: Span): Span => {
    const id = isOpen(span) ? idOf.get(`${span.start} ${span.end}`) : undefined;
    return id === undefined ? span : { ...span, entity: id };
  };
  return {
    ...analysis,
    entities,
    events: analysis.events.map((event) => ({ ...event, participants: event.participants.map(withEntity) })),
    quotations: analysis.quotations.map((each) => ({
      ...each,
      source: each.source && withEntity(each.source),
    })),
  };
}

function toEntity(id: string, { start, end, text }: TextSpan, { entity }: Holder): Entity {
  const mention = { start, end, text, kind: "nominal", rule: "office" } as const;
  return { id, type: "person", name: entity.name, roles: [], mentions: [mention] };
}
