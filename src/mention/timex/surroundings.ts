import type { Candidate } from "./candidate.ts";
import type { Grain, Period } from "./period.ts";
import type { Pointer } from "./pointer.ts";
import type { Context, Meaning, ToldDay } from "./resolve/meaning.ts";

/** What is looked for only where a resolver asks. */
interface Questions {
  anchor(grain: Grain): string | null;
  direction(): Pointer | null;
  comparing(): boolean;
  toldDay(): ToldDay | "unclear" | null;
  resolve(candidate: Candidate, context: Context): Meaning | null;
}

/**
 * What one expression's resolver sees of the article. A class, for an object literal with a getter would cost a hidden
 * class each time, which keeps the lexemes of the whole text alive until the next full garbage collection.
 */
export class Surroundings implements Context {
  readonly last: Period | null;
  readonly lastPast: Period | null;
  readonly report: Period | null;
  readonly #questions: Questions;
  #direction: Pointer | null | undefined;

  constructor(told: Pick<Context, "last" | "lastPast" | "report">, questions: Questions) {
    this.last = told.last;
    this.lastPast = told.lastPast;
    this.report = told.report;
    this.#questions = questions;
  }

  get direction(): Pointer | null {
    this.#direction = this.#direction === undefined ? this.#questions.direction() : this.#direction;
    return this.#direction;
  }

  get comparing(): boolean {
    return this.#questions.comparing();
  }

  get toldDay(): ToldDay | "unclear" | null {
    return this.#questions.toldDay();
  }

  anchor(grain: Grain): string | null {
    return this.#questions.anchor(grain);
  }

  resolve(candidate: Candidate): Meaning | null {
    return this.#questions.resolve(candidate, this);
  }
}
