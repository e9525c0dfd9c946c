import type { Token } from "../model/token.ts";

/** Verbs by which somebody is made something, in the passive: "was elected mayor". */
const MAKING = new Set([
  "elect",
  "re-elect",
  "reelect",
  "crown",
  "declare",
  "dub",
  "make",
  "vote",
  "choose",
  "pick",
]);

/**
 * "Berg was elected mayor on Sunday": a parser may take "elected" for an adjective of "mayor". A count noun without an
 * article is no predicate of "was" by itself; it is what the verb makes of the subject.
 */
export function withNamedPredicates(tokens: readonly Token[]): readonly Token[] {
  const mended = new Map<number, number>();
  for (const [index, token] of tokens.entries()) {
    if (token.xpos !== "VBN" || token.deprel !== "amod" || !MAKING.has(token.lemma.toLowerCase())) continue;
    const copula = tokens[index - 1];
    if (copula?.deprel === "cop" && copula.head === token.head && !hasArticle(tokens, index, token.head))
      mended.set(token.head, index);
  }
  return mended.size === 0 ? tokens : tokens.map((token, index) => mend(token, index, { tokens, mended }));
}

function hasArticle(tokens: readonly Token[], verb: number, noun: number): boolean {
  return tokens.slice(verb + 1, noun).some(({ deprel }) => deprel === "det" || deprel === "nmod:poss");
}

const AS_VERB: Readonly<Record<string, string>> = { nsubj: "nsubj:pass", cop: "aux:pass", nmod: "obl" };

function mend(
  token: Token,
  index: number,
  { tokens, mended }: { readonly tokens: readonly Token[]; readonly mended: ReadonlyMap<number, number> },
): Token {
  const verb = mended.get(index);
  if (verb !== undefined) return { ...token, head: verb, deprel: "xcomp" };
  const above = mended.get(token.head);
  const noun = tokens[token.head];
  if (above === undefined || !noun) return token;
  if (above === index) return { ...token, head: noun.head, deprel: noun.deprel };
  // "mayor of Riga": what says of what stays with the noun.
  if (token.deprel === "nmod" && isOfNoun(tokens, index)) return token;
  return { ...token, head: above, deprel: AS_VERB[token.deprel] ?? token.deprel };
}

function isOfNoun(tokens: readonly Token[], index: number): boolean {
  return tokens.some(
    ({ head, deprel, text }) => head === index && deprel === "case" && text.toLowerCase() === "of",
  );
}
