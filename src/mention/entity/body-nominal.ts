import type { Span } from "../../model/span.ts";
import { caseOf, headOfSpan, type Tree, tokenAt, tokensIn } from "../tree.ts";
import type { Draft } from "./draft.ts";
import type { EntityTables } from "./tables.ts";

interface Context {
  readonly drafts: readonly Draft[];
  readonly tree: Tree;
  readonly tables: EntityTables;
}

/** "the company" seldom means one that was named before the sentence before last. */
const REACH = 2;

/** Companies have these in their names as well. */
const COMPANY_TOO = new Set(["bank", "group"]);

function bodies({ drafts }: Context): readonly Draft[] {
  return drafts.filter(({ type }) => type === "organization");
}

function plainWord(word: string): string {
  return word.toLowerCase().replace(/['’]s?$/u, "");
}

/** Sorts of well-known bodies that are called a company. */
const COMPANIES = new Set(["company", "bank", "insurer"]);

/** Members of a body that stand up to companies, in its name: "Harbour Workers' Federation". */
const MEMBERS = new Set(["workers", "employees", "teamsters", "drivers"]);

/** Whether "the company" can mean it: neither what is known of it nor a noun of its name, such as "ministry", forbids it. */
function isCompany({ name, words }: Draft, { tables }: Context): boolean {
  const kind = tables.bodies.byName.get(name)?.kind;
  if (kind !== undefined && !COMPANIES.has(kind)) return false;
  return (
    !words.some((word) => MEMBERS.has(plainWord(word))) &&
    !words.some((word) => {
      const noun = plainWord(word);
      return tables.bodyNouns.get(noun) === "name" && !COMPANY_TOO.has(noun);
    })
  );
}

/** "the ministry": the one organisation before it with that word in its name. */
function byName(noun: string, index: number, context: Context): Draft | undefined {
  const { start } = tokenAt(context.tree, index);
  const named = bodies(context).filter(
    ({ words, mentions }) =>
      words.some((word) => plainWord(word) === noun) && (mentions[0]?.start ?? start) < start,
  );
  return named.length === 1 ? named[0] : undefined;
}

/** "Wrote on Facebook": where something was published, and nobody who is spoken of. */
function isPlatform(span: Span, tree: Tree): boolean {
  const head = headOfSpan(tree.tokens, span);
  if (head === undefined || !["on", "via"].includes(caseOf(tree, head))) return false;
  return tokenAt(tree, head).deprel.startsWith("obl");
}

/** How many sentences before the noun it was last named; undefined where it is out of reach. */
function distanceTo({ mentions }: Draft, index: number, { tree }: Context): number | undefined {
  const before = mentions
    .filter((mention) => !isPlatform(mention, tree))
    .map((mention) => tokensIn(tree.tokens, mention).from)
    .filter((at) => at < index);
  const last = before.at(-1);
  const distance =
    last === undefined ? REACH + 1 : tokenAt(tree, index).sentence - tokenAt(tree, last).sentence;
  return distance <= REACH ? distance : undefined;
}

/** "the company": the one that the nearest sentence with companies names, if it names just one. */
function byReach(index: number, context: Context): Draft | undefined {
  const lately = bodies(context).flatMap((draft) => {
    const distance = isCompany(draft, context) ? distanceTo(draft, index, context) : undefined;
    return distance === undefined ? [] : [{ draft, distance }];
  });
  const nearest = Math.min(...lately.map(({ distance }) => distance));
  const [only, ...others] = lately.filter(({ distance }) => distance === nearest);
  return others.length === 0 ? only?.draft : undefined;
}

/** The organisation that a definite noun points back to, where just one fits. */
export function bodyFor(index: number, context: Context): { draft: Draft; rule: string } | undefined {
  const { lemma, xpos } = tokenAt(context.tree, index);
  const noun = lemma.toLowerCase();
  const kind = context.tables.bodyNouns.get(noun);
  if (!kind || xpos === "NNS") return undefined;
  const draft = kind === "name" ? byName(noun, index, context) : byReach(index, context);
  return draft && { draft, rule: kind === "name" ? "noun-of-name" : "company-noun" };
}
