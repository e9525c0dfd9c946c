import { overlaps } from "../../model/span.ts";
import type { Token } from "../../model/token.ts";
import { caseOf, dependents, type Tree, tokenAt } from "../tree.ts";
import type { EventContext } from "./context.ts";
import type { Line } from "./headline-line.ts";
import { nameForPronoun } from "./headline-name.ts";
import type { Subject } from "./headline-subject.ts";

/** Pronouns that mean somebody or something told of before. */
const PERSONAL = new Set(
  "i we you he she it they me us him her them this these those who which what".split(" "),
);
const FIRST_PERSON = new Set("i me my myself we us our ourselves".split(" "));
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
    DO_SO.test(text) ||
    hasOpenPronoun(rendered, context)
  )
    return false;
  if (breaksOff(rendered, context)) return false;
  if (line.noun) return hasName(rendered, context);
  return isSentence(rendered, context) && !isCondition(line, context) && saysWhat(rendered, context);
}

/** "Rumoured launch" and "New Year's Eve party" tell nothing, and "his resignation" may be another's: an event noun needs a name beside it. */
function hasName({ line, tokens }: Rendered, { tree, entityOf, timexTokens }: EventContext): boolean {
  // "he North's announcement" is a slip of the pen.
  if (tokenAt(tree, tokens[0] ?? line.top).xpos === "PRP") return false;
  return tokens.some((index) => {
    if (timexTokens.has(index)) return false;
    const { upos } = tokenAt(tree, index);
    return upos === "PROPN" || (upos !== "PRON" && entityOf.has(index));
  });
}

/**
 * "contributed to this report" is told about the report itself; "as well as …" is half of what was said, "Be? is a talk"
 * more than one sentence, what is written to a network no sentence, and a sign for an unknown letter a text that was not read well. */
const BROKEN =
  /\bthis (?:report|story|article)\b|^as well as |[?!] \S|\bGetty Images\b|[¿\ufffd]|@\w|https?:|\b\w+\.com\//iu;

/** "launches rocket A state newsreader": two texts of a page as one. */
const GLUED = /\p{Ll} (?:A|An|The) \p{Ll}/u;
/** "The minister would do so": what, an earlier sentence says. */
const DO_SO = /\b(?:do|does|did|done|doing) (?:so|it|that|this|the same)\b/iu;
/** A day at the end was not read as a time, so the parse is not to be trusted. */
const LEFT_DAY = /\b(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?$/u;

/** A pronoun whose name is not put in its place and does not stand before it; "we" and "our" are always somebody's words. */
function hasOpenPronoun({ tokens, subject }: Rendered, context: EventContext): boolean {
  const { tree, entityOf } = context;
  if (subject.words.some((word) => PERSONAL.has(word.toLowerCase()))) return true;
  const named = new Set(subject.entity ? [subject.entity] : []);
  for (const index of tokens) {
    const token = tokenAt(tree, index);
    const word = token.text.toLowerCase();
    const entity = entityOf.get(index);
    if (FIRST_PERSON.has(word) && (isArgument(token) || token.deprel === "nmod:poss")) return true;
    const open = entity === undefined || !(named.has(entity) || nameForPronoun(index, context));
    if (open && isArgument(token) && PERSONAL.has(word)) return true;
    if (entity) named.add(entity);
  }
  return false;
}

function isArgument({ upos, xpos, deprel }: Token): boolean {
  const argument = ["nsubj", "nsubj:pass", "obj", "iobj", "obl"].includes(deprel);
  return argument && upos === "PRON" && xpos !== "WDT" && xpos !== "WP";
}

/** Words that point back, before a noun: "such an effort", "the same plane", "its mission". */
const POINTING = /^(?:such|this|that|these|those|the same|its|his|her|their|our|my|your)\b/iu;

/** It points back to what is not in it, leads to what comes after a colon, or ends with a clause that was cut. */
function breaksOff({ line, tokens, text }: Rendered, context: EventContext): boolean {
  const { tree } = context;
  const last = tokens.findLast((index) => tokenAt(tree, index).upos !== "PUNCT") ?? line.top;
  const cut =
    (last !== line.top && !line.path.has(last) && tokenAt(tree, last).xpos === "VBG") ||
    isCutAfter(last, context);
  const compared = tokens.some((index) => isCompared(index, tree));
  return (
    POINTING.test(text) ||
    compared ||
    endsInQuotation(tokens[0] ?? last, last, tree) ||
    tree.tokens[last + 1]?.text === ":" ||
    cut
  );
}

/** "With three landing", cut from "with three landing close to the coast": what describes the last word comes after it. */
function isCutAfter(last: number, { tree, timexTokens }: EventContext): boolean {
  const next = tree.tokens[last + 1]?.upos === "ADV" ? last + 2 : last + 1;
  const { xpos = "", sentence = -1 } = tree.tokens[next] ?? {};
  const same = sentence === tokenAt(tree, last).sentence;
  return same && !timexTokens.has(next) && ["JJ", "VBG"].includes(xpos);
}

/** "Called it “a grave", cut from "“a grave mistake”": quotation marks that open in the line, and close after its end. */
function endsInQuotation(first: number, last: number, { tokens }: Tree): boolean {
  let open = false;
  for (let at = first + 1; at <= last; at++) {
    const text = tokens[at]?.text ?? "";
    open = text === "“" || (text === '"' && !open) || (open && text !== "”" && text !== '"');
  }
  let next = last + 1;
  while (/^[,.;:!?]$/u.test(tokens[next]?.text ?? "")) next++;
  return open && !["”", '"'].includes(tokens[next]?.text ?? "”");
}

/** "A similar speech", "the same evening": like what, stands elsewhere; "similar to", "the same as" say it. */
function isCompared(index: number, tree: Tree): boolean {
  const { lemma, deprel } = tokenAt(tree, index);
  if (deprel !== "amod" || !["similar", "same", "such", "latter"].includes(lemma)) return false;
  return dependents(tree, index, "obl", "nmod", "advcl", "fixed").length === 0;
}

/** It says who, and its verb has a tense; "Putin to visit Japan" has one as a headline. */
function isSentence({ line, text, subject }: Rendered, { tree }: EventContext): boolean {
  const { top } = line;
  const token = tokenAt(tree, top);
  const own = dependents(tree, top, "nsubj");
  if (subject.unsure || (subject.words.length === 0 && own.length === 0)) return false;
  const first = text.split(" ")[0]?.toLowerCase() ?? "";
  if (first === token.text.toLowerCase() || AUXILIARIES.has(first)) return false;
  // "He also performed" and "he visited" say too little, "he resigned" does not.
  // "in the interview with the Times, published": what is said to be published may be either.
  if (subject.words.length > 1 && subject.index !== undefined && caseOf(tree, subject.index) !== "")
    return false;
  const { word, light } = line.trigger;
  const needsMore = light === undefined && (word === undefined || word.object !== undefined);
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
