import { dependents, relation, tokenAt } from "../tree.ts";
import type { EventContext } from "./context.ts";
import { verbStatus } from "./verb-status.ts";

/** Verbs whose clause stands only on the word of their subject; under "regret" or "know" it would stand denied as well. */
const CLAIMS = new Set([
  "say",
  "tell",
  "claim",
  "state",
  "confirm",
  "announce",
  "report",
  "assert",
  "allege",
  "suggest",
  "argue",
  "insist",
  "indicate",
  "believe",
  "think",
  "suspect",
  "prove",
  "show",
]);

/** Nouns of what is going about, and is said by nobody: "rumours that", "reports that". */
const RUMOURS = new Set(["report", "rumour", "rumor", "claim", "allegation", "speculation", "suggestion"]);

const FARTHEST = 6;

/** Whether the verb of saying is negated, conditional or asked, so that nothing is said. */
function isOpen(claim: number, context: EventContext): boolean {
  const rule = verbStatus(claim, context)?.rule;
  return rule === "negated" || rule === "conditional";
}

/** What a clause hangs on: its verb; of "told the town that …", which the parse may hang on the town, the verb too. */
function governorOf(clause: number, { tree }: EventContext): number {
  const { head } = tokenAt(tree, clause);
  const hearer = relation(tokenAt(tree, clause)) === "acl" && dependents(tree, clause, "mark").length > 0;
  const told = hearer && ["obj", "iobj"].includes(relation(tokenAt(tree, head)));
  return told ? tokenAt(tree, head).head : head;
}

/** Relations by which what is told shares the verb of saying above it. */
const PASSED: ReadonlySet<string> = new Set(["ccomp", "xcomp", "conj", "obj"]);

/**
 * Whether what the verb tells is said by nobody after all: "did not say that he had left", "never confirmed", "if she
 * says", "Did she say …?", "comment on rumours that".
 */
export function isUnsaid(verb: number, context: EventContext): boolean {
  const { tree } = context;
  for (let at = verb, step = 0; step < FARTHEST && tokenAt(tree, at).head >= 0; step++) {
    const head = governorOf(at, context);
    const lemma = tokenAt(tree, head).lemma.toLowerCase();
    const up = relation(tokenAt(tree, at));
    const that = dependents(tree, at, "mark").some((mark) => tokenAt(tree, mark).lemma === "that");
    const clause = up === "ccomp" || (up === "acl" && that);
    if (clause && CLAIMS.has(lemma) && isOpen(head, context)) return true;
    if (clause && RUMOURS.has(lemma)) return true;
    if (!clause && !PASSED.has(up)) return false;
    at = head;
  }
  return false;
}
