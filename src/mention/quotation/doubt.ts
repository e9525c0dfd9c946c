import { tokenAt } from "../tree.ts";
import { entityOf } from "./chain.ts";
import { kindOf } from "./content.ts";
import type { Draft, Scene } from "./draft.ts";
import { sourceKindOf, wordsOf } from "./source-kind.ts";

/** Endings of nouns for actions and qualities, which do not speak: "the timing", "his reality". */
const ABSTRACT = /(?:tion|sion|ment|ness|ity|ism|ance|ence|ing|attack|fight|effort|idea|fact)s?$/i;

/** Nouns with such an ending that stand for people. */
const PEOPLE = /^(?:majority|minority|community|opposition|audience|resistance|city|being|sibling)s?$/i;

/** Whether the words found as the speaker of quoted words are hardly one: "you", an action, a thing before a colon. */
function isDoubtful(scene: Scene, draft: Draft): boolean {
  const { source, rule, act } = draft;
  if (source === null || act === "show") return false;
  if (/^you$/i.test(wordsOf(scene, source))) return true;
  if (sourceKindOf(scene, source, entityOf(scene, source)) !== "unnamed") return false;
  const { text } = tokenAt(scene.tree, source.head);
  return rule === "colon" || (ABSTRACT.test(text) && !PEOPLE.test(text));
}

/** Words in quotation marks are somebody's own: where it is not sure whose, nobody is named. */
export function withoutDoubtful(scene: Scene, drafts: readonly Draft[]): Draft[] {
  return drafts.map((draft) => {
    const doubtful = isDoubtful(scene, draft) && kindOf(scene, draft.pieces) !== "indirect";
    return doubtful ? { ...draft, source: null } : draft;
  });
}
