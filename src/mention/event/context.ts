import type { Entity } from "../../model/entity.ts";
import type { Reading } from "../../model/layers.ts";
import type { Timex } from "../../model/timex.ts";
import { buildTree, headOfSpan, type Tree, tokensIn } from "../tree.ts";
import { verbLemma } from "./lemma.ts";
import type { EventTables } from "./tables.ts";

export type EventReading = Reading<"tokens" | "sentences" | "entities" | "timexes" | "quotations">;

/** What every event rule looks at. */
export interface EventContext {
  readonly reading: EventReading;
  readonly tree: Tree;
  readonly tables: EventTables;
  /** The entity that a token belongs to, by the shortest mention that covers it. */
  readonly entityOf: ReadonlyMap<number, Entity>;
  /** Timexes by the token that heads them. */
  readonly timexAt: ReadonlyMap<number, Timex>;
  /** Tokens that say when: part of a timex that is no duration ("a three-year agreement" is no date). */
  readonly dateTokens: ReadonlySet<number>;
  /** Tokens that are part of a timex. */
  readonly timexTokens: ReadonlySet<number>;
}

/** The entity of a phrase: of its head, or of the name that the head is a title of ("President Vladimir Putin"). */
export function entityOfPhrase(
  index: number,
  { tree, entityOf }: Pick<EventContext, "tree" | "entityOf">,
): Entity | undefined {
  const own = entityOf.get(index);
  if (own) return own;
  const words: string[] = [];
  for (let at = index; at < index + LONGEST_TITLE && !entityOf.has(at); at++) {
    words.push(tree.tokens[at]?.text.toLowerCase() ?? "");
    const holder = entityOf.get(at + 1);
    if (holder?.roles.some((role) => role.text.toLowerCase().endsWith(words.join(" ")))) return holder;
  }
  return undefined;
}

/** Words of a title that may follow the one the parse takes for its head: "Prime Minister". */
const LONGEST_TITLE = 4;

export function eventContext(reading: EventReading, tables: EventTables): EventContext {
  const tree = buildTree(reading.tokens.map((token) => ({ ...token, lemma: verbLemma(token, tables) })));
  const timexAt = new Map<number, Timex>();
  const timexTokens = new Set<number>();
  const dateTokens = new Set<number>();
  for (const timex of reading.timexes) {
    const head = headOfSpan(tree.tokens, timex);
    if (head !== undefined && !timexAt.has(head)) timexAt.set(head, timex);
    const { from, to } = tokensIn(tree.tokens, timex);
    for (let i = from; i < to; i++) timexTokens.add(i);
    if (timex.type === "DATE" || timex.type === "TIME") for (let i = from; i < to; i++) dateTokens.add(i);
  }
  return {
    reading,
    tree,
    tables,
    entityOf: entitiesByToken(reading, tree),
    timexAt,
    timexTokens,
    dateTokens,
  };
}

function entitiesByToken(reading: EventReading, tree: Tree): ReadonlyMap<number, Entity> {
  const mentions = reading.entities.flatMap((entity) =>
    entity.mentions.map((mention) => ({ entity, mention })),
  );
  mentions.sort((a, b) => b.mention.end - b.mention.start - (a.mention.end - a.mention.start));
  const found = new Map<number, Entity>();
  for (const { entity, mention } of mentions) {
    const { from, to } = tokensIn(tree.tokens, mention);
    for (let i = from; i < to; i++) found.set(i, entity);
  }
  return found;
}
