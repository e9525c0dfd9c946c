import { caseOf, dependents, relation, type Tree, tokenAt, tokensIn } from "../tree.ts";
import type { Draft } from "./draft.ts";
import type { DeadPart, EntityTables } from "./tables.ts";

/** As what the phrase stands at its head: the part that would be the dead one's. */
function partOf(tree: Tree, token: number): DeadPart | undefined {
  const { deprel } = tokenAt(tree, token);
  if (deprel === "nmod:poss" || (deprel === "nmod" && caseOf(tree, token) === "of")) return "owner";
  if (deprel === "nsubj") return "subject";
  return deprel === "obj" || deprel === "nsubj:pass" ? "object" : undefined;
}

function isOpen(tree: Tree, verb: number): boolean {
  return dependents(tree, verb, "aux").some((aux) => tokenAt(tree, aux).xpos === "MD");
}

/** Whether the words say that whoever the phrase means is dead: "his death", "he died", "killed him". */
export function isDeadAt(tree: Tree, token: number, tables: Pick<EntityTables, "deaths">): boolean {
  const part = partOf(tree, token);
  const { head } = tokenAt(tree, token);
  if (part === undefined || head < 0 || isOpen(tree, head)) return false;
  return tables.deaths.get(tokenAt(tree, head).lemma.toLowerCase())?.has(part) ?? false;
}

/** From the last word of a name to the word that the phrase hangs by. */
function headOfName(tree: Tree, last: number): number {
  let at = last;
  while (["flat", "compound"].includes(relation(tokenAt(tree, at))) && tokenAt(tree, at).head >= 0)
    at = tokenAt(tree, at).head;
  return at;
}

/** The persons who are dead by what the report says with their names. */
export function deadPersons(
  drafts: readonly Draft[],
  tree: Tree,
  tables: Pick<EntityTables, "deaths">,
): ReadonlySet<Draft> {
  const isDead = ({ mentions }: Draft): boolean =>
    mentions.some((mention) => {
      const { to } = tokensIn(tree.tokens, mention);
      return to > 0 && isDeadAt(tree, headOfName(tree, to - 1), tables);
    });
  return new Set(drafts.filter((draft) => draft.type === "person" && isDead(draft)));
}
