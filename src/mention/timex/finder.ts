import type { Candidate, Captured } from "./candidate.ts";
import type { Lexeme } from "./lexeme.ts";
import type { Reading } from "./lexicon.ts";
import { NUMBER_READERS } from "./number.ts";
import type { Element } from "./pattern.ts";
import type { RulesOfTrigger } from "./rule-index.ts";
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
  /** The places where some rule may begin, in order. */
  readonly #places: number[] = [];
  /** By order of the rule: the visit of a place in which it was tried last, so that none is tried there twice. */
  readonly #visited: Int32Array;
  #visit = 0;

  constructor(text: readonly Lexeme[], tables: TimexTables) {
    this.#text = text;
    this.#tables = tables;
    this.#at = new Array(text.length);
    this.#triggers = new Array(text.length);
    for (let at = 0; at < text.length; at += 1) {
      this.#triggers[at] = tables.index.triggersAt(text, at);
      if (this.#triggers[at]?.length !== 0) this.#places.push(at);
    }
    this.#visited = new Int32Array(tables.rules.length);
  }

  run(stage: number): void {
    const fresh: Candidate[] = [];
    for (const at of this.#places) {
      this.#visit += 1;
      for (const trigger of this.#triggers[at] ?? []) {
        const rules = this.#tables.index.rules(stage, trigger);
        if (rules) this.#try(rules, { at, end: this.#endOf(trigger, at, rules), fresh });
      }
      const kinds = this.#at[at];
      if (kinds) this.#tryKinds(stage, kinds, { at, fresh });
    }
    for (const candidate of fresh) this.#keep(candidate);
  }

  /** Rules that begin with an expression found before; a pattern of several kinds goes on after the longest. */
  #tryKinds(stage: number, kinds: Found, { at, fresh }: { at: number; fresh: Candidate[] }): void {
    for (const kind of kinds.keys()) {
      const rules = this.#tables.index.rules(stage, `timex:${kind}`);
      if (!rules) continue;
      for (const { to } of kinds.values()) this.#try(rules, { at, end: to, fresh });
    }
  }

  /** Matches the rules that may go on with what stands at `end`. */
  #try(rules: RulesOfTrigger, { at, end, fresh }: { at: number; end: number; fresh: Candidate[] }): void {
    for (const rule of rules.free) this.#tryRule(rule, at, fresh);
    if (rules.byNext.size === 0) return;
    for (const trigger of this.#triggers[end] ?? []) {
      for (const rule of rules.byNext.get(trigger) ?? []) this.#tryRule(rule, at, fresh);
    }
    const kinds = this.#at[end];
    if (!kinds) return;
    for (const kind of kinds.keys()) {
      for (const rule of rules.byNext.get(`timex:${kind}`) ?? []) this.#tryRule(rule, at, fresh);
    }
  }

  #tryRule(rule: Rule, at: number, fresh: Candidate[]): void {
    if (this.#visited[rule.order] === this.#visit) return;
    this.#visited[rule.order] = this.#visit;
    const match = this.#match(rule, at);
    if (match) fresh.push(match);
  }

  /** Where the words of the trigger end, the longest reading taken, as a pattern takes it. */
  #endOf(trigger: string, at: number, rules: RulesOfTrigger): number {
    if (rules.byNext.size === 0 || trigger.startsWith("word:")) return at + 1;
    return this.#readClass(trigger.slice("class:".length), at)?.end ?? this.#text.length;
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
    const reading = this.#readClass(name, at);
    return reading ? { value: reading.value, from: at, to: reading.end } : null;
  }

  #readClass(name: string, at: number): Reading | null {
    const { lexicon } = this.#tables;
    const reader = NUMBER_READERS.get(name);
    return reader ? reader(this.#text, at, lexicon) : lexicon.read(this.#text, at, name);
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
