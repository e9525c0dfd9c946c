import { overlaps } from "../../model/span.ts";
import { caseOf, dependents, type Tree, tokenAt } from "../tree.ts";
import type { EventContext } from "./context.ts";
import type { Line } from "./headline-line.ts";
import type { Subject } from "./headline-subject.ts";

/** Pronouns that mean somebody or something told of before. */
const PERSONAL = new Set(
  "i we you he she it they me us him her them this these those who which what".split(" "),
);
/** Words that lead to another one: a line that ends with one was cut. */
const LEADING = new Set(
  "a an the of to by with for from in on at into over and or but that which who what as than between against no".split(
    " ",
  ),
);

/** A statement does not begin with one of these. */
const AUXILIARIES = new Set("is are was were be been being has have had will would".split(" "));

interface Rendered {
  readonly line: Line;
  readonly tokens: readonly number[];
  readonly text: string;
  readonly subject: Subject;
}

/** Whether a reader understands the line without the report. */
export function standsAlone(rendered: Rendered, context: EventContext): boolean {
  const { line, text } = rendered;
  const whole = /^[\p{L}\p{N}$£€]/u.test(text) && !LEADING.has(text.split(" ").at(-1)?.toLowerCase() ?? "");
  if (
    !whole ||
    BROKEN.test(text) ||
    GLUED.test(text) ||
    LEFT_DAY.test(text) ||
    hasOpenPronoun(rendered, context)
  )
    return false;
  if (breaksOff(rendered, context)) return false;
  if (line.noun) return hasName(rendered, context);
  return isSentence(rendered, context) && !isCondition(line, context) && saysWhat(rendered, context);
}

/** "Rumoured launch" tells nothing, and "his resignation" may be another's: an event noun needs a name beside it. */
function hasName({ line, tokens }: Rendered, { tree, entityOf }: EventContext): boolean {
  // "he North's announcement" is a slip of the pen.
  if (tokenAt(tree, tokens[0] ?? line.top).xpos === "PRP") return false;
  return tokens.some((index) => {
    const { upos } = tokenAt(tree, index);
    return upos === "PROPN" || (upos !== "PRON" && entityOf.has(index));
  });
}

/**
 * "contributed to this report" is told about the report itself; "as well as …" is half of what was said, and "Be? is
 * a talk" more than one sentence. */
const BROKEN = /\bthis (?:report|story|article)\b|^as well as |[?!] \S|\bGetty Images\b/iu;

/** "launches rocket A state newsreader": two texts of a page as one. */
const GLUED = /\p{Ll} (?:A|An|The) \p{Ll}/u;
/** A day at the end was not read as a time, so the parse is not to be trusted. */
const LEFT_DAY = /\b(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?$/u;

function hasOpenPronoun({ tokens, subject }: Rendered, { tree, entityOf }: EventContext): boolean {
  if (subject.words.some((word) => PERSONAL.has(word.toLowerCase()))) return true;
  return tokens.some((index) => {
    const token = tokenAt(tree, index);
    const argument = ["nsubj", "nsubj:pass", "obj", "iobj", "obl"].includes(token.deprel);
    const link = token.xpos === "WDT" || token.xpos === "WP";
    return (
      argument &&
      token.upos === "PRON" &&
      !link &&
      PERSONAL.has(token.text.toLowerCase()) &&
      !entityOf.has(index)
    );
  });
}

/** Words that point back, before a noun: "such an effort", "the same plane", "its mission". */
const POINTING = /^(?:such|this|that|these|those|the same|its|his|her|their|our|my|your)\b/iu;

/** It points back to what is not in it, leads to what comes after a colon, or ends with a clause that was cut. */
function breaksOff({ line, tokens, text }: Rendered, { tree }: EventContext): boolean {
  const last = tokens.findLast((index) => tokenAt(tree, index).upos !== "PUNCT") ?? line.top;
  const cut = last !== line.top && !line.path.has(last) && tokenAt(tree, last).xpos === "VBG";
  return POINTING.test(text) || tree.tokens[last + 1]?.text === ":" || cut;
}

/** It says who, and its verb has a tense; "Putin to visit Japan" has one as a headline. */
function isSentence({ line, text, subject }: Rendered, { tree }: EventContext): boolean {
  const { top } = line;
  const token = tokenAt(tree, top);
  const own = dependents(tree, top, "nsubj");
  if (subject.words.length === 0 && own.length === 0) return false;
  const first = text.split(" ")[0]?.toLowerCase() ?? "";
  if (first === token.text.toLowerCase() || AUXILIARIES.has(first)) return false;
  // "He also performed" and "he visited" say too little, "he resigned" does not.
  // "in the interview with the Times, published": what is said to be published may be either.
  if (subject.words.length > 1 && subject.index !== undefined && caseOf(tree, subject.index) !== "")
    return false;
  const needsMore = line.trigger.word === undefined || line.trigger.word.object !== undefined;
  if (needsMore && text.endsWith(token.text)) return false;
  const auxiliaries = dependents(tree, top, "aux", "cop").filter(
    (child) => tokenAt(tree, child).xpos !== "VBG",
  );
  const tensed = auxiliaries.length > 0 || subject.words.length > 1;
  return tensed || !(token.xpos === "VBG" || isBeing(top, tree));
}

/** "being guarded" */
function isBeing(verb: number, tree: Tree): boolean {
  return dependents(tree, verb, "aux").some((child) => tokenAt(tree, child).text.toLowerCase() === "being");
}

/** "if he finishes third": what is merely supposed is no line by itself. */
function isCondition({ top }: Line, { tree }: EventContext): boolean {
  return dependents(tree, top, "mark").some((child) =>
    ["if", "unless", "whether"].includes(tokenAt(tree, child).text.toLowerCase()),
  );
}

/** Each verb of saying has what is said beside it. */
function saysWhat({ line, tokens }: Rendered, { tree, reading }: EventContext): boolean {
  const verbs = [line.trigger.index, ...tokens].map((index) => tokenAt(tree, index));
  const said = reading.quotations.filter(
    ({ cue }) => cue !== null && verbs.some((verb) => overlaps(cue, verb)),
  );
  return said.every(({ content, pieces }) =>
    tokens.some((index) => (pieces ?? [content]).some((piece) => overlaps(piece, tokenAt(tree, index)))),
  );
}
