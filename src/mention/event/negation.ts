import { dependent, dependents, tokenAt } from "../tree.ts";
import type { EventContext } from "./context.ts";

const NEGATIONS = new Set(["not", "n't", "n’t", "never", "nt"]);
const NOBODY = new Set(["nobody", "nothing", "none", "no-one", "neither"]);
const NO = new Set(["no", "neither"]);
/** "left without signing" */
const EXCLUSIONS = new Set(["without", "instead", "rather"]);

/** "did not sign", "nobody signed", "without signing": what the clause says was not so. */
export function isNegated(verb: number, { tree }: EventContext): boolean {
  const adverbs = dependents(tree, verb, "advmod", "aux").some((child) =>
    NEGATIONS.has(tokenAt(tree, child).text.toLowerCase()),
  );
  const noOne = dependents(tree, verb, "nsubj", "obj").some(
    (argument) =>
      NOBODY.has(tokenAt(tree, argument).lemma.toLowerCase()) ||
      dependents(tree, argument, "det").some((child) => NO.has(tokenAt(tree, child).lemma.toLowerCase())),
  );
  return adverbs || noOne || isExcluded(verb, { tree });
}

export function hasAdverb(verb: number, lemma: string, { tree }: Pick<EventContext, "tree">): boolean {
  return dependents(tree, verb, "advmod").some((child) => tokenAt(tree, child).lemma.toLowerCase() === lemma);
}

/** "without signing", "instead of signing", "no longer signs" */
function isExcluded(verb: number, { tree }: Pick<EventContext, "tree">): boolean {
  const markers = dependents(tree, verb, "mark", "case").map((child) =>
    tokenAt(tree, child).lemma.toLowerCase(),
  );
  const longer = hasAdverb(verb, "longer", { tree }) || hasAdverb(verb, "anymore", { tree });
  return longer || markers.some((marker) => EXCLUSIONS.has(marker));
}

/** "kept them from signing", "deterred him from leaving": whatever the verb, its object did not. */
export function isKeptFrom(verb: number, context: EventContext): boolean {
  const { tree } = context;
  const { head, xpos } = tokenAt(tree, verb);
  const held = dependents(tree, head, "obj", "nsubj:pass").length > 0;
  return xpos === "VBG" && held && markOf(verb, context) === "from" && !isNegated(head, context);
}

/** The word that opens the clause, in lower case: "from", "that"; empty where it has none. */
export function markOf(verb: number, { tree }: EventContext): string {
  const mark = dependent(tree, verb, "mark", "case");
  return mark === undefined ? "" : tokenAt(tree, mark).text.toLowerCase();
}
