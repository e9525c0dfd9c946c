import type { Entity } from "../../model/entity.ts";
import type { Reading } from "../../model/layers.ts";
import { buildTree, tokensIn } from "../tree.ts";
import type { Draft } from "./draft.ts";
import { joinGovernments } from "./government.ts";
import { joinNames, wordsOf } from "./name.ts";
import { joinNominals } from "./nominal.ts";
import { joinPronouns } from "./pronoun.ts";
import { addRoles } from "./role.ts";
import type { EntityTables, Gender } from "./tables.ts";

/**
 * Persons, organisations and places of one article, with every mention that can be joined to them by name,
 * title, description or pronoun. In order of their first mention.
 */
export function findEntities(
  reading: Reading<"tokens" | "names" | "timexes">,
  tables: EntityTables,
): readonly Entity[] {
  const tree = buildTree(reading.tokens);
  const named = joinNames(reading, { tree, tables });
  const drafts = joinGovernments(named, reading, { tree, tables });
  const timed = timedTokens(reading);
  addRoles(drafts, reading.article.text, { tokens: reading.tokens, drafts, tables, timed });
  for (const draft of drafts) draft.gender ??= genderByName(draft, tables);
  joinNominals(reading, { drafts, tree, tables });
  joinPronouns(reading, { drafts, tree, tables });
  return [...drafts].sort(byFirstMention).map((draft, index) => toEntity(draft, index, tables));
}

/** Indices of the tokens of dates and times of day; "then" and "former" alone tell of a role. */
function timedTokens({ tokens, timexes }: Reading<"tokens" | "timexes">): ReadonlySet<number> {
  const dates = timexes.filter(({ type }) => type === "DATE" || type === "TIME");
  return new Set(
    dates.flatMap((timex) => {
      const { from, to } = tokensIn(tokens, timex);
      return Array.from({ length: to - from }, (_, i) => from + i);
    }),
  );
}

/** What the given name says; a surname alone says nothing. */
function genderByName({ type, mentions }: Draft, tables: EntityTables): Gender | undefined {
  const full = mentions
    .filter((mention) => mention.kind === "name")
    .map((mention) => wordsOf(mention.text))
    .find((words) => words.length > 1);
  return type === "person" && full ? tables.givenNames.get(full[0]?.toLowerCase() ?? "") : undefined;
}

function byFirstMention(a: Draft, b: Draft): number {
  return (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0);
}

function toEntity(draft: Draft, index: number, { bodies }: EntityTables): Entity {
  const isKnown = draft.type === "organization" && bodies.byName.get(draft.name)?.name === draft.name;
  return {
    id: `e${index + 1}`,
    type: draft.type,
    name: isKnown ? draft.name : fullestName(draft),
    roles: draft.roles,
    mentions: draft.mentions,
  };
}

/** A country keeps the name of the table, as does a well-known body; others take their longest mention by name. */
function fullestName(draft: Draft): string {
  const names = draft.mentions.filter((mention) => mention.kind === "name").map((mention) => mention.text);
  const mixed = names.filter((name) => name !== name.toUpperCase());
  const longest = mixed.reduce(
    (best, name) => (wordsOf(name).length > wordsOf(best).length ? name : best),
    draft.name,
  );
  const spelled = mixed.find((name) => name.toLowerCase() === draft.name.toLowerCase());
  return draft.type === "place" ? (spelled ?? draft.name) : longest;
}
