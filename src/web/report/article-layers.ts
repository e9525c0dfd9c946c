import type { Contents } from "../contents.ts";
import type { Analysis, MentionRef, Span } from "../library.ts";
import { dateInWords } from "../library.ts";
import { type Html, html } from "../parts/html.ts";
import { entityPath, entryPath, quotationPath } from "../parts/links.ts";
import { statusWord } from "../parts/status.ts";
import type { Layer } from "../query.ts";
import type { Mark } from "./marks.ts";

/** Where the annotations of one article belong in the whole chronicle: addresses by their ids in the article. */
interface Ways {
  readonly people: ReadonlyMap<string, string>;
  readonly quotations: ReadonlyMap<string, string>;
  readonly events: ReadonlyMap<string, string>;
}

function waysTo<Linked extends { readonly mentions: readonly MentionRef[] }>(
  linked: readonly Linked[],
  article: string,
  pathOf: (one: Linked) => string,
): Map<string, string> {
  const ways = new Map<string, string>();
  for (const one of linked) {
    for (const mention of one.mentions) if (mention.article === article) ways.set(mention.id, pathOf(one));
  }
  return ways;
}

function waysOf(article: string, { links, entries }: Contents): Ways {
  const events = links.events.filter(({ id }) => entries.has(id));
  return {
    people: waysTo(links.entities, article, ({ id }) => entityPath(id)),
    quotations: waysTo(links.quotations, article, ({ id }) => quotationPath(id)),
    events: waysTo(events, article, ({ id }) => entryPath(id)),
  };
}

/** A mark with a note after its last word, which leads to what it belongs to. */
function mark(layer: Layer, span: Span, noteAfter: Html | null): Mark {
  return {
    start: span.start,
    end: span.end,
    wrap: (words, { last }) => html`<mark class="layer-${layer}">${words}</mark>${last ? noteAfter : null}`,
  };
}

const ARROW = html`<span aria-hidden="true">→</span>`;

/** A small note in the text, with an arrow where it leads on. */
function note(words: string, path?: string): Html {
  if (path === undefined) return html`<span class="aside-note">${words}</span>`;
  return html`<a class="aside-note" href="${path}">${words} ${ARROW}</a>`;
}

/** The note of a name: the arrow alone where the text has the same words. */
function nameNote(text: string, name: string, path: string | undefined): Html | null {
  if (text !== name) return note(name, path);
  return path === undefined
    ? null
    : html`<a class="aside-note" href="${path}" aria-label="${name}">${ARROW}</a>`;
}

const UNDATED: Readonly<Record<Analysis["timexes"][number]["type"], string>> = {
  DATE: "date not known",
  TIME: "date not known",
  DURATION: "duration",
  SET: "repeated",
};

function timeMarks({ timexes }: Analysis): Mark[] {
  return timexes.map((timex) => {
    const words = timex.edtf === undefined ? UNDATED[timex.type] : dateInWords(timex.edtf);
    return mark("times", timex, words === timex.text ? null : note(words));
  });
}

function peopleMarks({ entities }: Analysis, { people }: Ways): Mark[] {
  return entities.flatMap(({ id, name, mentions }) =>
    mentions.map((mention) => mark("people", mention, nameNote(mention.text, name, people.get(id)))),
  );
}

function quotationMarks({ quotations, entities }: Analysis, ways: Ways): Mark[] {
  const names = new Map(entities.map(({ id, name }) => [id, name]));
  return quotations.map(({ id, content, source }) => {
    const speaker = (source?.entity === undefined ? null : names.get(source.entity)) ?? source?.text;
    return mark("quotations", content, note(speaker ?? "speaker not known", ways.quotations.get(id)));
  });
}

function eventMarks({ events }: Analysis, ways: Ways): Mark[] {
  return events.map(({ id, clause, status }) =>
    mark("events", clause, note(statusWord(status), ways.events.get(id))),
  );
}

const MAKERS: Readonly<Record<Layer, (analysis: Analysis, ways: Ways) => Mark[]>> = {
  times: timeMarks,
  people: peopleMarks,
  quotations: quotationMarks,
  events: eventMarks,
};

/** The marks of the layers asked for. */
export function layerMarks(contents: Contents, analysis: Analysis, layers: readonly Layer[]): Mark[] {
  if (layers.length === 0) return [];
  const ways = waysOf(analysis.article.id, contents);
  return layers.flatMap((layer) => MAKERS[layer](analysis, ways));
}

/** How many marks each layer would give. */
export function layerCounts(analysis: Analysis): Readonly<Record<Layer, number>> {
  return {
    times: analysis.timexes.length,
    people: analysis.entities.reduce((sum, { mentions }) => sum + mentions.length, 0),
    quotations: analysis.quotations.length,
    events: analysis.events.length,
  };
}
