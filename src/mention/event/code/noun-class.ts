import { caseOf, dependents, tokenAt } from "../../tree.ts";
import type { EventContext } from "../context.ts";

/** Steps through "a set of resolutions", "the resumption of ties": what a noun is an amount or a part of. */
const MAX_STEPS = 2;

/** The class of the noun, by itself or with a word before it: "ban", "travel ban"; undefined for all other nouns. */
export function nounClass(index: number, context: EventContext): string | undefined {
  const { tree, tables } = context;
  const { classes } = tables.codes;
  const lemma = tokenAt(tree, index).lemma.toLowerCase();
  const before = dependents(tree, index, "amod", "compound").map((each) =>
    tokenAt(tree, each).lemma.toLowerCase(),
  );
  const pair = before.map((word) => classes.get(`${word} ${lemma}`)).find((found) => found !== undefined);
  return pair ?? classes.get(lemma);
}

/** The noun, and what it is of: "a number of soldiers", "an offer of talks". */
export function withContents(index: number, { tree }: EventContext): readonly number[] {
  const found = [index];
  for (let step = 0, at = [index]; step < MAX_STEPS; step++) {
    at = at.flatMap((each) =>
      dependents(tree, each, "nmod").filter((child) => ["of", "for"].includes(caseOf(tree, child))),
    );
    found.push(...at);
  }
  return found;
}
