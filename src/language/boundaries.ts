import { Enclosure, isClosed, isRunning, isSigned, MARK, MARKS, markRows } from "./boundary-rows.ts";
import {
  bestClass,
  type Classes,
  classesOf,
  type Features,
  newFeatures,
  ROW_LIMIT,
  type Weights,
} from "./linear.ts";
import { openModel } from "./model-file.ts";
import type { BoundaryRules } from "./rules.ts";
import { SENTENCE_LIMIT, splitSentences } from "./split-sentences.ts";
import type { RawToken } from "./split-tokens.ts";
import { compileTemplates, fillFeatures } from "./templates.ts";

// "0" is the token that might open a sentence, "first" the one that opened the last.
const POSITIONS = ["-3", "-2", "-1", "0", "1", "2", "3", "first", "state"];

/** Features that are looked at by themselves, and again with the verdict of the rules. */
const JUDGED =
  "-1.key|0.key|-1.kind 0.kind|-2.kind -1.kind 0.kind|-1.kind 0.kind 1.kind|-1.key 0.kind|-1.kind 0.key|" +
  "-1.kind 0.kind 0.glued|-2.kind -1.kind 0.kind 1.kind|state.quoted -1.kind 0.kind|state.bracketed -1.kind 0.kind|" +
  "state.since -1.kind 0.kind|state.until -1.kind 0.kind|state.closed -1.kind 0.kind|" +
  "state.first state.closed state.since -1.kind 0.kind";

const PLAIN =
  "-1.key 0.key|-2.key -1.key 0.kind|-1.kind 0.key 1.key|-2.key|1.key|-1.kind 0.kind 1.kind 2.kind|" +
  "state.since state.until -1.kind|-3.kind -2.kind -1.kind 0.kind|first.kind state.since -1.kind 0.kind|" +
  "-1.key state.until|0.key state.since|first.key -1.kind 0.kind|first.key state.since 0.kind|-1.kind 0.kind 1.key|" +
  "-2.key -1.kind 0.kind|-1.kind 0.kind 1.kind 2.kind 3.kind|-2.kind -1.kind 0.key|-1.kind 0.key 1.kind|" +
  "-1.kind 0.key 1.key state.since|state.verdict|state.verdict 0.glued";

const TEMPLATES = compileTemplates(
  [...JUDGED.split("|"), ...JUDGED.split("|").map((line) => `state.verdict ${line}`), ...PLAIN.split("|")],
  { positions: POSITIONS, columns: MARK },
);

/** The two classes: the sentence goes on, or a new one begins. */
export const BOUNDARY = { none: 0, begins: 1 } as const;

const CLASSES: Classes = classesOf([BOUNDARY.none, BOUNDARY.begins]);

/** A trained judge of boundaries. */
export interface BoundaryModel {
  readonly weights: Weights;
  readonly mask: number;
  /** The rules are overruled only by a lead of more than this, in units of the weights. */
  readonly margin: number;
}

// Treebanks hold more mail and talk than news, and the rules were written for news: where the model hesitates they
// stand. Chosen on the dev sets.
const MARGIN = 10;

/** Opens the trained judge. */
export function openBoundaries(packed: Uint8Array): BoundaryModel {
  const weights = openModel("models/boundaries.bin.gz", packed, "boundaries").int8("weights");
  return { weights, mask: weights.length - ROW_LIMIT - 1, margin: MARGIN };
}

/** The tokens of one block of a text. */
export interface TokenBlock {
  readonly text: string;
  readonly tokens: readonly RawToken[];
}

/** Says of a place what it is (a class), given the judge's guess. Training puts in what is right. */
export type Decide = (index: number, guess: number, features: Features) => number;

/** Counts up to three as they are, then in steps: what matters is whether it is few. */
function inSteps(count: number): number {
  if (count < 4) return count;
  return count < 8 ? 4 : count < 16 ? 5 : 6;
}

function hasBlankLine({ text, tokens }: TokenBlock, index: number): boolean {
  const [before, after] = [tokens[index - 1] as RawToken, tokens[index] as RawToken];
  return after.start - before.end > 1 && /\n\s*\n/.test(text.slice(before.end, after.start));
}

