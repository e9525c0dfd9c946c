import type { RoleTime } from "../../model/entity.ts";
import { type Span, type TextSpan, textSpan } from "../../model/span.ts";
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
export function roleOf(words: string, tables: Pick<EntityTables, "roles">): RoleRow | undefined {
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
      const found = [...titlesBefore(range.from, draft, context), ...officeAfter(range.to, draft, context)];
      for (const role of found) addRole(draft, textSpan(text, role.start, role.end), context.tables);
    }
  }
}

export interface RoleContext {
  readonly tokens: readonly Token[];
  readonly drafts: readonly Draft[];
  readonly tables: EntityTables;
  /** Indices of the tokens that tell a time. */
  readonly timed: ReadonlySet<number>;
}

function addRole(draft: Draft, role: TextSpan, tables: EntityTables): void {
  const row = roleOf(headWords(role.text), tables);
  if (!row) return;
  draft.gender ??= row.gender;
  draft.roleNouns.add(row.role);
  if (COURTESY.test(role.text) || draft.roles.some((other) => other.text === role.text)) return;
  const when = timeOfRole(role.text, tables);
  draft.roles.push(when ? { ...role, when } : role);
}

/** "head of oil giant Rosneft" has its role noun before the first preposition. */
function headWords(role: string): string {
  return role.split(/ (?:of|for|to|at|in) /u)[0] ?? role;
}

/** Titles that begin a name, so that no other word goes with them: "On the night in question Dr Weiss". */
const COURTESY = /^(?:mr|mrs|ms|miss|dr|sir)\.?$/iu;

/** The titles before a name: an office, a courtesy, or the one before the other ("prosecutor Mr Weiss"). */
function titlesBefore(nameFrom: number, owner: Draft, context: RoleContext): Span[] {
  const { tokens } = context;
  const last = tokens[nameFrom - 1];
  if (!last || !COURTESY.test(last.text)) return officeBefore(nameFrom, owner, context);
  if (last.sentence !== tokens[nameFrom]?.sentence) return [];
  return [...officeBefore(nameFrom - 1, owner, context), { start: last.start, end: last.end }];
}

function officeBefore(nameFrom: number, owner: Draft, context: RoleContext): Span[] {
  const { tokens, tables } = context;
  const last = tokens[nameFrom - 1];
  if (!last || last.sentence !== tokens[nameFrom]?.sentence) return [];
  if (!roleOf(wordsBetween(tokens, nameFrom - 3, nameFrom), tables)) return [];
  // "Secretary of State": a title of the table may hold a preposition.
  const three = nameFrom >= 3 ? wordsBetween(tokens, nameFrom - 3, nameFrom).toLowerCase() : "";
  let from = tables.roles.has(three) ? nameFrom - 3 : nameFrom - 1;
  while (from > 0 && mayStandInTitle(from - 1, context) && !ownedByPerson(from - 1, owner, context)) from--;
  return [{ start: tokens[from]?.start ?? last.start, end: last.end }];
}

function wordsBetween(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(Math.max(0, from), to)
    .map((token) => token.text)
    .join(" ");
}

/** Words in small letters that go with a title in capitals: "deputy Prime Minister". */
const RANKS = new Set([
  "deputy",
  "vice",
  "assistant",
  "senior",
  "junior",
  "chief",
  "veteran",
  "longtime",
  "fellow",
]);

/** Whether the token goes on a title to the left: no time, and no word of another phrase. */
function mayStandInTitle(index: number, { tokens, timed, tables: { roleTimes } }: RoleContext): boolean {
  const [token, next] = [tokens[index], tokens[index + 1]];
  if (!token || !next || token.sentence !== next.sentence) return false;
  const word = token.text.toLowerCase();
  if (roleTimes.has(word)) return true;
  if (timed.has(index)) return false;
  if (token.text === "-") return token.end === next.start;
  // "The rest of the single | Prime Minister Weiss said": a title in capitals does not begin with small letters.
  const isCut = /^\p{Lu}/u.test(next.text) && /^\p{Ll}/u.test(token.text) && !RANKS.has(word);
  return TITLE_PARTS.has(token.upos) && !isCut;
}

function ownedByPerson(index: number, owner: Draft, { tokens, drafts }: RoleContext): boolean {
  const token = tokens[index];
  const draft = token && draftAt(drafts, token);
  return draft !== undefined && draft !== owner && draft.type === "person";
}

function officeAfter(nameTo: number, owner: Draft, context: RoleContext): Span[] {
  const { tokens, tables } = context;
  if (tokens[nameTo]?.text !== ",") return [];
  let from = nameTo + 1;
  if (tokens[from]?.upos === "DET") from++;
  let to = from;
  while (to < tokens.length && to - from < MAX_APPOSITION && continuesOffice(tokens, to, from)) to++;
  to = withoutLooseEnd(tokens, from, to);
  const first = tokens[from];
  const last = tokens[to - 1];
  // "Weiss, President Tamm and …" goes on with another; "Weiss, the Norva president", "Weiss, Estonia's president" does not.
  const isOther = first?.upos === "PROPN" && from === nameTo + 1 && !isOwner(tokens, from);
  if (!first || !last || to <= from || first.upos === "ADP" || isOther) return [];
  if (isTitleOfAnother({ from, to }, owner, context)) return [];
  const isOffice = roleOf(headWords(wordsBetween(tokens, from, to)), tables);
  return isOffice ? [{ start: first.start, end: last.end }] : [];
}

/** Without the part of a compound, and the little words before it, at which the phrase breaks off: "for the Norva-|led". */
function withoutLooseEnd(tokens: readonly Token[], from: number, end: number): number {
  let to = tokens[end - 1]?.text === "-" ? end - 2 : end;
  while (to > from && ["DET", "ADP"].includes(tokens[to - 1]?.upos ?? "")) to--;
  return to;
}

/**
 * "Weiss, Norva's Chancellor of the Exchequer Karl Tamm, and …": a name that ends the phrase has the title itself, unless
 * a preposition, or a preposition and a title, leads to it ("adviser to President Tamm").
 */
function isTitleOfAnother(
  { from, to }: { from: number; to: number },
  owner: Draft,
  context: RoleContext,
): boolean {
  const { tokens, tables } = context;
  let name = to;
  while (name > from && ownedByPerson(name - 1, owner, context)) name--;
  const before = tokens[name - 1];
  if (name === to || name === from || before === undefined || before.upos === "ADP") return false;
  return !roleOf(before.text, tables);
}

/** Whether a name with "'s" begins here: "Estonia's", "New Zealand's". */
function isOwner(tokens: readonly Token[], from: number): boolean {
  let at = from;
  while (tokens[at]?.upos === "PROPN") at++;
  return /^['’]s?$/u.test(tokens[at]?.text ?? "");
}

function continuesOffice(tokens: readonly Token[], index: number, from: number): boolean {
  const token = tokens[index];
  if (!token || token.sentence !== tokens[index - 1]?.sentence) return false;
  const closes = token.upos === "PUNCT" && token.text !== "-";
  // "Then" may open it; an adverb behind it goes with the sentence.
  const isOutside = ["VERB", "AUX", "PRON"].includes(token.upos) || (token.upos === "ADV" && index > from);
  return !closes && !isOutside && relation(token) !== "cc";
}
