import type { BlockKind } from "../model/article.ts";
import type { Entity } from "../model/entity.ts";
import type { Event, EventCodes, EventStatus, Participant } from "../model/event.ts";
import type { Analysis } from "../model/layers.ts";
import type { Quantity } from "../model/quantity.ts";
import type { Quotation } from "../model/quotation.ts";
import { type Span, type TextSpan, textSpan } from "../model/span.ts";
import type { NameType, Token } from "../model/token.ts";

/** An event in the words of its report. People and places are those of the report, by name. */
export interface EventPlan {
  readonly trigger: string;
  /** The paragraph of the trigger, where it is not given. */
  readonly clause?: string;
  readonly lemma?: string;
  readonly codes?: EventCodes;
  readonly senses?: readonly string[];
  readonly agent?: string;
  /** Others with a name. */
  readonly with?: readonly string[];
  /** Participants without a name: "two boats". */
  readonly things?: readonly string[];
  readonly place?: string;
  readonly time?: string;
  readonly status?: EventStatus;
  readonly rule?: string;
  readonly salience?: number;
  readonly saidBy?: string;
}

/** A report in a few words; spans are found in its text. */
export interface ReportPlan {
  readonly id: string;
  readonly day?: string;
  readonly outlet?: string;
  readonly agency?: string;
  readonly title?: string;
  /** Paragraphs, with an empty line between them. */
  readonly text: string;
  /** Whether each paragraph is given as a sentence; else there are none. */
  readonly sentences?: boolean;
  /** Each name with its kind and, where it has them, its titles. */
  readonly names?: Readonly<Record<string, NameType>>;
  readonly roles?: Readonly<Record<string, string>>;
  readonly events?: readonly EventPlan[];
  /** What is said and the words that name who says it. */
  readonly quotations?: readonly { readonly said: string; readonly by?: string }[];
  readonly quantities?: readonly (Omit<Quantity, keyof Span | "text"> & { readonly words: string })[];
}

/** The first place of the words in the text, from a given place on. */
function find(text: string, words: string, within: Span = { start: 0, end: text.length }): TextSpan {
  const start = text.indexOf(words, within.start);
  if (start < 0 || start + words.length > within.end) throw new RangeError(`"${words}" is not in "${text}"`);
  return textSpan(text, start, start + words.length);
}

export function report(plan: ReportPlan): Analysis {
  const text = plan.title === undefined ? plan.text : `${plan.title}\n\n${plan.text}`;
  const blocks = text.split("\n\n").map((words, i) => {
    const kind: BlockKind = i === 0 && plan.title !== undefined ? "title" : "paragraph";
    return { ...find(text, words), kind };
  });
  const entities = Object.entries(plan.names ?? {}).map(([name, type], i) =>
    toEntity(text, { id: `e${i + 1}`, name, type, role: plan.roles?.[name] }),
  );
  const entityOf = (name: string | undefined) => entities.find((each) => each.name === name)?.id;
  return {
    article: {
      id: plan.id,
      ...(plan.outlet === undefined ? {} : { outlet: plan.outlet }),
      ...(plan.agency === undefined ? {} : { agency: plan.agency }),
      ...(plan.title === undefined ? {} : { title: plan.title }),
      authors: [],
      published: { value: plan.day ?? null, basis: plan.day === undefined ? "unknown" : "given" },
      language: "en",
      text,
      blocks: blocks.map(({ start, end, kind }) => ({ start, end, kind })),
      dropped: [],
    },
    sentences: plan.sentences ? blocks.map(({ start, end }) => ({ start, end, from: 0, to: 0 })) : [],
    tokens: tokensOf(text),
    names: [],
    timexes: [],
    entities,
    quotations: (plan.quotations ?? []).map(({ said, by }, i) =>
      toQuotation(text, { id: `q${i + 1}`, said, by, credited: [plan.outlet, plan.agency] }, entityOf),
    ),
    events: (plan.events ?? []).map((event, i) => toEvent(text, `v${i + 1}`, event, { blocks, entityOf })),
    quantities: (plan.quantities ?? []).map(
      ({ words, ...told }): Quantity => ({ ...find(text, words), ...told }),
    ),
  };
}