/** The rows of a block with an empty row and the row of the state behind them. */
class Reader {
  private readonly cells: Int32Array;
  private readonly at = new Int32Array(POSITIONS.length);
  private readonly verdicts: ReadonlySet<number>;
  private readonly enclosure = new Enclosure();
  private readonly features = newFeatures(TEMPLATES.count);
  private readonly scores = new Int32Array(CLASSES.count);
  private from = 0;

  constructor(
    private readonly block: TokenBlock,
    rules: BoundaryRules,
    private readonly model: BoundaryModel,
  ) {
    const { text, tokens } = block;
    const rows = markRows(text, tokens, rules);
    this.cells = new Int32Array(rows.length + 2 * MARKS);
    this.cells.set(rows);
    this.verdicts = new Set(splitSentences(text, tokens, rules));
    this.cells[this.state + MARK.closed] = isClosed(rows) ? 2 : 1;
  }

  private get state(): number {
    return (this.block.tokens.length + 1) * MARKS;
  }

  private look(index: number): void {
    const { cells, at, state } = this;
    const count = this.block.tokens.length;
    for (let k = -3; k <= 3; k++) {
      const place = index + k;
      at[k + 3] = (place < this.from || place >= count ? count : place) * MARKS;
    }
    at[7] = this.from * MARKS;
    at[8] = state;
    cells[state + MARK.verdict] = this.verdicts.has(index) ? 2 : 1;
    cells[state + MARK.since] = inSteps(index - this.from);
    cells[state + MARK.until] = inSteps(count - index);
    cells[state + MARK.first] = this.from === 0 ? 2 : 1;
    cells[state + MARK.quoted] = this.enclosure.quoted ? 2 : 1;
    cells[state + MARK.bracketed] = this.enclosure.bracketed ? 2 : 1;
  }

  /** Whether nothing but the rules may part the token from the one before it. */
  private isBound(index: number): boolean {
    const { abbreviation } = this.block.tokens[index - 1] as RawToken;
    if (abbreviation === "title" || abbreviation === "initial") return true;
    return isRunning(this.cells, index) || isSigned(this.cells, index);
  }

  private begins(index: number, decide: Decide): boolean {
    if (hasBlankLine(this.block, index) || index - this.from >= SENTENCE_LIMIT) return true;
    if (!this.verdicts.has(index) && this.isBound(index)) return false;
    const { features, model, scores } = this;
    this.look(index);
    fillFeatures(TEMPLATES, { rows: this.cells, at: this.at }, features, model.mask);
    bestClass(model.weights, features, { classes: CLASSES, scores });
    const lead = (scores[BOUNDARY.begins] as number) - (scores[BOUNDARY.none] as number);
    const needed = this.verdicts.has(index) ? -model.margin : model.margin;
    const guess = lead > needed ? BOUNDARY.begins : BOUNDARY.none;
    return decide(index, guess, features) === BOUNDARY.begins;
  }

  read(decide: Decide): number[] {
    const { text, tokens } = this.block;
    const found: number[] = [];
    for (let index = 1; index < tokens.length; index++) {
      const { start, end } = tokens[index - 1] as RawToken;
      this.enclosure.take(text.slice(start, end));
      if (!this.begins(index, decide)) continue;
      found.push(index);
      this.from = index;
      this.enclosure.bracketed = false;
    }
    if (tokens.length > 0) found.push(tokens.length);
    return found;
  }
}

/** Reads a block from left to right, asking `decide` at each place where a sentence might begin. */
export function readBoundaries(
  block: TokenBlock,
  rules: BoundaryRules,
  options: { readonly model: BoundaryModel; readonly decide: Decide },
): number[] {
  return new Reader(block, rules, options.model).read(options.decide);
}

/**
 * The ends of the sentences of a block, as half-open token indexes: what the rules say, judged by a
 * model that has seen where treebanks put boundaries, also after headings and greetings.
 */
export function judgeSentences(block: TokenBlock, rules: BoundaryRules, model: BoundaryModel): number[] {
  return readBoundaries(block, rules, { model, decide: (_, guess) => guess });
}
