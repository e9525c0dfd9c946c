import type { Quotation } from "../../model/quotation.ts";
import { contains, overlaps } from "../../model/span.ts";
import { dependents, tokenAt } from "../tree.ts";
import type { EventContext } from "./context.ts";
import { nameForPronoun } from "./headline-name.ts";
import { polish, withoutEdges } from "./headline-words.ts";
import type { Trigger } from "./trigger.ts";

/** A line of what is said. */
export interface SpeechLine {
  readonly text: string;
  /** Whether a reader understands it without the report. */
  readonly alone: boolean;
}

/**
 * "“The talks will go on,” Weiss told reporters" as "Weiss told reporters: “The talks will go on”": a line begins with the
 * speaker wherever the report puts the words first. Undefined where they come after the verb anyway.
 */
export function speechLine(trigger: Trigger, context: EventContext, length: number): SpeechLine | undefined {
  const verb = tokenAt(context.tree, trigger.index);
  const quotation = context.reading.quotations.find(({ cue }) => cue !== null && contains(cue, verb));
  if (!quotation || !isInverted(quotation, trigger)) return undefined;
  const speaker = cueClause(trigger.index, quotation, context);
  if (speaker === undefined) return undefined;
  const words = wordsOf(quotation, context);
  const room = length - speaker.length - MARKS;
  const cut = words.length > room;
  const said = cut ? `${withoutEdges(words.slice(0, words.lastIndexOf(" ", room)))}…` : words;
  const text = `${speaker}: ${quotation.kind === "direct" ? `“${said}”` : said}`;
  return { text: text.charAt(0).toUpperCase() + text.slice(1), alone: !cut && !OPEN.test(words) };
}

/** Colon, space, two quotation marks and the sign of what is left out. */
const MARKS = 5;
/** What is said begins with somebody or something spoken of before. */
const OPEN = /^(?:he|she|it|they|this|that|these|those|his|her|its|their)\b/iu;

/** Some of the words stand before the verb, or it is a verb of saying and they are a sentence of their own. */
function isInverted({ content, cue, kind }: Quotation, { rule }: Trigger): boolean {
  return cue !== null && (content.start < cue.start || (kind === "direct" && rule === "speech-act"));
}

/** The speaker, the verb and those spoken to, in the order of a statement: "said Weiss" is "Weiss said". */
function cueClause(verb: number, quotation: Quotation, context: EventContext): string | undefined {
  const { tree, reading, entityOf } = context;
  const { source, cue, addressee } = quotation;
  if (!source || !cue) return undefined;
  const subject = dependents(tree, verb, "nsubj").find((child) => overlaps(source, tokenAt(tree, child)));
  if (subject === undefined) return undefined;
  const pronoun = tokenAt(tree, subject).upos === "PRON";
  const known = pronoun ? nameForPronoun(subject, context) : entityOf.get(subject);
  if (pronoun && !known) return undefined;
  const who = pronoun ? known?.name : reading.article.text.slice(source.start, source.end);
  return [who, cue.text, addressee?.text ?? ""].join(" ").trim();
}

/** The words up to where the verb of saying breaks in, without quotation marks. */
function wordsOf({ content, pieces }: Quotation, { reading }: EventContext): string {
  const { start, end } = pieces?.[0] ?? content;
  return polish(reading.article.text.slice(start, end).replace(/["“”]/gu, ""));
}
