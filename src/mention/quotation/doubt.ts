import { tokenAt } from "../tree.ts";
import { entityOf } from "./chain.ts";
import { kindOf } from "./content.ts";
import type { Draft, Scene } from "./draft.ts";
import { sourceKindOf, wordsOf } from "./source-kind.ts";

/** Endings of nouns for actions and qualities, which do not speak: "the timing", "his reality". */
const ABSTRACT = /(?:tion|sion|ment|ness|ity|ism|ance|ence|ing|attack|fight|effort|idea|fact)s?$/i;

/** Nouns with such an ending that stand for people. */
const PEOPLE = /^(?:majority|minority|community|opposition|audience|resistance|city|being|sibling)s?$/i;

/** Verbs whose subject may be what gives the reason to think so: "the attack suggested that …". */
const EVIDENTIAL = new Set([
  "suggest",
  "indicate",
  "reveal",
  "imply",
  "show",
  "confirm",
  "underscore",
  "highlight",
]);

/** Whether a noun without a kind of source names an action, a quality or what happens. */
function isThing(scene: Scene, { source }: Draft): boolean {
  if (!source || sourceKindOf(scene, source, entityOf(scene, source)) !== "unnamed") return false;
  const { text, lemma } = tokenAt(scene.tree, source.head);
  const named = /^\p{Lu}/u.test(text) && tokenAt(scene.tree, source.head).upos === "PROPN";
  const abstract = ABSTRACT.test(text) && !PEOPLE.test(text);
  return !named && (abstract || scene.tables.sources.events.has(lemma.toLowerCase()));
}

/** Whether the words found as the speaker of quoted words are hardly one: "you", an action, a thing before a colon. */
function isDoubtful(scene: Scene, draft: Draft): boolean {
  const { source, rule, act } = draft;
  if (source === null || act === "show") return false;
  if (/^you$/i.test(wordsOf(scene, source))) return true;
  const colon = rule === "colon" && sourceKindOf(scene, source, entityOf(scene, source)) === "unnamed";
  return colon || isThing(scene, draft);
}

/** "The storm threatens the coast", "the deal favours exporters": what a thing does to others is said by nobody. */
function isDeed(scene: Scene, draft: Draft): boolean {
  if (draft.cueToken < 0 || draft.act === "show" || !isThing(scene, draft)) return false;
  return !EVIDENTIAL.has(tokenAt(scene.tree, draft.cueToken).lemma);
}

/**
 * Words in quotation marks are somebody's own: where it is not sure whose, nobody is named. Without quotation marks a
 * thing that is found as the speaker says nothing.
 */
export function withoutDoubtful(scene: Scene, drafts: readonly Draft[]): Draft[] {
  return drafts.flatMap((draft) => {
    if (kindOf(scene, draft.pieces) !== "indirect")
      return [isDoubtful(scene, draft) ? { ...draft, source: null } : draft];
    return isDeed(scene, draft) ? [] : [draft];
  });
}
