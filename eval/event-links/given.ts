import { loadEventTables } from "../../src/mention/event/tables.ts";
import type { Event, Participant } from "../../src/model/event.ts";
import type { Analysis } from "../../src/model/layers.ts";
import { contains, overlaps, type Span, textSpan } from "../../src/model/span.ts";
import { readPackageFile } from "../../src/resources.ts";
import type { GoldDocument, GoldMention } from "./gold.ts";

const { senses: SENSES } = loadEventTables(readPackageFile);

/** The document with the given mentions as its events: ours where we have one there, else what the parse tells. */
export function withGoldMentions<Item extends { document: GoldDocument; analysis: Analysis }>(
  item: Item,
): Item {
  const { document, analysis } = item;
  const events = document.mentions.map((mention, i) => ({ ...eventAt(mention, analysis), id: `g${i + 1}` }));
  return { ...item, analysis: { ...analysis, events } };
}

function eventAt(mention: GoldMention, analysis: Analysis): Event {
  const { text } = analysis.article;
  const trigger = textSpan(text, mention.start, mention.end);
  const known = analysis.events.find((event) => overlaps(event.trigger, mention));
  if (known) return { ...known, trigger };
  const head = headIn(mention, analysis);
  const sentence = analysis.sentences.find((each) => overlaps(each, mention)) ?? mention;
  const lemma = (analysis.tokens[head ?? -1]?.lemma ?? trigger.text).toLowerCase();
  const senses = SENSES.get(lemma);
  return {
    id: "",
    trigger,
    lemma,
    ...(senses ? { senses } : {}),
    clause: textSpan(text, sentence.start, sentence.end),
    headline: trigger.text,
    participants: head === undefined ? [] : participantsOf(head, analysis),
    time: { edtf: null, basis: "none" },
    status: "happened",
    codes: {},
    salience: 0.5,
    rule: "given",
  };
}

/** The token of the span that hangs on none of the others. */
function headIn(span: Span, { tokens }: Analysis): number | undefined {
  const inside = tokens.flatMap((token, i) => (contains(span, token) ? [i] : []));
  return inside.find((i) => !inside.includes(tokens[i]?.head ?? -1));
}

const ROLES: Readonly<Record<string, Participant["role"]>> = {
  nsubj: "agent",
  obj: "patient",
  iobj: "recipient",
};

function participantsOf(head: number, { tokens, entities, article }: Analysis): Participant[] {
  return tokens.flatMap((token) => {
    const role = token.head === head ? ROLES[token.deprel.split(":")[0] ?? ""] : undefined;
    if (!role) return [];
    const entity = entities.find(({ mentions }) => mentions.some((mention) => contains(mention, token)));
    return [
      { role, ...textSpan(article.text, token.start, token.end), ...(entity ? { entity: entity.id } : {}) },
    ];
  });
}
