import type { Lexeme } from "./lexeme.ts";
import type { Lexicon } from "./lexicon.ts";
import { numberClassesAt } from "./number.ts";
import type { Rule } from "./tables.ts";

/** Rules of one trigger: those that anything may follow, and the others by what must come next. */
export interface RulesOfTrigger {
  readonly free: readonly Rule[];
  readonly byNext: ReadonlyMap<Trigger, readonly Rule[]>;
}

interface Entry extends RulesOfTrigger {
  readonly free: Rule[];
  readonly byNext: Map<Trigger, Rule[]>;
}

/** What a place of the text can be for a pattern: the word "the", a word of the class `month`, an expression `day`. */
export interface Trigger {
  readonly kind: "word" | "class" | "timex";
  readonly name: string;
  /** By stage: the rules that can begin with it; empty where it can only follow. */
  readonly stages: readonly (RulesOfTrigger | undefined)[];
}

const NONE: readonly Trigger[] = [];

/** Finds the rules that can match at a place without trying the others; most words begin none. */
export class RuleIndex {
  /** By the source form of the patterns: `word:the`. */
  readonly #triggers = new Map<string, Trigger & { readonly stages: (Entry | undefined)[] }>();
  readonly #words = new Map<string, readonly Trigger[]>();
  readonly #classes = new Map<string, Trigger>();
  readonly #lexicon: Lexicon;

  constructor(rules: readonly Rule[], lexicon: Lexicon) {
    this.#lexicon = lexicon;
    for (const rule of rules) this.#add(rule);
    for (const trigger of this.#triggers.values()) {
      if (trigger.kind === "word") this.#words.set(trigger.name, [trigger]);
      if (trigger.kind === "class") this.#classes.set(trigger.name, trigger);
    }
  }

  #add(rule: Rule): void {
    for (const { trigger, next } of rule.pattern.starts) {
      const { stages } = this.#named(trigger);
      const entry: Entry = stages[rule.stage] ?? { free: [], byNext: new Map() };
      stages[rule.stage] = entry;
      if (!next) entry.free.push(rule);
      for (const second of (next ?? []).map((name) => this.#named(name))) {
        entry.byNext.set(second, [...(entry.byNext.get(second) ?? []), rule]);
      }
    }
  }

  #named(source: string): Trigger & { readonly stages: (Entry | undefined)[] } {
    const known = this.#triggers.get(source);
    if (known) return known;
    const colon = source.indexOf(":");
    const kind = source.slice(0, colon) as Trigger["kind"];
    const made = { kind, name: source.slice(colon + 1), stages: [] };
    this.#triggers.set(source, made);
    return made;
  }

  /** The trigger of a kind of time expression; undefined where no pattern names it. */
  timex(kind: string): Trigger | undefined {
    return this.#triggers.get(`timex:${kind}`);
  }

  /** What a lexeme can be for the rules. */
  triggersAt(text: readonly Lexeme[], at: number): readonly Trigger[] {
    const lexeme = text[at];
    if (!lexeme) return NONE;
    const words = this.#words.get(lexeme.word) ?? NONE;
    const classes = this.#lexicon.classes(text, at);
    const numbers = numberClassesAt(text, at, classes);
    if (classes.length === 0 && numbers.length === 0) return words;
    const found = [...words];
    for (const name of classes) this.#addClass(name, found);
    for (const name of numbers) this.#addClass(name, found);
    return found;
  }

  #addClass(name: string, found: Trigger[]): void {
    const trigger = this.#classes.get(name);
    if (trigger && !found.includes(trigger)) found.push(trigger);
  }
}
