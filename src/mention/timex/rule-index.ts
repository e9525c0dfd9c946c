import type { Lexeme } from "./lexeme.ts";
import type { Lexicon } from "./lexicon.ts";
import { NUMBER_READERS } from "./number.ts";
import type { Rule } from "./tables.ts";

/** Rules of one trigger: those that any next lexeme may follow, and the others by what must come next. */
interface Entry {
  readonly free: Rule[];
  readonly byNext: Map<string, Rule[]>;
}

const NUMBER_TRIGGERS = [...NUMBER_READERS.keys()].map((name) => `class:${name}`);
const NUMBER_WORD_CLASSES = new Set(["numword", "ordword", "number", "decadeword"]);
const APOSTROPHE = /^['’‘]$/;

/** Finds the rules that can match at a place without trying the others; most words begin none. */
export class RuleIndex {
  readonly #stages: Map<string, Entry>[] = [];
  readonly #triggers = new Set<string>();
  readonly #lexicon: Lexicon;

  constructor(rules: readonly Rule[], lexicon: Lexicon) {
    this.#lexicon = lexicon;
    for (const rule of rules) this.#add(rule);
  }

  #add(rule: Rule): void {
    const stage = this.#stages[rule.stage] ?? new Map<string, Entry>();
    this.#stages[rule.stage] = stage;
    for (const { trigger, next } of rule.pattern.starts) {
      const entry: Entry = stage.get(trigger) ?? { free: [], byNext: new Map() };
      stage.set(trigger, entry);
      this.#triggers.add(trigger);
      if (!next) entry.free.push(rule);
      for (const second of next ?? []) {
        this.#triggers.add(second);
        entry.byNext.set(second, [...(entry.byNext.get(second) ?? []), rule]);
      }
    }
  }

  /** What a lexeme can be for the rules: `word:the`, `class:month` … */
  triggersAt(text: readonly Lexeme[], at: number): readonly string[] {
    const lexeme = text[at];
    if (!lexeme) return [];
    const classes = this.#lexicon.classes(text, at);
    const triggers = classes.map((name) => `class:${name}`);
    if (this.#triggers.has(`word:${lexeme.word}`)) triggers.push(`word:${lexeme.word}`);
    const numeric =
      lexeme.digits || APOSTROPHE.test(lexeme.word) || classes.some((name) => NUMBER_WORD_CLASSES.has(name));
    return numeric ? [...triggers, ...NUMBER_TRIGGERS] : triggers;
  }

  /** Rules of the stage that can begin with one of the triggers and go on with one of `next`; each once. */
  rules(stage: number, triggers: readonly string[], next: readonly string[]): Iterable<Rule> {
    const entries = this.#stages[stage];
    const found = new Set<Rule>();
    for (const trigger of triggers) {
      const entry = entries?.get(trigger);
      if (!entry) continue;
      for (const rule of entry.free) found.add(rule);
      if (entry.byNext.size === 0) continue;
      for (const second of next) for (const rule of entry.byNext.get(second) ?? []) found.add(rule);
    }
    return found;
  }
}
