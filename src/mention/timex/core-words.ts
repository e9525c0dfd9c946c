import { ChroniclerError } from "../../model/error.ts";
import type { Entry, Lexicon } from "./lexicon.ts";
import { NUMBER_WORD_CLASSES } from "./number.ts";
import { type Element, isNumberClass } from "./pattern.ts";
import type { Rule } from "./tables.ts";

/** Words of every sentence: where nothing but these stands, no rule is tried. */
const COMMON = new Set(
  "the a an of in on at by for to and or from with as this that these those his her its their my your our is are was were be been it he she they after before over about more than up into will would had has have , . ; : ( ) $ 's ' \"".split(
    " ",
  ),
);

/** Where something uncommon stands inside a part of a pattern. */
interface Core {
  readonly word: string;
  /** Lexemes of the part before it. */
  readonly offset: number;
}

/** The bit of figures and words for numbers; other parts of patterns share the bits above it. */
const NUMBER_BIT = 1;
/** The bit of an expression that rules of lower stages found. */
const FOUND_BIT = 2;
const OTHER_BITS = 29;

/**
 * The uncommon words by which expressions are noticed: each rule needs one of them, or figures, or an expression found
 * before, not far from where it begins. Words and rules have sets of bits: a rule can only match where one of its bits
 * stands within reach. So most rules are passed over at a glance, and most places of a text.
 */
export class CoreWords {
  /** The bits of each word, by the parts of patterns that it belongs to. */
  readonly #bits = new Map<string, number>();
  /** By the parts of patterns, as `class:month`. */
  readonly #parts = new Map<string, number>();
  readonly #lexicon: Lexicon;
  /** By stage: how far the core of an expression that rules of lower stages found may be from where it begins. */
  readonly #reaches: number[] = [0];

  constructor(rules: readonly Rule[], lexicon: Lexicon) {
    this.#lexicon = lexicon;
    for (const { pattern } of rules)
      for (const element of pattern.elements)
        for (const { word } of this.#coresOf(element) ?? [])
          this.#bits.set(word, (this.#bits.get(word) ?? 0) | this.#bitOf(element));
    const stages = Math.max(0, ...rules.map(({ stage }) => stage));
    for (let stage = 1; stage <= stages; stage += 1) {
      const reaches = rules.filter((rule) => rule.stage === stage).map((rule) => this.#reachInside(rule));
      this.#reaches[stage] = Math.max(this.#reaches[stage - 1] ?? 0, ...reaches);
    }
  }

  /** All core words, each with its bits. */
  get words(): ReadonlyMap<string, number> {
    return this.#bits;
  }

  /** The bits of figures. */
  static readonly figures = NUMBER_BIT;
  /** The bits of an expression that was found before. */
  static readonly found = FOUND_BIT;

  /** The bits of which one must stand within reach of where the rule begins to match. */
  needs({ pattern }: Rule): number {
    let bits = 0;
    for (const element of pattern.elements) {
      if (element.negative || this.#coresOf(element) === null) continue;
      bits |= this.#bitOf(element);
      if (!element.optional) return bits;
    }
    return bits;
  }

  #bitOf(element: Element): number {
    if (element.kind === "timex") return FOUND_BIT;
    if (element.kind === "class" && isNumberClass(element.name)) return NUMBER_BIT;
    const part = `${element.kind}:${[...element.names, ...element.phrases.map((words) => words.join("_"))].join("|")}`;
    const bit = this.#parts.get(part) ?? 4 << (this.#parts.size % OTHER_BITS);
    this.#parts.set(part, bit);
    return bit;
  }

  /** How many lexemes from the beginning of a match its first core word may be at most. */
  reach({ id, pattern, stage }: Rule): number {
    const reach = this.#reachOf(pattern.elements, stage);
    if (Number.isFinite(reach)) return reach;
    throw new ChroniclerError(
      "bad-table",
      `Rule ${id}: each of its words is a common one; its pattern must need one that is not.`,
    );
  }

  /** The same from where the expression itself begins, without what must stand before it. */
  #reachInside({ pattern, stage }: Rule): number {
    return this.#reachOf(
      pattern.elements.filter(({ context }) => !context),
      stage,
    );
  }

  #reachOf(elements: readonly Element[], stage: number): number {
    let [passed, deepest] = [0, 0];
    for (const element of elements) {
      if (element.negative) continue;
      const offset = this.#offsetOf(element, stage);
      if (offset === null) passed += this.#longest(element);
      else deepest = Math.max(deepest, passed + offset);
      if (offset !== null && !element.optional) return deepest;
    }
    return Number.POSITIVE_INFINITY;
  }

  /** Where at most its first uncommon word stands in a part; null where it may have none. */
  #offsetOf(element: Element, stage: number): number | null {
    if (element.kind === "timex") return this.#reaches[stage - 1] ?? 0;
    const cores = this.#coresOf(element);
    // Figures may stand behind an apostrophe: "'87".
    const least = isNumberClass(element.name) ? 1 : 0;
    return cores && Math.max(least, ...cores.map(({ offset }) => offset));
  }

  /** The uncommon words of a part; null where some of its words are all common. */
  #coresOf({ kind, name, names, phrases, negative }: Element): readonly Core[] | null {
    if (kind === "timex" || negative) return [];
    const spelled = isNumberClass(name) ? [...NUMBER_WORD_CLASSES] : [];
    const entries: readonly Pick<Entry, "words">[] =
      kind === "class"
        ? [name, ...spelled].flatMap((each) => this.#lexicon.entriesOf(each))
        : [...phrases, ...[...names].map((word) => [word])].map((words) => ({ words }));
    const cores = entries.map(({ words }) => coreOf(words));
    return cores.every((core) => core !== null) ? cores : null;
  }

  /** Lexemes that a part may take. */
  #longest({ kind, name, phrases }: Element): number {
    const entries = kind === "class" ? this.#lexicon.entriesOf(name).map(({ words }) => words) : phrases;
    return Math.max(1, ...entries.map((words) => words.length));
  }
}

function coreOf(words: readonly string[]): Core | null {
  const offset = words.findIndex((word) => !COMMON.has(word));
  return offset < 0 ? null : { word: words[offset] ?? "", offset };
}
