import type { Span } from "../../model/span.ts";
import { childrenOf, subtree, tokenAt } from "../tree.ts";
import type { EventContext } from "./context.ts";
import type { Trigger } from "./trigger.ts";

/** Branches of the verb that state something else. */
const OTHER_CLAUSES = new Set(["parataxis", "conj", "cc", "punct", "dep"]);

/** The words that state the event, for its citation: the clause of its verb, or the phrase of its noun. */
export function clauseOf(trigger: Trigger, { tree }: EventContext): Span {
  const verb = trigger.light ?? trigger.index;
  const kept = subtree(
    tree,
    verb,
    (child) => tokenAt(tree, child).head === verb && OTHER_CLAUSES.has(tokenAt(tree, child).deprel),
  );
  const bridges = childrenOf(tree, verb).filter((child) => tokenAt(tree, child).deprel === "punct");
  const together = contiguous(kept, verb, bridges);
  const first = tokenAt(tree, Math.min(...together));
  const last = tokenAt(tree, Math.max(...together));
  return { start: first.start, end: last.end };
}

/** The run of tokens around the verb; punctuation between its phrases does not break it. */
function contiguous(kept: readonly number[], center: number, bridges: readonly number[]): number[] {
  const inside = new Set([...kept, ...bridges]);
  let from = center;
  let to = center;
  while (inside.has(from - 1)) from--;
  while (inside.has(to + 1)) to++;
  return kept.filter((index) => index >= from && index <= to);
}
