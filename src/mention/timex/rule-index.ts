import type { Lexeme } from "./lexeme.ts";
import type { Lexicon } from "./lexicon.ts";
import { numberClassesAt } from "./number.ts";
import type { Rule } from "./tables.ts";

/** Rules of one trigger: those that anything may follow, and the others by what must come next. */
export interface RulesOfTrigger {
  readonly free: readonly Rule[];
  readonly byNext: ReadonlyMap<string, readonly Rule[]>;
}

interface Entry extends RulesOfTrigger {
  readonly free: Rule[];
  readonly byNext: Map<string, Rule[]>;
}

const NONE: readonly string[] = [];

/** Finds the rules that can match at a place without trying the others; most words begin none. */
export class RuleIndex {
  readonly #stages: Map<string, Entry>[] = [];
  /** `word:the` by "the", for the words that patterns name. */
  readonly #words = new Map<string, string>();
  /** `class:month` by "month". */
  readonly #classes = new Map<string, string>();
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
      this.#name(trigger);
      if (!next) entry.free.push(rule);
      for (const second of next ?? []) {
        this.#name(second);
        entry.byNext.set(second, [...(entry.byNext.get(second) ?? []), rule]);
      }
    }
  }

  #name(trigger: string): void {
    const [kind = "", name = ""] = [
      trigger.slice(0, trigger.indexOf(":")),
      trigger.slice(trigger.indexOf(":") + 1),
    ];
    if (kind === "word") this.#words.set(name, trigger);
    if (kind === "class") this.#classes.set(name, trigger);
  }

  /** What a lexeme can be for the rules: `word:the`, `class:month` … */
  triggersAt(text: readonly Lexeme[], at: number): readonly string[] {
    const lexeme = text[at];
    if (!lexeme) return NONE;
    const word = this.#words.get(lexeme.word);
    const classes = this.#lexicon.classes(text, at);
    const numbers = numberClassesAt(lexeme, classes);
    if (classes.length === 0 && numbers.length === 0) return word ? [word] : NONE;
    const triggers = word ? [word] : [];
    for (const names of [classes, numbers]) {
      for (const name of names) {
        const trigger = this.#classes.get(name);
        if (trigger !== undefined && !triggers.includes(trigger)) triggers.push(trigger);
      }
    }
    return triggers;
  }

  /** The rules of the stage that can begin with the trigger. */
  rules(stage: number, trigger: string): RulesOfTrigger | undefined {
    return this.#stages[stage]?.get(trigger);
  }
}
