import { ChroniclerError } from "../../model/error.ts";
import { NUMBER_READERS } from "./number.ts";

/** One place of a pattern. */
export interface Element {
  readonly kind: "word" | "class" | "timex";
  /** Words, or kinds of time expression, any of which will do; the one class. */
  readonly names: ReadonlySet<string>;
  /** The first of them. */
  readonly name: string;
  /** Word groups, any of which will do. */
  readonly phrases: readonly (readonly string[])[];
  /** Name under which what is found is kept. */
  readonly capture: string;
  readonly optional: boolean;
  /** Outside of the expression itself: it must be there (`[in]`), or must not (`!ago`). */
  readonly context: boolean;
  readonly negative: boolean;
  /** What must stand before it: a hyphen (`-old`), nothing (`+s`); else a space or a hyphen. */
  readonly join: "hyphen" | "none" | "any";
}

/** A pattern: its places in order, and what it can begin with. */
export interface Pattern {
  readonly elements: readonly Element[];
  readonly starts: readonly Start[];
}

/** One way in which a match can begin. */
export interface Start {
  /** `word:the`, `class:month`, `timex:day`. */
  readonly trigger: string;
  /** What can come right after the first place; null where anything can. */
  readonly next: readonly string[] | null;
}

const ELEMENT = /^(?<join>[-+]?)(?<core>!?[^?]+)(?<optional>\??)$/;

/** Kinds of time expression that a table may name in one word. */
const KIND_GROUPS: Readonly<Record<string, readonly string[]>> = {
  date: ["day", "week", "weekend", "month", "season", "quarter", "half", "year", "decade", "century"],
  period: ["week", "weekend", "month", "season", "quarter", "half", "year", "decade", "century"],
};

/**
 * Compiles a pattern of the rule tables. Places are divided by spaces:
 * `word`, `(one|another|two_words)`, `{class}` or `{class:name}`, `<kind>` or `<kind:name>` for a time expression found
 * before, each with `?` where it may be missing; `[…]` around what must stand beside the expression without
 * belonging to it, `!…` before what must not; `-` or `+` before what must be joined on by a hyphen or directly.
 * There is no repetition, so a match looks at no more lexemes than the pattern has places.
 */
export function compilePattern(source: string): Pattern {
  const elements = source.split(/\s+/).map(compileElement);
  const starts: Start[] = [];
  for (const [place, element] of elements.entries()) {
    if (element.negative) continue;
    const next = nextTriggers(elements.slice(place + 1));
    for (const name of element.names) starts.push({ trigger: `${element.kind}:${name}`, next });
    for (const [first, second] of element.phrases) {
      starts.push({ trigger: `word:${first}`, next: [`word:${second}`] });
    }
    if (!element.optional) return { elements, starts };
  }
  throw new ChroniclerError(
    "bad-table",
    `The pattern "${source}" can match nothing; one place must be needed.`,
  );
}

function triggersOf(element: Element): string[] {
  const names = [...element.names].map((name) => `${element.kind}:${name}`);
  return [...names, ...element.phrases.map(([first]) => `word:${first}`)];
}

function nextTriggers(elements: readonly Element[]): readonly string[] | null {
  const triggers: string[] = [];
  for (const element of elements) {
    if (element.negative) continue;
    triggers.push(...triggersOf(element));
    if (!element.optional) return triggers;
  }
  return null;
}

function compileElement(source: string): Element {
  const match = ELEMENT.exec(source);
  const { join = "", core = "", optional = "" } = match?.groups ?? {};
  const negative = core.startsWith("!");
  const bare = negative ? core.slice(1) : core;
  const context = negative || bare.startsWith("[");
  const body = bare.startsWith("[") ? bare.slice(1, -1) : bare;
  const compiled = compileCore(body, source);
  const [name = ""] = compiled.names;
  return {
    ...compiled,
    name,
    optional: optional !== "",
    context,
    negative,
    join: join === "-" ? "hyphen" : join === "+" ? "none" : "any",
  };
}

function compileCore(body: string, source: string): Pick<Element, "kind" | "names" | "phrases" | "capture"> {
  const inner = body.slice(1, -1);
  const [names = "", capture = names] = inner.split(":");
  if (body.startsWith("{")) return { kind: "class", names: new Set([names]), phrases: [], capture };
  if (body.startsWith("<")) {
    const kinds = names.split("|").flatMap((name) => KIND_GROUPS[name] ?? [name]);
    return {
      kind: "timex",
      names: new Set(kinds),
      phrases: [],
      capture: inner.includes(":") ? capture : "timex",
    };
  }
  if (/[{}<>[\]]/.test(body)) throw new ChroniclerError("bad-table", `Cannot read "${source}" in a pattern.`);
  const words = body.startsWith("(") ? inner.split("|") : body.split("|");
  const phrases = words.filter((word) => word.includes("_")).map((word) => word.split("_"));
  return { kind: "word", names: new Set(words.filter((word) => !word.includes("_"))), phrases, capture: "" };
}

/** Whether the class is read by rule (numbers, years, clock times) and not from a list of words. */
export function isNumberClass(name: string): boolean {
  return NUMBER_READERS.has(name);
}
