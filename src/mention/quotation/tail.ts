import { childrenOf, dependents, relation, subtree, type Tree, tokenAt } from "../tree.ts";
import { isOccasion } from "./details.ts";
import type { Scene } from "./draft.ts";
import { isTime, marker } from "./phrase.ts";

/** Relations of what the parse hangs on the cue although it goes with the content before it. */
const MISPLACED = new Set(["obl", "advcl", "acl", "nmod", "xcomp", "ccomp"]);

function isPresent(tree: Tree, predicate: number): boolean {
  const verbs = [predicate, ...dependents(tree, predicate, "cop", "aux")];
  return verbs.some((each) => /^VB[ZP]$/.test(tokenAt(tree, each).xpos));
}

/**
 * A second predicate that the parse has joined to the cue although it belongs to what is said: nobody
 * "said that it wants a deal and is not prepared to give way" in two tenses of one subject, and a second
 * "that" goes on with the first.
 */
export function strayConjuncts(tree: Tree, cue: number): number[] {
  return dependents(tree, cue, "conj").filter((child) => {
    if (child < cue) return false;
    if (dependents(tree, child, "mark").some((mark) => tokenAt(tree, mark).text.toLowerCase() === "that"))
      return true;
    const subject = dependents(tree, child, "nsubj", "nsubj:pass").length > 0;
    return tokenAt(tree, cue).xpos === "VBD" && isPresent(tree, child) && !subject;
  });
}

/** What tells when, where or by whom it is said, and not what. */
function isAdjunctOfCue(scene: Scene, child: number): boolean {
  const { tree } = scene;
  const preposition = marker(tree, child);
  return (
    isTime(tree, child) || preposition === "by" || preposition === "according" || isOccasion(scene, child)
  );
}

/** Phrases right behind the content, without a comma, that belong to it: "cited his record | in the House". */
export function tailOf(scene: Scene, cue: number, heads: readonly number[]): number[] {
  const { tree } = scene;
  const tail: number[] = [];
  let end = Math.max(...heads.flatMap((head) => subtree(tree, head)));
  for (const child of childrenOf(tree, cue)) {
    if (child <= end || !MISPLACED.has(relation(tokenAt(tree, child)))) continue;
    const tokens = subtree(tree, child);
    if (Math.min(...tokens) !== end + 1 || isAdjunctOfCue(scene, child)) break;
    tail.push(child);
    end = Math.max(...tokens);
  }
  return tail;
}
