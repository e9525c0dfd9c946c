import type { Reading } from "../../model/layers.ts";
import type { Name, Token } from "../../model/token.ts";
import { withoutGeneration } from "./full-name.ts";
import { roleOf } from "./role.ts";
import type { EntityTables } from "./tables.ts";

/** A well-known body, by its full name. */
export interface KnownBody {
  readonly name: string;
  /** Sort of body: company, bank, media … */
  readonly kind: string;
  /** What it is called once a report has given its name: "Fannie" of "Fannie Mae". */
  readonly shorts: ReadonlySet<string>;
}

/** Well-known bodies by each of their names, as written and in capitals. */
export interface KnownBodies {
  readonly byName: ReadonlyMap<string, KnownBody>;
  /** Names of several words, by their first letters. */
  readonly long: ReadonlyMap<string, readonly string[]>;
}

/** So many letters of a name lead to it. */
const KEY = 3;

/** Reads the rows of the table of bodies; names in a cell are separated by "|". */
export function readBodies(
  rows: readonly {
    readonly name: string;
    readonly kind: string;
    readonly also?: string;
    readonly short?: string;
  }[],
): KnownBodies {
  const byName = new Map<string, KnownBody>();
  const long = new Map<string, string[]>();
  for (const { name, kind, also = "", short = "" } of rows) {
    const body = { name, kind, shorts: new Set(short.split("|").filter((each) => each !== "")) };
    for (const each of [name, ...also.split("|")].filter((text) => text !== "")) {
      byName.set(each, body);
      if (!byName.has(each.toUpperCase())) byName.set(each.toUpperCase(), body);
      if (/[^\p{L}\p{N}]/u.test(each))
        long.set(each.slice(0, KEY), [...(long.get(each.slice(0, KEY)) ?? []), each]);
    }
  }
  for (const names of long.values()) names.sort((a, b) => b.length - a.length);
  return { byName, long };
}

function plain(text: string): string {
  return text.replaceAll("’", "'").replace(/^the /iu, "");
}

/** The names of well-known bodies, wherever they stand; those of one word only where it is plainly a name. */
export function writtenBodies({ article, tokens }: Reading<"tokens">, bodies: KnownBodies): Name[] {
  const text = article.text.replaceAll("’", "'");
  return tokens.flatMap((token, index): Name[] => {
    const { start } = token;
    if (/[\p{L}\p{N}-]/u.test(text[start - 1] ?? "")) return [];
    const name = longName(text, start, bodies) ?? (isPlainlyName(tokens, index) ? token.text : "");
    if (!bodies.byName.has(name)) return [];
    const end = start + name.length;
    return [{ start, end, text: article.text.slice(start, end), type: "organization" }];
  });
}

/** A proper noun, "TikTok" however it is tagged, and "BASF" unless it stands among words in capitals. */
export function isPlainlyName(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (!token || token.upos === "PROPN") return token !== undefined;
  const isLoud = (at: number) => /^\p{Lu}[\p{Lu}\p{N}]+$/u.test(tokens[at]?.text ?? "");
  const isQuiet = !isLoud(index - 1) && !isLoud(index + 1);
  return /\p{Ll}\p{Lu}/u.test(token.text) || (isLoud(index) && isQuiet);
}

function longName(text: string, start: number, { long }: KnownBodies): string | undefined {
  const isWhole = (name: string) =>
    text.startsWith(name, start) && !/[\p{L}\p{N}]/u.test(text[start + name.length] ?? "");
  return long.get(text.slice(start, start + KEY))?.find(isWhole);
}

/** What well-known body a name means in one report. */
export type BodyOf = (name: string) => KnownBody | undefined;

/** The last words of the full names of persons: "Ford" in a report of Gerald Ford is he. In small letters. */
export function surnamesIn(
  names: readonly Name[],
  { article }: Reading<"tokens">,
  tables: EntityTables,
): ReadonlySet<string> {
  const before = (start: number) =>
    /(\p{Lu}[\p{L}.]*) $/u.exec(article.text.slice(Math.max(0, start - 20), start))?.[1];
  const persons = names.filter(({ type, text, start }) => {
    if (/\s/u.test(text)) return type === "person" && !tables.bodies.byName.has(plain(text));
    const title = before(start);
    return title !== undefined && roleOf(title, tables) !== undefined;
  });
  return new Set(persons.map(({ text }) => withoutGeneration(text.toLowerCase().split(/\s+/u)).at(-1) ?? ""));
}

/** Finds the body that a name means: a short name only where the report gives the full one, none where it is a surname. */
export function bodiesIn(
  names: readonly Name[],
  { surnames, bodies: { byName } }: { readonly surnames: ReadonlySet<string>; readonly bodies: KnownBodies },
): BodyOf {
  const byShort = new Map<string, KnownBody>();
  for (const { text } of names) {
    const body = byName.get(plain(text));
    for (const short of body?.shorts ?? []) if (body) byShort.set(short, body);
  }
  return (name) => {
    const text = plain(name);
    return surnames.has(text.toLowerCase()) ? undefined : (byName.get(text) ?? byShort.get(text));
  };
}
