import type { RoleTime } from "../../model/entity.ts";
import { type TextSpan, textSpan } from "../../model/span.ts";
import type { Token } from "../../model/token.ts";
import { relation, tokensIn } from "../tree.ts";
import type { Draft } from "./draft.ts";
import { draftAt } from "./draft.ts";
import type { EntityTables, RoleRow } from "./tables.ts";

/** Words that may stand inside a title: "Russian", "deputy", "then", "Kremlin". */
const TITLE_PARTS = new Set(["NOUN", "PROPN", "ADJ"]);
/** A role after a name seldom runs longer: "the head of oil giant Rosneft". */
const MAX_APPOSITION = 12;

/** Length of the title at the beginning of a name, with the space after it. */
export function titleLength(name: string, tables: EntityTables): number {
  const words = [...name.matchAll(/\S+/gu)];
  let cut = 0;
  for (let count = 1; count < words.length && count <= 4; count++) {
    const title = name.slice(0, (words[count - 1]?.index ?? 0) + (words[count - 1]?.[0].length ?? 0));
    if (roleOf(title, tables)) cut = words[count]?.index ?? 0;
  }
  return cut;
}

/** Whether the role is told of another time: "former", "then", "-elect". */
function timeOfRole(role: string, tables: EntityTables): RoleTime | undefined {
  const words = role.toLowerCase().split(/[\s-]+/u);
  return words.map((word) => tables.roleTimes.get(word)).find((when) => when !== undefined);
}

/** The row of the role noun with which the words end: "foreign minister" of "Russian foreign minister". */
export function roleOf(words: string, tables: EntityTables): RoleRow | undefined {
  const parts = words
    .toLowerCase()
    .replace(/\./gu, "")
    .replace(/\b(?:ex|then)\s?-\s?|\s?[-\s]\s?(?:elect|designate)$/gu, "")
    .split(/\s+/u);
  for (let from = Math.max(0, parts.length - 3); from < parts.length; from++) {
    const row = tables.roles.get(parts.slice(from).join(" "));
    if (row) return row;
  }
  return undefined;
}

/** Gives each person the titles that stand before the name and the offices that stand after it. */
export function addRoles(drafts: readonly Draft[], text: string, context: RoleContext): void {
  for (const draft of drafts) {
    if (draft.type !== "person") continue;
    for (const mention of draft.mentions.filter((each) => each.kind === "name")) {
      const range = tokensIn(context.tokens, mention);
      const found = [titleBefore(range.from, draft, context), officeAfter(range.to, context)];
      for (const role of found)
        if (role) addRole(draft, textSpan(text, role.start, role.end), context.tables);
    }
  }
}

export interface RoleContext {
  readonly tokens: readonly Token[];
  readonly drafts: readonly Draft[];
  readonly tables: EntityTables;
}

function addRole(draft: Draft, role: TextSpan, tables: EntityTables): void {
  const row = roleOf(headWords(role.text), tables);
  if (!row) return;
  draft.gender ??= row.gender;
  draft.roleNouns.add(row.role);
  const courtesy = /^(mr|mrs|ms|miss|dr|sir)\.?$/iu.test(role.text);
  if (courtesy || draft.roles.some((other) => other.text === role.text)) return;
  const when = timeOfRole(role.text, tables);
  draft.roles.push(when ? { ...role, when } : role);
}

/** "head of oil giant Rosneft" has its role noun before the first preposition. */
function headWords(role: string): string {
  return role.split(/ (?:of|for|to|at|in) /u)[0] ?? role;
}

function titleBefore(
  nameFrom: number,
  owner: Draft,
  context: RoleContext,
): { start: number; end: number } | undefined {
  const { tokens, tables } = context;
  const last = tokens[nameFrom - 1];
  if (!last || last.sentence !== tokens[nameFrom]?.sentence) return undefined;
  if (!roleOf(wordsBetween(tokens, nameFrom - 3, nameFrom), tables)) return undefined;
  // "Secretary of State": a title of the table may hold a preposition.
  const three = nameFrom >= 3 ? wordsBetween(tokens, nameFrom - 3, nameFrom).toLowerCase() : "";
  let from = tables.roles.has(three) ? nameFrom - 3 : nameFrom - 1;
  while (
    from > 0 &&
    mayStandInTitle(tokens[from - 1], tokens[from], tables) &&
    !ownedByPerson(from - 1, owner, context)
  )
    from--;
  return { start: tokens[from]?.start ?? last.start, end: last.end };
}

function wordsBetween(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(Math.max(0, from), to)
    .map((token) => token.text)
    .join(" ");
}

function mayStandInTitle(
  token: Token | undefined,
  next: Token | undefined,
  { roleTimes }: EntityTables,
): boolean {
  if (!token || !next || token.sentence !== next.sentence) return false;
  if (roleTimes.has(token.text.toLowerCase())) return true;
  return TITLE_PARTS.has(token.upos) || (token.text === "-" && token.end === next.start);
}

function ownedByPerson(index: number, owner: Draft, { tokens, drafts }: RoleContext): boolean {
  const token = tokens[index];
  const draft = token && draftAt(drafts, token);
  return draft !== undefined && draft !== owner && draft.type === "person";
}

function officeAfter(nameTo: number, context: RoleContext): { start: number; end: number } | undefined {
  const { tokens, tables } = context;
  if (tokens[nameTo]?.text !== ",") return undefined;
  let from = nameTo + 1;
  if (tokens[from]?.upos === "DET") from++;
  let to = from;
  while (to < tokens.length && to - from < MAX_APPOSITION && continuesOffice(tokens, to)) to++;
  const first = tokens[from];
  const last = tokens[to - 1];
  // "Weiss, President Tamm and …" goes on with another; "Weiss, the Norva president", "Weiss, Estonia's president" does not.
  const isOther = first?.upos === "PROPN" && from === nameTo + 1 && !isOwner(tokens, from);
  if (!first || !last || to <= from || isOther) return undefined;
  return roleOf(headWords(wordsBetween(tokens, from, to)), tables)
    ? { start: first.start, end: last.end }
    : undefined;
}

/** Whether a name with "'s" begins here: "Estonia's", "New Zealand's". */
function isOwner(tokens: readonly Token[], from: number): boolean {
  let at = from;
  while (tokens[at]?.upos === "PROPN") at++;
  return /^['’]s?$/u.test(tokens[at]?.text ?? "");
}

function continuesOffice(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (!token || token.sentence !== tokens[index - 1]?.sentence) return false;
  const closes = token.upos === "PUNCT" && token.text !== "-";
  return !closes && !["VERB", "AUX", "PRON"].includes(token.upos) && relation(token) !== "cc";
}
