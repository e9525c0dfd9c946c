import { caseOf, childrenOf, dependents, tokenAt } from "../../tree.ts";
import type { EventContext } from "../context.ts";

/** Prepositions of a way, with or without its goal. */
const WAYS = new Set("to into onto for from toward towards through across via aboard".split(" "));
/** Adverbs of a direction. */
const DIRECTIONS = new Set(
  "home back here there abroad ashore aboard overseas away inland north south east west".split(" "),
);
/** "go on", "come up": with these the verb tells of no way. */
const PARTICLES = new Set("on off up down out over along about ahead beyond under by".split(" "));

/** Whether the words with a verb of moving say where to: "went to Oslo", "came home", "went to see the damage". */
export function isDirected(verb: number, context: EventContext): boolean {
  const { tree, timexTokens } = context;
  const lemmaOf = (index: number) => tokenAt(tree, index).text.toLowerCase();
  const beside = childrenOf(tree, verb).filter((child) => child > verb);
  if (
    beside.some(
      (child) =>
        ["advmod", "compound:prt", "obl", "nmod"].includes(tokenAt(tree, child).deprel) &&
        DIRECTIONS.has(lemmaOf(child)),
    )
  )
    return true;
  const phrases = dependents(tree, verb, "obl", "nmod").filter((child) => !timexTokens.has(child));
  if (phrases.some((child) => WAYS.has(caseOf(tree, child)))) return true;
  const next = tree.tokens[verb + 1]?.text.toLowerCase() ?? "";
  return (
    !PARTICLES.has(next) && dependents(tree, verb, "xcomp", "advcl").some((child) => isAim(child, context))
  );
}

/** "to see the damage" */
function isAim(clause: number, { tree }: EventContext): boolean {
  return (
    tokenAt(tree, clause).xpos === "VB" &&
    dependents(tree, clause, "mark").some((mark) => tokenAt(tree, mark).text.toLowerCase() === "to")
  );
}
