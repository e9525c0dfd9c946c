import { tokenAt } from "../tree.ts";
import type { EventContext } from "./context.ts";
import { type Line, lineOf, shortened, tokensOf } from "./headline-line.ts";
import { speechLine } from "./headline-speech.ts";
import { leadingSubject, nounPhrase, type Subject } from "./headline-subject.ts";
import { standsAlone } from "./headline-whole.ts";
import { joinWords, polish, withoutEdges } from "./headline-words.ts";
import { relativeObject } from "./subject.ts";
import type { Trigger } from "./trigger.ts";

/** A line longer than this is shortened phrase by phrase. */
export const HEADLINE_LENGTH = 120;

/** The event as a line. */
export interface Headline {
  readonly text: string;
  /** Whether a reader understands it without the report: it says who, nothing is cut off, no pronoun is left open. */
  readonly alone: boolean;
}

/** The event as a line that can be read on its own, from the report's own words: names for pronouns, no times. */
export function headlineOf(trigger: Trigger, context: EventContext): Headline {
  const speech = speechLine(trigger, context, HEADLINE_LENGTH);
  if (speech) return speech;
  let line: Line | undefined = lineOf(trigger, context);
  let text = "";
  let tokens: readonly number[] = [];
  let subject: Subject = { words: [] };
  while (line) {
    subject = leadingSubject(line, context);
    tokens = withRelativeObject(line, context);
    text = polish([...subject.words, withoutEdges(joinWords(tokens, context, subject.entity))].join(" "));
    if (text.length <= HEADLINE_LENGTH)
      return {
        text,
        alone: !isTwice(subject, tokens) && standsAlone({ line, tokens, text, subject }, context),
      };
    line = shortened(line, context);
  }
  return { text: `${text.slice(0, text.lastIndexOf(" ", HEADLINE_LENGTH - 1))}…`, alone: false };
}

/** The subject that was found for the verb is something else by the parse: one of the two is wrong. */
function isTwice({ index }: Subject, tokens: readonly number[]): boolean {
  return index !== undefined && tokens.includes(index);
}

/** "the dog which he was given by Japan" reads "he was given the dog by Japan". */
function withRelativeObject(line: Line, context: EventContext): readonly number[] {
  const tokens = tokensOf(line, context);
  const object =
    tokenAt(context.tree, line.top).upos === "VERB" ? relativeObject(line.top, context) : undefined;
  const at = tokens.indexOf(line.top);
  return object === undefined || at < 0
    ? tokens
    : tokens.toSpliced(at + 1, 0, ...nounPhrase(object, context));
}