type EntityOf = (name: string | undefined) => string | undefined;

function toEntity(
  text: string,
  { id, name, type, role }: { id: string; name: string; type: NameType; role: string | undefined },
): Entity {
  return {
    id,
    type,
    name,
    roles: role === undefined ? [] : [find(text, role)],
    mentions: [{ ...find(text, name), kind: "name", rule: "by-name" }],
  };
}

function toEvent(
  text: string,
  id: string,
  plan: EventPlan,
  { blocks, entityOf }: { blocks: readonly Span[]; entityOf: EntityOf },
): Event {
  const first = find(text, plan.trigger);
  const block = blocks.find(({ start, end }) => start <= first.start && first.end <= end) ?? first;
  const clause = plan.clause === undefined ? textSpan(text, block.start, block.end) : find(text, plan.clause);
  const place = entityOf(plan.place);
  const part = (role: Participant["role"], words: string): Participant => {
    const entity = entityOf(words);
    return { role, ...find(text, words), ...(entity === undefined ? {} : { entity }) };
  };
  return {
    id,
    trigger: find(text, plan.trigger, clause),
    lemma: plan.lemma ?? plan.trigger,
    ...(plan.senses === undefined ? {} : { senses: plan.senses }),
    clause,
    headline: clause.text,
    participants: [
      ...(plan.agent === undefined ? [] : [part("agent", plan.agent)]),
      ...(plan.with ?? []).map((name) => part("patient", name)),
      ...(plan.things ?? []).map((words) => part("patient", words)),
    ],
    ...(place === undefined ? {} : { place }),
    time: { edtf: plan.time ?? null, basis: plan.time === undefined ? "none" : "stated" },
    status: plan.status ?? "happened",
    codes: plan.codes ?? {},
    ...(plan.saidBy === undefined ? {} : { saidBy: plan.saidBy }),
    salience: plan.salience ?? 0.7,
    rule: plan.rule ?? "event-verb",
  };
}

function toQuotation(
  text: string,
  plan: { id: string; said: string; by: string | undefined; credited: readonly (string | undefined)[] },
  entityOf: EntityOf,
): Quotation {
  const { id, said, by, credited } = plan;
  const entity = entityOf(by);
  const source = by === undefined ? null : { ...find(text, by), ...(entity === undefined ? {} : { entity }) };
  const sourceKind = source ? "person" : "unknown";
  const chain = [
    ...credited.flatMap((name) => (name === undefined ? [] : [{ kind: "outlet" as const, text: name }])),
    ...(source ? [{ kind: "person" as const, ...source }] : []),
  ];
  const content = find(text, said);
  return { id, kind: "direct", act: "state", content, cue: null, source, sourceKind, chain, rule: "cue" };
}

/** Long words as nouns, and as names with a capital: enough to tell what a report is about. */
function tokensOf(text: string): Token[] {
  return [...text.matchAll(/\p{L}{4,}/gu)].map((match) => ({
    ...textSpan(text, match.index, match.index + match[0].length),
    lemma: match[0].toLowerCase(),
    upos: /^\p{Lu}/u.test(match[0]) ? "PROPN" : "NOUN",
    xpos: "NN",
    feats: "_",
    head: -1,
    deprel: "root",
    sentence: 0,
  }));
}

export const JOURNEY_CODES: EventCodes = { kind: "journey" };

/** A one-line report of a visit by Mira Olsen to Port Hale. */
export function visit(
  id: string,
  day: string | undefined,
  text: string,
  plan: EventPlan,
  others: Readonly<Record<string, NameType>> = {},
): Analysis {
  return report({
    id,
    outlet: `The ${id} Post`,
    text,
    ...(day === undefined ? {} : { day }),
    names: { "Mira Olsen": "person", "Port Hale": "place", ...others },
    events: [{ agent: "Mira Olsen", place: "Port Hale", codes: JOURNEY_CODES, ...plan }],
  });
}

/** The same items in another order; the same for the same seed (mulberry32). */
export function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  let state = seed;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
