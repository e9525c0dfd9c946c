import type { Span } from "../../model/span.ts";
import { ancestors, dependent, headOfSpan, relation, type Tree, tokenAt } from "../tree.ts";
import { type Draft, draftAt } from "./draft.ts";

interface Context {
  readonly drafts: readonly Draft[];
  readonly tree: Tree;
}

/** Pronouns of bodies with a name. "it" alone stands for things and for nothing ("it rained") as often. */
export function isBodyPronoun(word: string): boolean {
  return ["its", "itself", "it", "they", "their"].includes(word);
}

/** The country or organisation that "its" and the like mean, where the subject of a clause above tells it. */
export function bodyMeant(index: number, context: Context): Draft | undefined {
  const word = tokenAt(context.tree, index).text.toLowerCase();
  const isFree = word === "its" || word === "itself";
  return isFree || isSpokenOf(index, context.tree) ? clauseSubject(index, context) : undefined;
}

/** "The company said it would close": subject of what is said by the subject of the clause right above. */
function isSpokenOf(index: number, tree: Tree): boolean {
  const token = tokenAt(tree, index);
  if (token.deprel !== "nsubj" || token.head < 0) return false;
  const clause = tokenAt(tree, token.head);
  const isDeed =
    clause.upos === "VERB" && dependent(tree, token.head, "ccomp", "csubj", "expl") === undefined;
  return isDeed && ["ccomp", "advcl"].includes(relation(clause));
}

/** The subject of the nearest clause above, when it is a place or an organisation. */
function clauseSubject(index: number, { drafts, tree }: Context): Draft | undefined {
  for (const verb of ancestors(tree, index)) {
    const subject = dependent(tree, verb, "nsubj");
    if (subject === undefined || subject >= index) continue;
    const draft = draftAt(drafts, tokenAt(tree, subject));
    if (!draft || !["place", "organization"].includes(draft.type)) return undefined;
    const isPlural = ["they", "their"].includes(tokenAt(tree, index).text.toLowerCase());
    if (isPlural && draft.type === "place") return undefined;
    return hasRival({ subject, pronoun: index, draft }, { drafts, tree }) ? undefined : draft;
  }
  return undefined;
}

/** "Japan slapped sanctions on Russia over its …": with another body in between, "its" cannot be told. */
function hasRival(
  { subject, pronoun, draft }: { subject: number; pronoun: number; draft: Draft },
  { drafts, tree }: Context,
): boolean {
  const from = tokenAt(tree, subject).end;
  const to = tokenAt(tree, pronoun).start;
  const stands = (span: Span) => span.start >= from && span.end <= to && !isModifier(span, tree);
  return drafts.some((other) => other !== draft && other.type !== "person" && other.mentions.some(stands));
}

/** "a Mac version of its …": what only tells the kind of another noun owns nothing. */
function isModifier(span: Span, tree: Tree): boolean {
  const head = headOfSpan(tree.tokens, span);
  return head !== undefined && tokenAt(tree, head).deprel === "compound";
}
