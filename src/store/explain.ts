import type { ExplainStep } from "../model/chronicle.ts";
import type {
  CopyKind,
  EntityJoin,
  EntityRule,
  LinkedEntity,
  LinkedEvent,
  LinkedQuotation,
  MentionRef,
  Origin,
  OriginEvidence,
  Story,
} from "../model/link.ts";
import type { TimelineEntry } from "../model/timeline.ts";
import { explainArticle, explainMention, quoted } from "./explain-article.ts";
import { findMention, splitMention } from "./show.ts";
import type { Store } from "./store.ts";

/** The way from the words of the reports to what has this id; null where nothing has it. */
export function explain(store: Store, id: string): readonly ExplainStep[] | null {
  const linked = store.derived.linked(id);
  switch (linked?.kind) {
    case "events":
      return explainEvent(store, linked.value as LinkedEvent);
    case "entities":
      return explainEntity(store, linked.value as LinkedEntity);
    case "quotations":
      return explainQuotation(store, linked.value as LinkedQuotation);
    case "origins":
      return explainOrigin(store, linked.value as Origin);
    case "stories":
      return explainStory(store, linked.value as Story);
    case "quantities":
      return explainCited(store, linked.value as { citations: readonly { article: string; text: string }[] });
    default:
      return explainInside(store, id);
  }
}

function explainInside(store: Store, id: string): readonly ExplainStep[] | null {
  const analysis = store.derived.analysis(id);
  if (analysis) return explainArticle(store, analysis.article);
  const parts = splitMention(id);
  const inside = parts && store.derived.analysis(parts.article);
  if (!inside || !findMention(inside, parts.mention)) return null;
  return [...explainArticle(store, inside.article), ...explainMention(inside, parts.mention)];
}

/** Sources, articles and annotations that something is made of, each article with what it says. */
function explainMentions(store: Store, mentions: readonly MentionRef[]): ExplainStep[] {
  const articles = new Set(mentions.map((each) => each.article));
  return [...articles].flatMap((id) => {
    const analysis = store.derived.analysis(id);
    if (!analysis) return [];
    const own = mentions.filter((each) => each.article === id);
    return [
      ...explainArticle(store, analysis.article),
      ...own.flatMap((each) => explainMention(analysis, each.id)),
    ];
  });
}

function articlesIn(store: Store, ids: readonly string[]): ExplainStep[] {
  return ids.flatMap((id) => {
    const analysis = store.derived.analysis(id);
    return analysis ? explainArticle(store, analysis.article) : [];
  });
}

function link(rule: string, text: string): ExplainStep {
  return { stage: "link", rule, text };
}

function explainEvent(store: Store, event: LinkedEvent): ExplainStep[] {
  const steps = explainMentions(store, event.mentions);
  for (const reason of event.reasons) steps.push(link("same event", reason));
  for (const step of event.history) {
    const text = `As of ${step.asOf ?? "an unknown day"}: ${step.status}, ${step.time ?? "without a time"}.`;
    steps.push(link("history", text));
  }
  for (const each of event.disagreements) {
    const values = each.values.map((value) => value.value).join(" / ");
    const rule = each.kind ? `disagreement: ${each.kind}` : "disagreement";
    steps.push(link(rule, `Reports differ on the ${each.field}: ${values}.`));
  }
  steps.push(link("origins", `Told by ${event.outlets} outlet(s), of ${event.origins} origin(s).`));
  const entry = findEntry(store, event.id);
  const text = entry
    ? `Shown as “${entry.headline}”, ${entry.when}, ${entry.status}${entry.background ? ", as background" : ""}.`
    : `Not shown: its weight is ${event.salience}, and a timeline shows the weightier events.`;
  steps.push({ stage: "timeline", rule: entry ? "entry" : "selection", text });
  return steps;
}

function findEntry(store: Store, event: string): TimelineEntry | null {
  const entries = store.derived.timelines().flatMap((timeline) => timeline.entries);
  return entries.find((entry) => entry.event === event) ?? null;
}

