import type { Candidate, Captured } from "./candidate.ts";
import { CoreWords } from "./core-words.ts";
import type { Lexeme } from "./lexeme.ts";
import type { Reading } from "./lexicon.ts";
import { NUMBER_READERS } from "./number.ts";
import type { Element } from "./pattern.ts";
import type { RulesOfTrigger, Trigger } from "./rule-index.ts";
import type { Rule, TimexTables } from "./tables.ts";

/** Everything that rules find, one stage after another: later rules build on what earlier ones found. */
export function findCandidates(text: readonly Lexeme[], tables: TimexTables): readonly Candidate[] {
  const search = new Search(text, tables);
  for (let stage = 1; stage <= tables.stages; stage += 1) search.run(stage);
  return search.found;
}

const NO_TRIGGERS: readonly Trigger[] = [];

/** The best and the rest of what was found at one place, by kind. */
type Found = Map<string, Candidate>;

class Search {
  readonly found: Candidate[] = [];
  readonly #text: readonly Lexeme[];
  readonly #tables: TimexTables;
  /** By first lexeme: the longest expression of each kind. */
  readonly #at: (Found | undefined)[];
  readonly #triggers: (readonly Trigger[] | undefined)[];
  /** By stage: the places where some of its rules may begin, in order. */
  readonly #places: number[][] = [];
  /** The bits of the core words within reach of each place. */
  readonly #ahead: Int32Array;
  /** The places where an expression begins. */
  readonly #begun = new Set<number>();
  /** What the rules of the running stage have found; those of the next one build on it. */
  readonly #fresh: Candidate[] = [];
  /** By order of the rule: the visit of a place in which it was tried last, so that none is tried there twice. */
  readonly #visited: Int32Array;
  /** The pattern that is being matched, where it began, and what stands at each of its places so far. */
  #elements: readonly Element[] = [];
  #first = 0;
  readonly #trail: (Captured | null)[] = [];
  #visit = 0;

  constructor(text: readonly Lexeme[], tables: TimexTables) {
    this.#text = text;
    this.#tables = tables;
    this.#at = new Array(text.length);
    this.#triggers = new Array(text.length);
    this.#ahead = new Int32Array(text.length);
    this.#notePlaces();
    this.#visited = new Int32Array(tables.rules.length);
  }

