import type { Reading } from "../../model/layers.ts";
import type { Tree } from "../tree.ts";
import { Antecedents } from "./antecedent.ts";
import { bodyMeant, isBodyPronoun } from "./body-pronoun.ts";
import { deadPersons, isDeadAt } from "./death.ts";
import { addMention, type Draft } from "./draft.ts";
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

/** Joins "he", "his", "she" to persons, and "its" and the like to the country or organisation that its clause is about. */
export function joinPronouns(
  reading: Reading<"tokens">,
  context: { readonly drafts: readonly Draft[]; readonly tree: Tree; readonly tables: EntityTables },
): void {
  const { drafts, tree, tables } = context;
  const persons = new Antecedents(drafts, tree);
  const dead = deadPersons(drafts, tree, tables);
  reading.tokens.forEach(({ start, end, text }, index) => {
    const word = text.toLowerCase();
    const gender = PERSONAL.get(word);
    const body = isBodyPronoun(word) ? bodyMeant(index, context) : undefined;
    // "His death" means one who is dead, not the one who stands trial for it.
    const late = gender && isDeadAt(tree, index, tables) ? persons.nearestOf(dead, index, gender) : undefined;
    const draft = late ?? (gender ? persons.find(index, gender) : body);
    if (!draft) return;
    const rule = late ? "nearest-dead" : gender ? "nearest-person" : "clause-subject";
    addMention(draft, { start, end, text, kind: "pronoun", rule });
    if (!gender) return;
    draft.gender ??= gender;
    persons.add(draft, index);
  });
}
