import type { Shown } from "../model/chronicle.ts";
import type { Analysis } from "../model/layers.ts";
import type { Links } from "../model/link.ts";
import type { Store } from "./store.ts";

/** What one of each list of links is called. */
const KIND_OF: Readonly<Record<keyof Links, Shown["kind"]>> = {
  origins: "origin",
  stories: "story",
  entities: "entity",
  events: "event",
  quotations: "quotation",
  quantities: "quantity",
};

/** An annotation of an article by its id in there: "v4" of an event. */
export function findMention(analysis: Analysis, id: string): { readonly id: string } | null {
  const { timexes, entities, quotations, events } = analysis;
  return [...events, ...timexes, ...entities, ...quotations].find((each) => each.id === id) ?? null;
}

/** Splits `ARTICLE:v4`; the id of an article may hold colons itself. */
export function splitMention(id: string): { readonly article: string; readonly mention: string } | null {
  const colon = id.lastIndexOf(":");
  return colon > 0 ? { article: id.slice(0, colon), mention: id.slice(colon + 1) } : null;
}

/** Whatever has this id: a linked thing, an article, or an annotation written as `ARTICLE:v4`. */
export function show({ derived }: Store, id: string): Shown | null {
  const linked = derived.linked(id);
  if (linked && linked.kind !== "timelines") return { kind: KIND_OF[linked.kind], id, value: linked.value };
  const analysis = derived.analysis(id);
  if (analysis) return { kind: "article", id, value: analysis.article };
  const parts = splitMention(id);
  const inside = parts && derived.analysis(parts.article);
  const value = inside && findMention(inside, parts.mention);
  return value ? { kind: "mention", id, value } : null;
}
