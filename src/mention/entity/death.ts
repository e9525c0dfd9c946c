import { caseOf, dependents, relation, type Tree, tokenAt, tokensIn } from "../tree.ts";
import type { Draft } from "./draft.ts";
import type { EntityTables, Part, PartsOf } from "./tables.ts";

/** "The death of", "lawyers for". */
const OWNS = new Set(["of", "for"]);

/** As what the phrase stands at its head. */
function partOf(tree: Tree, token: number): Part | undefined {
  const { deprel } = tokenAt(tree, token);
  if (deprel === "nmod:poss" || (deprel === "nmod" && OWNS.has(caseOf(tree, token)))) return "owner";
  if (deprel === "nsubj") return "subject";
  return deprel === "obj" || deprel === "nsubj:pass" ? "object" : undefined;
}

/** Whether the word that the phrase hangs by tells something of whoever it means. */
function isToldAt(tree: Tree, token: number, words: PartsOf): boolean {
  const part = partOf(tree, token);
  const { head } = tokenAt(tree, token);
  return (
    part !== undefined &&
    head >= 0 &&
    (words.get(tokenAt(tree, head).lemma.toLowerCase())?.has(part) ?? false)
  );
}

/** "Would kill him" */
function isOpen(tree: Tree, verb: number): boolean {
  return verb >= 0 && dependents(tree, verb, "aux").some((aux) => tokenAt(tree, aux).xpos === "MD");
}

/** Whether the words say that whoever the phrase means is dead: "his death", "he died", "killed him". */
export function isDeadAt(tree: Tree, token: number, { deaths }: Pick<EntityTables, "deaths">): boolean {
  return isToldAt(tree, token, deaths) && !isOpen(tree, tokenAt(tree, token).head);
}

/** From the last word of a name to the word that the phrase hangs by. */
function headOfName(tree: Tree, last: number): number {
  let at = last;
  while (["flat", "compound"].includes(relation(tokenAt(tree, at))) && tokenAt(tree, at).head >= 0)
    at = tokenAt(tree, at).head;
  return at;
}

function personsOf(
  drafts: readonly Draft[],
  tree: Tree,
  isTold: (head: number) => boolean,
): ReadonlySet<Draft> {
  const isMeant = ({ mentions }: Draft): boolean =>
    mentions.some((mention) => {
      const { to } = tokensIn(tree.tokens, mention);
      return to > 0 && isTold(headOfName(tree, to - 1));
    });
  return new Set(drafts.filter((draft) => draft.type === "person" && isMeant(draft)));
}

type DeathTables = Pick<EntityTables, "deaths" | "accused">;

/** The persons who are dead by what the report says with their names. */
export function deadPersons(drafts: readonly Draft[], tree: Tree, tables: DeathTables): ReadonlySet<Draft> {
  return personsOf(drafts, tree, (head) => isDeadAt(tree, head, tables));
}

/** All other persons than those who answer for something in court: these are not the dead of whom the report tells. */
export function notAccused(
  drafts: readonly Draft[],
  tree: Tree,
  { accused }: DeathTables,
): ReadonlySet<Draft> {
  const tried = personsOf(drafts, tree, (head) => isToldAt(tree, head, accused));
  return new Set(drafts.filter((draft) => draft.type === "person" && !tried.has(draft)));
}
