import type { Article, PublishedBasis } from "../model/article.ts";
import type { ExplainStep } from "../model/chronicle.ts";
import type { Entity } from "../model/entity.ts";
import type { Event } from "../model/event.ts";
import type { Analysis } from "../model/layers.ts";
import type { Quotation } from "../model/quotation.ts";
import { contains } from "../model/span.ts";
import type { Timex } from "../model/timex.ts";
import type { Store } from "./store.ts";

const BASIS: Readonly<Record<PublishedBasis, string>> = {
  given: "as given by the person who added it",
  metadata: "as the page says of itself",
  url: "from its address",
  text: "from its text",
  copy: "from a dated copy of the same text",
  unknown: "nobody says",
};

/** Longer quotations of the text are cut, to keep a step on one line or two. */
const LONGEST = 160;

export function quoted(text: string): string {
  const line = text.replace(/\s+/gu, " ").trim();
  return line.length > LONGEST ? `“${line.slice(0, LONGEST - 1).trimEnd()}…”` : `“${line}”`;
}

function countOf(count: number, one: string): string {
  return `${count.toLocaleString("en")} ${one}${count === 1 ? "" : "s"}`;
}

function sourceStep(store: Store, article: Article): ExplainStep[] {
  const id = store.derived.sourceOf(article.id);
  const kept = id === null ? null : store.facts.get(id);
  if (!kept) return [];
  const given = Object.entries(kept.given).map(([field, value]) => `${field} ${value}`);
  const and = given.length > 0 ? `; given with it: ${given.join(", ")}` : "";
  const text = `${kept.name}, ${countOf(kept.size, "byte")}, kept as they came (sha256 ${kept.sha256.slice(0, 12)})${and}.`;
  return [{ stage: "source", rule: "kept", text }];
}

function boundsOf({ bounds }: Article["published"]): string {
  return bounds ? `; what it tells as past and as planned leaves ${bounds}` : "";
}

/** How its days are known, which stated ones were refused, and what the outlet says of its own report. */
function datingSteps({ updated, rejectedDates = [], notes = [] }: Article): ExplainStep[] {
  const steps = rejectedDates.map(({ value, source, reason }): ExplainStep => {
    return {
      stage: "article",
      rule: "date refused",
      text: `${value} (${source}) is not its day: ${reason}.`,
    };
  });
  if (updated) {
    const text = `Last changed ${updated.time ?? updated.value}, by its ${updated.source}.`;
    steps.push({ stage: "article", rule: "updated", text });
  }
  const told = notes.map(({ kind, text }): ExplainStep => {
    return { stage: "article", rule: kind, text: `The outlet says of it: ${quoted(text)}.` };
  });
  return [...steps, ...told];
}

function articleSteps(article: Article): ExplainStep[] {
  const { published, dropped, agency, dateline } = article;
  const stated = [published.source, published.time].filter((part) => part !== undefined).join(" ");
  const named = article.outlet ? `, ${article.outlet}` : "";
  const steps: ExplainStep[] = [
    {
      stage: "article",
      rule: `published: ${published.basis}`,
      text: `Article ${article.id}${named}: published ${published.value ?? "on an unknown day"}, ${BASIS[published.basis]}${stated && ` (${stated})`}${boundsOf(published)}.`,
    },
    ...datingSteps(article),
  ];
  if (agency) steps.push({ stage: "article", rule: "agency", text: `The text is credited to ${agency}.` });
  if (dateline)
    steps.push({ stage: "article", rule: "dateline", text: `It opens with ${quoted(dateline.text)}.` });
  for (const each of dropped) {
    steps.push({
      stage: "article",
      rule: each.reason,
      text: `Not part of the report: ${quoted(each.text)}.`,
    });
  }
  return steps;
}

/** How the article came to be: the source it was in, and what its reading decided. */
export function explainArticle(store: Store, article: Article): ExplainStep[] {
  return [...sourceStep(store, article), ...articleSteps(article)];
}

function timexStep(timex: Timex): ExplainStep {
  const anchor = timex.anchor ? `, counted from ${timex.anchor}` : "";
  const dates = timex.edtf && timex.edtf !== timex.value ? ` (${timex.edtf})` : "";
  const text = `${quoted(timex.text)} is the time ${timex.value}${dates}${anchor}.`;
  return { stage: "mention", rule: timex.rule, text };
}

function quotationStep(quotation: Quotation): ExplainStep {
  const { source, sourceKind, cue, anonymity, chain } = quotation;
  const speaker = source ? `${quoted(source.text)} (${sourceKind})` : "someone the report does not name";
  const by = cue ? `, by the word ${quoted(cue.text)}` : "";
  const nameless = anonymity ? `, without a name: ${quoted(anonymity.text)}` : "";
  const links = chain.map(({ text, kind }) => `${text} (${kind})`).join(" ← ");
  const way = links === "" ? "" : ` By whose word: ${links}.`;
  const text = `${quoted(quotation.content.text)} is ${quotation.kind} speech of ${speaker}${by}${nameless}.${way}`;
  return { stage: "mention", rule: quotation.rule, text };
}

function entityStep(entity: Entity, span: { readonly start: number; readonly end: number }): ExplainStep[] {
  const mention = entity.mentions.find((each) => contains(span, each)) ?? entity.mentions[0];
  if (!mention) return [];
  const text = `${quoted(mention.text)} is ${entity.name} (${entity.type}).`;
  return [{ stage: "mention", rule: mention.rule, text }];
}

function eventSteps(analysis: Analysis, event: Event): ExplainStep[] {
  const time = event.time.edtf ? `time ${event.time.edtf} (${event.time.basis})` : "without a time";
  const said = `${quoted(event.clause.text)} states ${quoted(event.trigger.text)}: ${event.status}, ${time}.`;
  const steps: ExplainStep[] = [{ stage: "mention", rule: event.rule, text: said }];
  const timex = analysis.timexes.find((each) => each.id === event.time.timex);
  if (timex) steps.push(timexStep(timex));
  const quotation = analysis.quotations.find((each) => each.id === event.saidBy);
  if (quotation) steps.push(quotationStep(quotation));
  for (const participant of event.participants) {
    const entity = analysis.entities.find((each) => each.id === participant.entity);
    if (entity) steps.push(...entityStep(entity, participant));
  }
  return steps;
}

/** What the stages decided about one annotation of the article. */
export function explainMention(analysis: Analysis, id: string): ExplainStep[] {
  const event = analysis.events.find((each) => each.id === id);
  if (event) return eventSteps(analysis, event);
  const timex = analysis.timexes.find((each) => each.id === id);
  if (timex) return [timexStep(timex)];
  const quotation = analysis.quotations.find((each) => each.id === id);
  if (quotation) return [quotationStep(quotation)];
  const entity = analysis.entities.find((each) => each.id === id);
  return entity ? entity.mentions.flatMap((mention) => entityStep(entity, mention)) : [];
}