  /** Notes which core words are within reach of each place, and the places where they are what some rule needs. */
  #notePlaces(): void {
    const { index } = this.#tables;
    this.#text.forEach((lexeme, at) => {
      const bits = index.bitsOf(lexeme);
      if (bits !== 0) this.#noteAhead(at, bits);
    });
    for (let at = 0; at < this.#text.length; at += 1) if (this.#ahead[at] !== 0) this.#notePlace(at);
  }

  #noteAhead(at: number, bits: number): void {
    for (let from = Math.max(0, at - this.#tables.index.reach); from <= at; from += 1) {
      this.#ahead[from] = (this.#ahead[from] ?? 0) | bits;
    }
  }

  #notePlace(at: number): void {
    // What the rules will find is not known yet.
    const ahead = (this.#ahead[at] ?? 0) | CoreWords.found;
    const followed = this.#triggersAt(at + 1).length !== 0;
    for (const { kind, stages } of this.#triggersAt(at)) {
      for (let stage = 1; stage < stages.length; stage += 1) {
        const rules = stages[stage];
        if (!rules || (rules.needs & ahead) === 0) continue;
        // Most of these words are "the" or "in" before a word that no pattern knows.
        if (kind === "word" && !followed && rules.free.length === 0) continue;
        const places = this.#places[stage] ?? [];
        this.#places[stage] = places;
        if (places[places.length - 1] !== at) places.push(at);
      }
    }
  }

  /** What a lexeme can be; told once, and only where it is asked for. */
  #triggersAt(at: number): readonly Trigger[] {
    const known = this.#triggers[at];
    if (known || at >= this.#text.length) return known ?? NO_TRIGGERS;
    const found = this.#tables.index.triggersAt(this.#text, at);
    this.#triggers[at] = found;
    return found;
  }

  run(stage: number): void {
    for (const at of this.#places[stage] ?? []) {
      this.#visit += 1;
      for (const trigger of this.#triggersAt(at)) {
        const rules = trigger.stages[stage];
        if (rules && (rules.needs & (this.#ahead[at] ?? 0)) !== 0)
          this.#try(rules, at, this.#endOf(trigger, at, rules));
      }
    }
    for (const at of this.#begun) {
      this.#visit += 1;
      this.#tryKinds(stage, at);
    }
    for (const candidate of this.#fresh.splice(0)) this.#keep(candidate);
  }

  /** Rules that begin with an expression found before; a pattern of several kinds goes on after the longest. */
  #tryKinds(stage: number, at: number): void {
    const kinds: Found = this.#at[at] ?? new Map();
    for (const kind of kinds.keys()) {
      const rules = this.#tables.index.timex(kind)?.stages[stage];
      if (!rules) continue;
      for (const { to } of kinds.values()) this.#try(rules, at, to);
    }
  }

  /** Matches the rules that may go on with what stands at `end`. */
  #try(rules: RulesOfTrigger, at: number, end: number): void {
    for (const rule of rules.free) this.#tryRule(rule, at);
    if (rules.byNext.size === 0) return;
    for (const trigger of this.#triggersAt(end)) {
      for (const rule of rules.byNext.get(trigger) ?? []) this.#tryRule(rule, at);
    }
    const kinds = this.#at[end];
    if (!kinds) return;
    for (const kind of kinds.keys()) {
      const trigger = this.#tables.index.timex(kind);
      for (const rule of (trigger && rules.byNext.get(trigger)) ?? []) this.#tryRule(rule, at);
    }
  }

  #tryRule(rule: Rule, at: number): void {
    const needs = this.#tables.index.needs[rule.order] ?? 0;
    if ((needs & (this.#ahead[at] ?? 0)) === 0 || this.#visited[rule.order] === this.#visit) return;
    this.#visited[rule.order] = this.#visit;
    const match = this.#match(rule, at);
    if (match) this.#fresh.push(match);
  }

  /** Where the words of the trigger end, the longest reading taken, as a pattern takes it. */
  #endOf({ kind, name }: Trigger, at: number, rules: RulesOfTrigger): number {
    if (rules.byNext.size === 0 || kind === "word") return at + 1;
    return this.#readClass(name, at)?.end ?? this.#text.length;
  }

  #keep(candidate: Candidate): void {
    this.found.push(candidate);
    this.#begun.add(candidate.from);
    this.#noteAhead(candidate.from, CoreWords.found);
    const here = this.#at[candidate.from] ?? new Map();
    this.#at[candidate.from] = here;
    const kind = kindOf(candidate);
    const rival = here.get(kind);
    if (!rival || rival.to < candidate.to) here.set(kind, candidate);
  }

  #match(rule: Rule, at: number): Candidate | null {
    const { elements } = rule.pattern;
    this.#elements = elements;
    this.#first = at;
    if (!this.#follow(0, at)) return null;
    const trail = this.#trail;
    const inside: Captured[] = [];
    const captures = new Map<string, Captured>();
    for (let i = 0; i < elements.length; i += 1) {
      const [element, part] = [elements[i], trail[i]];
      if (!element || !part) continue;
      if (!element.context) inside.push(part);
      if (element.capture) captures.set(element.capture, part);
    }
    if (inside.at(-1)?.value === ",") inside.pop();
    const [first, last] = [inside[0], inside.at(-1)];
    return first && last ? { rule, from: first.from, to: last.to, captures } : null;
  }

  /** Follows the places of the pattern from one on; the trail gets a part for each, null where one is left out. */
  #follow(place: number, at: number): boolean {
    const element = this.#elements[place];
    if (!element) return true;
    const part = this.#read(element, at, at > this.#first);
    if (element.negative ? !part : part) {
      const taken = element.negative ? null : part;
      this.#trail[place] = taken;
      if (this.#follow(place + 1, taken?.to ?? at)) return true;
    }
    if (!element.optional) return false;
    this.#trail[place] = null;
    return this.#follow(place + 1, at);
  }

  #read(element: Element, at: number, joined: boolean): Captured | null {
    const lexeme = this.#text[at];
    if (!lexeme || (joined && !joins(element, lexeme))) return null;
    if (element.kind === "word") {
      return this.#readWord(element, at);
    }
    if (element.kind === "timex") return this.#readTimex(element, at);
    const reading = this.#readClass(element.name, at);
    return reading ? { value: reading.value, from: at, to: reading.end } : null;
  }

  #readClass(name: string, at: number): Reading | null {
    const { lexicon } = this.#tables;
    const reader = NUMBER_READERS.get(name);
    return reader ? reader(this.#text, at, lexicon) : lexicon.read(this.#text, at, name);
  }

  #readWord(element: Element, at: number): Captured | null {
    const word = this.#text[at]?.word ?? "";
    for (const phrase of element.phrases) {
      if (phrase[0] !== word || !this.#goesOn(phrase, at)) continue;
      return { value: phrase.join(" "), from: at, to: at + phrase.length };
    }
    return element.names.has(word) ? { value: word, from: at, to: at + 1 } : null;
  }

  #goesOn(phrase: readonly string[], at: number): boolean {
    for (let i = 1; i < phrase.length; i += 1) {
      const lexeme = this.#text[at + i];
      if (lexeme?.word !== phrase[i] || lexeme?.gap === "break") return false;
    }
    return true;
  }

  #readTimex(element: Element, at: number): Captured | null {
    let best: Candidate | undefined;
    for (const [kind, candidate] of this.#at[at] ?? []) {
      if (element.names.has(kind) && (!best || candidate.to > best.to)) best = candidate;
    }
    return best ? { value: kindOf(best), from: best.from, to: best.to, inner: best } : null;
  }
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
