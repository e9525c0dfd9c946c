import type { Reading } from "../../model/layers.ts";
import { findPlaces } from "../place/find.ts";
import { childrenOf, headOfSpan, relation, type Tree, tokenAt } from "../tree.ts";
import { addMention, type Draft, newDraft } from "./draft.ts";
import type { EntityTables } from "./tables.ts";

/** Prepositions that make a capital the place it is: "in Tokyo", "flew to Moscow". */
const LOCATIVE = new Set([
  "in",
  "at",
  "near",
  "outside",
  "from",
  "to",
  "around",
  "across",
  "into",
  "through",
  "inside",
  "via",
  "toward",
]);

/**
 * "Tokyo rejected the offer": a capital that acts, is acted upon or owns a decision stands for its
 * country's government. The words stay as they are; the mention moves to the country.
 */
export function joinGovernments(
  drafts: Draft[],
  reading: Reading<"tokens">,
  { tree, tables }: { tree: Tree; tables: EntityTables },
): Draft[] {
  const dateline = reading.article.dateline;
  const capitals = drafts.filter((draft) => tables.capitalOf.has(draft.name.toLowerCase()));
  const elsewhere = capitals.length > 0 ? namesakes(capitals, drafts, { reading, tables }) : new Set();
  for (const city of capitals.filter((draft) => !elsewhere.has(draft))) {
    const country = tables.capitalOf.get(city.name.toLowerCase())?.country ?? city.name;
    const acting = city.mentions.filter(
      (mention) => !(dateline && mention.start < dateline.end) && standsForGovernment(tree, mention, tables),
    );
    for (const mention of acting) {
      city.mentions.splice(city.mentions.indexOf(mention), 1);
      addMention(countryDraft(drafts, country), { ...mention, rule: "capital-for-government" });
    }
  }
  return drafts.filter((draft) => draft.mentions.length > 0);
}

/** "Athens rejected the plan" in a report of Texas: towns that share the name of a capital, and govern nobody else. */
function namesakes(
  capitals: readonly Draft[],
  drafts: readonly Draft[],
  { reading, tables }: { reading: Reading<"tokens">; tables: EntityTables },
): ReadonlySet<Draft> {
  const chosen = findPlaces(drafts, reading.article, tables.places);
  return new Set(capitals.filter((draft) => (chosen.get(draft)?.kind ?? "capital") !== "capital"));
}

function countryDraft(drafts: Draft[], country: string): Draft {
  const known = drafts.find((draft) => draft.name === country);
  if (known) return known;
  const made = newDraft("place", country);
  drafts.push(made);
  return made;
}

function standsForGovernment(
  tree: Tree,
  span: { start: number; end: number },
  tables: EntityTables,
): boolean {
  let at = headOfSpan(tree.tokens, span);
  if (at === undefined) return false;
  while (tokenAt(tree, at).deprel === "conj" && tokenAt(tree, at).head >= 0) at = tokenAt(tree, at).head;
  const token = tokenAt(tree, at);
  const cases = childrenOf(tree, at).filter((child) => tokenAt(tree, child).deprel === "case");
  const prepositions = cases.map((child) => tokenAt(tree, child).text.toLowerCase());
  if (prepositions.some((word) => LOCATIVE.has(word))) return false;
  const head = token.head >= 0 ? tokenAt(tree, token.head) : undefined;
  switch (relation(token)) {
    case "nsubj":
      return head?.upos === "VERB" || head?.upos === "ADJ";
    case "obj":
      return head !== undefined && !tables.placeVerbs.has(head.lemma);
    case "nmod":
      return (
        /['’]s?$/u.test(prepositions[0] ?? "") ||
        ["on", "with", "between", "against", "by"].includes(prepositions[0] ?? "")
      );
    case "obl":
      return ["by", "with", "against", "on", "between"].includes(prepositions[0] ?? "");
    default:
      return false;
  }
}
