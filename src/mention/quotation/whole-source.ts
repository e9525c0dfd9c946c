import { tokenAt } from "../tree.ts";
import type { Draft, Scene } from "./draft.ts";
import { isTime } from "./phrase.ts";

/** Titles that never stand without a name. */
const TITLE = /^(?:mr|mrs|ms|dr|prof|rev|sen|rep|gov|gen|lt|col|maj|capt|sgt|sir)\.?$/i;

/** How many words a name has at most: "Ana Maria J. Brandt". */
const MOST_WORDS = 4;

/** Whether the words before this token are a title, and the name begins here: "Dr | Brandt", "Secretary of State | Ana Brandt". */
function leadsToName({ tokens, entityAt }: Scene, to: number): boolean {
  const [last, next] = [tokens[to - 1], tokens[to]];
  if (!last || !next || next.upos !== "PROPN" || next.sentence !== last.sentence) return false;
  if (TITLE.test(last.text)) return true;
  const isTitle = /^\p{Lu}/u.test(last.text) && !entityAt.has(to - 1);
  return isTitle && entityAt.get(to)?.type === "person";
}

/** The source with the name that follows its title, where the parse has torn them apart: "said Dr | Brandt". */
export function withWholeSource(scene: Scene, draft: Draft): Draft {
  const { source } = draft;
  if (!source || !leadsToName(scene, source.to)) return draft;
  let to = source.to;
  const isName = (at: number) => scene.tokens[at]?.upos === "PROPN" && !isTime(scene.tree, at);
  const { sentence } = tokenAt(scene.tree, source.head);
  while (isName(to) && scene.tokens[to]?.sentence === sentence && to < source.to + MOST_WORDS) to++;
  return to === source.to ? draft : { ...draft, source: { head: source.to, from: source.from, to } };
}
