import type { PageDocument } from "./dom.ts";

/** An object of JSON as pages hold it; nothing about it is sure. */
export type Json = Readonly<Record<string, unknown>>;

/** More is no data of one report, and takes long to search. */
const MAX_SOURCE = 3_000_000;
/** Objects in objects are looked at this deep. */
const MAX_DEPTH = 12;
/** And no more of them. */
const MAX_OBJECTS = 20_000;

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Marks around JSON that hide it from old browsers. */
function withoutWrapping(source: string): string {
  return source
    .replace(/^\s*(?:\/\/|\/\*)?\s*<!\[CDATA\[(?:\s*\*\/)?|(?:\/\/|\/\*)?\s*\]\]>(?:\s*\*\/)?\s*$/g, "")
    .replace(/^\s*<!--|-->\s*$/g, "")
    .replace(/;\s*$/, "")
    .trim();
}

/**
 * The value of JSON that a page holds; undefined where it is none. Line breaks inside strings and commas
 * before a closing bracket, which many sites write and JSON forbids, are forgiven.
 */
export function parseLoosely(source: string): unknown {
  if (source.length > MAX_SOURCE) return undefined;
  const text = withoutWrapping(source);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is to be forgiven
  const spaced = text.replace(/[\u0000-\u001F]+/g, " ");
  const attempts = [text, spaced, spaced.replace(/,\s*(?=[}\]])/g, ""), spaced.replace(/&quot;/g, '"')];
  for (const attempt of attempts) {
    const value = tryParse(attempt);
    if (value !== undefined) return value;
  }
  return undefined;
}

export function isObject(value: unknown): value is Json {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/** All objects inside the value, outer ones first. */
export function objectsIn(value: unknown): readonly Json[] {
  const found: Json[] = [];
  let level: readonly unknown[] = [value];
  for (let depth = 0; depth < MAX_DEPTH && level.length > 0 && found.length < MAX_OBJECTS; depth++) {
    const next: unknown[] = [];
    for (const each of level) {
      if (isObject(each)) found.push(each);
      if (each !== null && typeof each === "object") next.push(...Object.values(each));
    }
    level = next.slice(0, MAX_OBJECTS);
  }
  return found;
}

/** Index after the bracket that closes the one at `start`; the end of the text where none does. */
function closingOf(text: string, start: number): number {
  let depth = 0;
  let quoted = false;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (character === "\\") at++;
    else if (character === '"') quoted = !quoted;
    else if (!quoted && character === "{") depth++;
    else if (!quoted && character === "}" && --depth === 0) return at + 1;
  }
  return text.length;
}

/** An object that a script assigns to a name: `window.__STATE__ = {…}`. */
const ASSIGNED = /(?:^|[;\s])(?:(?:window|self)\.|var |let |const )?[\w.$]{2,60}\s*=\s*(?=\{\s*")/g;

function assignedIn(source: string): readonly unknown[] {
  if (source.length > MAX_SOURCE) return [];
  return [...source.matchAll(ASSIGNED)].slice(0, 8).map((match) => {
    const start = match.index + match[0].length;
    return tryParse(source.slice(start, closingOf(source, start)));
  });
}

/** The data that a page's own scripts work with, as far as it is JSON. Nothing is run. */
export function pageData(document: PageDocument): readonly unknown[] {
  return [...document.querySelectorAll("script")].flatMap((script) => {
    const type = script.getAttribute("type") ?? "";
    if (type === "application/ld+json") return [];
    const source = script.textContent ?? "";
    if (type === "application/json") return [parseLoosely(source)];
    return /^(?:text\/javascript|application\/javascript|module)?$/.test(type) ? assignedIn(source) : [];
  });
}
