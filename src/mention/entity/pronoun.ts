import type { Reading } from "../../model/layers.ts";
import type { Token } from "../../model/token.ts";
import { ancestors, dependent, relation, type Tree, tokenAt, tokensIn } from "../tree.ts";
import { addMention, type Draft, draftAt } from "./draft.ts";
import type { Gender } from "./tables.ts";

const PERSONAL: ReadonlyMap<string, Gender> = new Map([
  ["he", "m"],
  ["him", "m"],
  ["his", "m"],
  ["himself", "m"],
  ["she", "f"],
  ["her", "f"],
  ["hers", "f"],
  ["herself", "f"],
]);
/** "it" is left alone: it stands for things and for nothing ("it rained") as often as for a body with a name. */
const IMPERSONAL = new Set(["its", "itself"]);

/** A pronoun seldom reaches back farther than this many sentences. */
const REACH = 2;
/** A subject is the likelier antecedent: worth this many tokens of distance. Set by hand on reports of our own. */
const SUBJECT_BONUS = 25;
const SENTENCE_COST = 12;

interface Context {
  readonly drafts: readonly Draft[];
  readonly tree: Tree;
}

/** Joins "he", "his", "she" to persons and "its" to the country or organisation that is subject of its clause. */
export function joinPronouns(reading: Reading<"tokens">, context: Context): void {
  reading.tokens.forEach((token, index) => {
    const word = token.text.toLowerCase();
    const gender = PERSONAL.get(word);
    const draft = gender ? personBefore(index, gender, context) : impersonal(index, word, context);
    if (!draft) return;
    const { start, end, text } = token;
    addMention(draft, {
      start,
      end,
      text,
      kind: "pronoun",
      rule: gender ? "nearest-person" : "clause-subject",
    });
    if (gender) draft.gender ??= gender;
  });
}

function personBefore(index: number, gender: Gender, context: Context): Draft | undefined {
  let best: { draft: Draft; score: number } | undefined;
  for (const draft of context.drafts) {
    if (draft.type !== "person" || (draft.gender && draft.gender !== gender)) continue;
    for (const mention of draft.mentions) {
      const at = tokensIn(context.tree.tokens, mention).from;
      const score = fitness(at, index, context.tree);
      if (score !== undefined && (!best || score > best.score)) best = { draft, score };
    }
  }
  return best?.draft;
}

function fitness(antecedent: number, pronoun: number, tree: Tree): number | undefined {
  const from = tree.tokens[antecedent];
  const to = tokenAt(tree, pronoun);
  if (!from || antecedent >= pronoun || to.sentence - from.sentence > REACH) return undefined;
  if (sharesVerb(antecedent, pronoun, tree)) return undefined;
  const subject = isSubject(antecedent, tree) || precedesVerb(antecedent, tree) ? SUBJECT_BONUS : 0;
  const gap = to.sentence - from.sentence;
  return subject - gap * SENTENCE_COST - (gap === 0 ? pronoun - antecedent : 0);
}

/** "Putin met him": subject and object of one verb are two persons. */
function sharesVerb(a: number, b: number, tree: Tree): boolean {
  const [left, right] = [tokenAt(tree, a), tokenAt(tree, b)];
  const reflexive = right.text.toLowerCase().endsWith("self");
  return (
    !reflexive &&
    left.head === right.head &&
    left.head >= 0 &&
    ["nsubj", "obj", "iobj"].includes(relation(right))
  );
}

/** A name right before a finite verb is its subject, wherever the parse hangs it. */
function precedesVerb(index: number, tree: Tree): boolean {
  let next = index + 1;
  while (["PROPN", "ADV", "AUX"].includes(tree.tokens[next]?.upos ?? "")) next++;
  return ["VBD", "VBZ", "VBP", "VBN"].includes(tree.tokens[next]?.xpos ?? "") && next - index <= 4;
}

function isSubject(index: number, tree: Tree): boolean {
  const seen: Token[] = [tokenAt(tree, index), ...ancestors(tree, index).map((at) => tokenAt(tree, at))];
  for (const token of seen) {
    if (["flat", "compound", "appos", "conj"].includes(relation(token))) continue;
    return relation(token) === "nsubj";
  }
  return false;
}

/** The subject of the nearest clause above, when it is a place or an organisation. */
function impersonal(index: number, word: string, { drafts, tree }: Context): Draft | undefined {
  if (!IMPERSONAL.has(word)) return undefined;
  for (const verb of ancestors(tree, index)) {
    const subject = dependent(tree, verb, "nsubj");
    if (subject === undefined || subject >= index) continue;
    const draft = draftAt(drafts, tokenAt(tree, subject));
    if (!draft || draft.type === "person") return undefined;
    return hasRival({ subject, pronoun: index, draft }, { drafts, tree }) ? undefined : draft;
  }
  return undefined;
}

/** "Japan slapped sanctions on Russia over its …": with another country in between, "its" cannot be told. */
function hasRival(
  { subject, pronoun, draft }: { subject: number; pronoun: number; draft: Draft },
  { drafts, tree }: Context,
): boolean {
  const from = tokenAt(tree, subject).end;
  const to = tokenAt(tree, pronoun).start;
  return drafts.some(
    (other) =>
      other !== draft &&
      other.type !== "person" &&
      other.mentions.some((mention) => mention.start >= from && mention.end <= to),
  );
}
