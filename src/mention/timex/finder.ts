import type { Candidate, Captured } from "./candidate.ts";
import type { Lexeme } from "./lexeme.ts";
import { NUMBER_READERS } from "./number.ts";
import type { Element } from "./pattern.ts";
import type { Rule, TimexTables } from "./tables.ts";

/** Everything that rules find, one stage after another: later rules build on what earlier ones found. */
export function findCandidates(text: readonly Lexeme[], tables: TimexTables): readonly Candidate[] {
  const search = new Search(text, tables);
  for (let stage = 1; stage <= tables.stages; stage += 1) search.run(stage);
  return search.found;
}

/** The best and the rest of what was found at one place, by kind. */
type Found = Map<string, Candidate>;

class Search {
  readonly found: Candidate[] = [];
  readonly #text: readonly Lexeme[];
  readonly #tables: TimexTables;
  /** By first lexeme: the longest expression of each kind. */
  readonly #at: (Found | undefined)[];
  readonly #triggers: (readonly string[])[];

  constructor(text: readonly Lexeme[], tables: TimexTables) {
    this.#text = text;
    this.#tables = tables;
    this.#at = new Array(text.length);
    this.#triggers = text.map((_, at) => tables.index.triggersAt(text, at));
  }

  run(stage: number): void {
    const fresh: Candidate[] = [];
    for (let at = 0; at < this.#text.length; at += 1) {
      for (const rule of this.#rulesAt(stage, at)) {
        const match = this.#match(rule, at);
        if (match) fresh.push(match);
      }
    }
    for (const candidate of fresh) this.#keep(candidate);
  }

  #rulesAt(stage: number, at: number): Iterable<Rule> {
    const here = this.#beginningsAt(at);
    return here.length === 0 ? [] : this.#tables.index.rules(stage, here, this.#beginningsAt(at + 1));
  }

  /** Triggers of the lexeme and of the expressions found there. */
  #beginningsAt(at: number): readonly string[] {
    const words = this.#triggers[at] ?? [];
    const kinds = this.#at[at];
    return kinds ? [...words, ...[...kinds.keys()].map((kind) => `timex:${kind}`)] : words;
  }

  #keep(candidate: Candidate): void {
    this.found.push(candidate);
    const here = this.#at[candidate.from] ?? new Map();
    this.#at[candidate.from] = here;
    const kind = kindOf(candidate);
    const rival = here.get(kind);
    if (!rival || rival.to < candidate.to) here.set(kind, candidate);
  }

  #match(rule: Rule, at: number): Candidate | null {
    const trail: Captured[] = [];
    const elements = rule.pattern.elements;
    const end = this.#follow(elements, { place: 0, at, first: at, trail });
    if (end < 0) return null;
    const inside = trail.filter((part, i) => !elements[i]?.context && taken(part));
    if (inside.at(-1)?.value === ",") inside.pop();
    const [first, last] = [inside[0], inside.at(-1)];
    if (!first || !last) return null;
    const captures = new Map<string, Captured>();
    trail.forEach((part, i) => {
      const name = elements[i]?.capture;
      if (name && taken(part)) captures.set(name, part);
    });
    return { rule, from: first.from, to: last.to, captures };
  }

  /** Follows the places of a pattern from `at`; `trail` gets one part for each, empty where one is left out. */
  #follow(
    elements: readonly Element[],
    state: { place: number; at: number; first: number; trail: Captured[] },
  ): number {
    const { place, at, first, trail } = state;
    const element = elements[place];
    if (!element) return at;
    const part = this.#read(element, at, at > first);
    if (element.negative ? !part : part) {
      trail[place] = element.negative || !part ? nothing(at) : part;
      const end = this.#follow(elements, { place: place + 1, at: trail[place]?.to ?? at, first, trail });
      if (end >= 0) return end;
    }
    if (!element.optional) return -1;
    trail[place] = nothing(at);
    return this.#follow(elements, { place: place + 1, at, first, trail });
  }

  #read(element: Element, at: number, joined: boolean): Captured | null {
    const lexeme = this.#text[at];
    if (!lexeme || (joined && !joins(element, lexeme))) return null;
    if (element.kind === "word") {
      return this.#readWord(element, at);
    }
    if (element.kind === "timex") return this.#readTimex(element, at);
    const [name = ""] = element.names;
    const reader = NUMBER_READERS.get(name);
    const lexicon = this.#tables.lexicon;
    const reading = reader ? reader(this.#text, at, lexicon) : lexicon.read(this.#text, at, name);
    return reading ? { value: reading.value, from: at, to: reading.end } : null;
  }

  #readWord(element: Element, at: number): Captured | null {
    const phrase = element.phrases.find((words) =>
      words.every(
        (word, i) => this.#text[at + i]?.word === word && (i === 0 || this.#text[at + i]?.gap !== "break"),
      ),
    );
    if (phrase) return { value: phrase.join(" "), from: at, to: at + phrase.length };
    const word = this.#text[at]?.word ?? "";
    return element.names.has(word) ? { value: word, from: at, to: at + 1 } : null;
  }

  #readTimex(element: Element, at: number): Captured | null {
    let best: Candidate | undefined;
    for (const [kind, candidate] of this.#at[at] ?? []) {
      if (element.names.has(kind) && (!best || candidate.to > best.to)) best = candidate;
    }
    return best ? { value: kindOf(best), from: best.from, to: best.to, inner: best } : null;
  }
}

function nothing(at: number): Captured {
  return { value: "", from: at, to: at };
}

function taken(part: Captured | undefined): boolean {
  return part !== undefined && part.to > part.from;
}

/** Kinds of expression by the unit captured, for rules that make `unit`. */
const UNIT_KINDS: Readonly<Record<string, string>> = {
  D: "day",
  W: "week",
  WE: "weekend",
  M: "month",
  Q: "quarter",
  Y: "year",
  DE: "decade",
  CE: "century",
};

/** The kind that other rules name the candidate by. */
function kindOf(candidate: Candidate): string {
  const { makes } = candidate.rule;
  if (makes !== "unit") return makes;
  const inner = candidate.captures.get("timex")?.inner;
  return inner ? kindOf(inner) : (UNIT_KINDS[candidate.captures.get("unit")?.value ?? ""] ?? "time");
}

function joins(element: Element, lexeme: Lexeme): boolean {
  if (element.join === "hyphen") return lexeme.gap === "hyphen";
  if (element.join === "none") return lexeme.gap === "none";
  return lexeme.gap !== "break";
}
