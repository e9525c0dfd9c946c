import type { Reading } from "../../model/layers.ts";
import { type Tree, tokenAt } from "../tree.ts";
import { Antecedents } from "./antecedent.ts";
import { bodyMeant, isBodyPronoun } from "./body-pronoun.ts";
import { deadPersons, isDeadAt, notAccused } from "./death.ts";
import { addMention, type Draft } from "./draft.ts";
import { namelessPersons } from "./nameless.ts";
import type { EntityTables, Gender } from "./tables.ts";

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

/** Who is dead though the report does not say so with the name stands so many tokens before, at most. */
const OF_DEATH = 80;

/** Joins "he", "his", "she" to persons, and "its" and the like to the country or organisation that its clause is about. */
export function joinPronouns(
  reading: Reading<"tokens">,
  context: { readonly drafts: readonly Draft[]; readonly tree: Tree; readonly tables: EntityTables },
): void {
  const { drafts, tree, tables } = context;
  const persons = new Antecedents(drafts, tree, namelessPersons(context));
  const dead = deadPersons(drafts, tree, tables);
  const others = notAccused(drafts, tree, tables);
  /** Where no name is told dead: the one of this sentence who was named last, else who it would be anyway, but nobody accused. */
  const victim = (found: Draft | undefined, index: number, gender: Gender): Draft | undefined =>
    persons.nearestOf(others, index, gender, index - firstOfSentence(index, tree)) ??
    (found && others.has(found) ? found : persons.nearestOf(others, index, gender, OF_DEATH));
  reading.tokens.forEach(({ start, end, text }, index) => {
    const word = text.toLowerCase();
    const gender = PERSONAL.get(word);
    const body = isBodyPronoun(word) ? bodyMeant(index, context) : undefined;
    // "His death" means one who is dead, not the one who stands trial for it.
    const isDeath = gender !== undefined && isDeadAt(tree, index, tables);
    const late = isDeath ? persons.nearestOf(dead, index, gender) : undefined;
    const found = gender ? persons.find(index, gender) : undefined;
    // "A man said he was ill": of somebody else, whose name is not given.
    if (found && !found.draft && !late) return;
    const draft = late ?? (isDeath ? victim(found?.draft, index, gender) : found?.draft) ?? body;
    if (!draft) return;
    const rule = late ? "nearest-dead" : gender ? "nearest-person" : "clause-subject";
    addMention(draft, { start, end, text, kind: "pronoun", rule });
    if (!gender) return;
    draft.gender ??= gender;
    persons.add(draft, index);
  });
}

function firstOfSentence(index: number, tree: Tree): number {
  const { sentence } = tokenAt(tree, index);
  let at = index;
  while (tree.tokens[at - 1]?.sentence === sentence) at--;
  return at;
}
