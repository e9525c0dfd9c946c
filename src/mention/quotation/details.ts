import { dependents, subtree, tokenAt } from "../tree.ts";
import type { Draft, Phrase, Scene } from "./draft.ts";
import { marker, nounPhrase, trimRange } from "./phrase.ts";

/** Verbs whose object is told or asked, not said. */
const TELLING = new Set([
  "tell",
  "ask",
  "inform",
  "remind",
  "assure",
  "warn",
  "notify",
  "advise",
  "brief",
  "show",
]);

/** People to whom something is said with "to". */
const LISTENERS = new Set([
  "reporter",
  "journalist",
  "audience",
  "crowd",
  "voter",
  "supporter",
  "lawmaker",
  "parliament",
  "press",
  "viewer",
  "reader",
  "colleague",
  "staff",
  "student",
  "congress",
  "delegate",
  "host",
  "medium",
  "media",
  "correspondent",
  "him",
  "her",
  "them",
  "me",
  "us",
]);

const OCCASION_PREPOSITIONS = new Set([
  "in",
  "at",
  "on",
  "during",
  "after",
  "before",
  "through",
  "via",
  "for",
]);

function outside(scene: Scene, draft: Draft, index: number): boolean {
  const { start } = tokenAt(scene.tree, index);
  return !draft.pieces.some((piece) => piece.start <= start && start < piece.end);
}

/** Phrases with a preposition on the cue, or on the one who is told: "told reporters at a rally". */
function adjuncts(scene: Scene, draft: Draft): number[] {
  const { tree } = scene;
  const heads = [draft.cueToken, ...dependents(tree, draft.cueToken, "obj", "iobj")];
  const found = heads.flatMap((head) => dependents(tree, head, "obl", "nmod"));
  return found.filter((child) => child > draft.cueToken && outside(scene, draft, child));
}

/** Who is told: "told reporters", "said to the crowd". */
export function addresseeOf(scene: Scene, draft: Draft): Phrase | undefined {
  if (draft.addressee) return draft.addressee;
  if (draft.cueToken < 0) return undefined;
  const { tree } = scene;
  const objects = dependents(tree, draft.cueToken, "iobj", "obj").filter((child) => child > draft.cueToken);
  const told = TELLING.has(tokenAt(tree, draft.cueToken).lemma)
    ? objects.find((child) => outside(scene, draft, child))
    : undefined;
  const to = adjuncts(scene, draft).find((child) => {
    const token = tokenAt(tree, child);
    return marker(tree, child) === "to" && (LISTENERS.has(token.lemma) || token.upos === "PROPN");
  });
  const head = told ?? to;
  return head === undefined ? undefined : withoutOccasion(scene, nounPhrase(tree, head, draft.cueToken));
}

/** Whether the phrase with this head tells on what occasion something is said. */
export function isOccasion(scene: Scene, head: number): boolean {
  const nouns = scene.tables.occasionNouns;
  const { lemma, text } = tokenAt(scene.tree, head);
  const known = nouns.has(lemma) || nouns.has(text.toLowerCase());
  return known && OCCASION_PREPOSITIONS.has(marker(scene.tree, head) ?? "");
}

/** The people told, without the occasion that the parse has joined to them. */
function withoutOccasion(scene: Scene, phrase: Phrase): Phrase {
  const joined = dependents(scene.tree, phrase.head, "nmod", "obl").find((child) => isOccasion(scene, child));
  if (joined === undefined || joined < phrase.head) return phrase;
  const first = Math.min(...subtree(scene.tree, joined));
  return first > phrase.head ? { ...phrase, to: Math.min(phrase.to, first) } : phrase;
}

/** On what occasion: "in an interview with a local paper", with its preposition and all that belongs to it. */
export function occasionOf(scene: Scene, draft: Draft): Phrase | undefined {
  if (draft.cueToken < 0) return undefined;
  const { tree } = scene;
  const head = adjuncts(scene, draft).find((child) => isOccasion(scene, child));
  if (head === undefined) return undefined;
  const members = subtree(
    tree,
    head,
    (child) => !outside(scene, draft, child) || isOther(scene, child, head),
  );
  const { from, to } = trimRange(tree, Math.min(...members), Math.max(...members) + 1);
  return { head, from, to };
}

/** What is attached to the occasion by the parse but names the document: "according to a transcript". */
function isOther(scene: Scene, child: number, head: number): boolean {
  return child > head && marker(scene.tree, child) === "according";
}