/** How a name came to belong to the entity, for a reader. */
const JOINED: Readonly<Record<EntityRule, string>> = {
  "same-name": "same name",
  spelling: "spelling variant",
  "word-order": "the same words in another order",
  "shorter-name": "shorter name",
  surname: "surname",
  "surname-spelling": "surname, spelled otherwise",
  "family-name-first": "family name that stands first",
  acronym: "acronym",
  company: "kind of company left out",
  "same-body": "the same words in another order",
  "same-place": "another name of the place",
  office: "office",
};

/** Reports that are named in one step. */
const MOST_NAMED = 12;

/** "a1 (Harbour News, 2024-03-11)" */
function reportName(store: Store, id: string): string {
  const article = store.derived.analysis(id)?.article;
  const known = [article?.outlet, article?.published.value].filter((part) => part != null);
  return known.length > 0 ? `${id} (${known.join(", ")})` : id;
}

function joinStep(store: Store, { rule, name, because, articles }: EntityJoin): ExplainStep {
  const more = articles.length > MOST_NAMED ? ` and ${articles.length - MOST_NAMED} more` : "";
  const named = articles.slice(0, MOST_NAMED).map((id) => reportName(store, id));
  return link(JOINED[rule], `${quoted(name)} in ${named.join(", ")}${more}: ${because}.`);
}

function explainEntity(store: Store, entity: LinkedEntity): ExplainStep[] {
  const names = entity.names.length > 0 ? `, also ${entity.names.join(", ")}` : "";
  return [
    ...explainMentions(store, entity.mentions),
    ...(entity.joins ?? []).map((join) => joinStep(store, join)),
    link("same entity", `All of them are ${entity.name} (${entity.type})${names}.`),
  ];
}

function explainQuotation(store: Store, quotation: LinkedQuotation): ExplainStep[] {
  return [
    ...explainMentions(store, quotation.mentions),
    link("same quotation", `It reached the reader by way of ${quotation.chain.join(" ← ")}.`),
  ];
}

/** How a copy is known, for a reader. */
const COPIED: Readonly<Record<CopyKind, string>> = {
  exact: "has the same words as",
  near: "has nearly the same words as",
  cut: "shares most of the shorter text with",
  edited: "has much of the text of",
  version: "is another version of the page of",
  credited: "tells the same, after the same agency, as",
};

function evidenceStep({ kind, articles, shared, sentences, agency, days }: OriginEvidence): ExplainStep {
  const [earlier, later] = articles;
  const apart = days === null ? "with days unknown" : `${days} day(s) apart`;
  const credit = agency ? `, credited to ${agency}` : "";
  const share = `${Math.round(shared * 100)}% of the shorter text in common, ${sentences} sentence(s) to the letter`;
  return link(kind, `${later} ${COPIED[kind]} ${earlier}: ${share}, ${apart}${credit}.`);
}

function explainOrigin(store: Store, origin: Origin): ExplainStep[] {
  const agency = origin.agency ? ` of ${origin.agency}` : "";
  const text =
    origin.basis === "single"
      ? "No other article has this text."
      : `These articles are one piece of reporting${agency}.`;
  const steps = (origin.evidence ?? []).map(evidenceStep);
  return [...articlesIn(store, origin.articles), link(origin.basis, text), ...steps];
}

function explainStory(store: Store, story: Story): ExplainStep[] {
  const text = `These articles tell one story, ${quoted(story.title)}.`;
  const others = (story.beside ?? []).map((article) =>
    link("told beside", `${article} belongs to another story, and tells at length of this one.`),
  );
  return [...articlesIn(store, story.articles), link("same story", text), ...others];
}

function explainCited(
  store: Store,
  { citations }: { readonly citations: readonly { readonly article: string; readonly text: string }[] },
): ExplainStep[] {
  const ids = [...new Set(citations.map((each) => each.article))];
  const cited = citations.map((each) => link("cited", `${quoted(each.text)} in ${each.article}.`));
  return [...articlesIn(store, ids), ...cited];
}
