import type { Span } from "../model/span.ts";
import type { Token } from "../model/token.ts";
import { withNamedPredicates } from "./named-predicate.ts";

/** The dependency parse of an article, with the children of each token at hand. */
export interface Tree {
  readonly tokens: readonly Token[];
  /** Indices of the dependents of each token, in order of the text. */
  readonly children: readonly (readonly number[])[];
}

export function buildTree(parsed: readonly Token[]): Tree {
  const named = withNamedPredicates(parsed);
  const tokens = named.map((token) => asAuxiliary(token, named[token.head]));
  const children: number[][] = tokens.map(() => []);
  tokens.forEach((token, index) => {
    if (token.head >= 0) children[token.head]?.push(index);
  });
  return { tokens, children };
}

/** "The court is to rule": treebanks take "is" for a copula with a clause after it; it stands as "will" does. */
function asAuxiliary(token: Token, head: Token | undefined): Token {
  if (head?.xpos !== "VB") return token;
  if (token.deprel === "nsubj:outer") return { ...token, deprel: "nsubj" };
  return token.deprel === "cop" ? { ...token, deprel: "aux" } : token;
}

/** The token; asking for one outside the text is a mistake of the program. */
export function tokenAt(tree: Tree, index: number): Token {
  const token = tree.tokens[index];
  if (!token) throw new RangeError(`no token ${index} among ${tree.tokens.length}`);
  return token;
}

/** The relation without its subtype: `nsubj` for `nsubj:pass`. */
export function relation(token: Token): string {
  const colon = token.deprel.indexOf(":");
  return colon < 0 ? token.deprel : token.deprel.slice(0, colon);
}

export function childrenOf(tree: Tree, index: number): readonly number[] {
  return tree.children[index] ?? [];
}

/** Dependents of a token with one of the relations; `obl` also finds `obl:tmod`, `nsubj:pass` only itself. */
export function dependents(tree: Tree, index: number, ...relations: string[]): number[] {
  return childrenOf(tree, index).filter((child) => {
    const token = tokenAt(tree, child);
    return relations.includes(token.deprel) || relations.includes(relation(token));
  });
}

/** The first dependent with one of the relations. */
export function dependent(tree: Tree, index: number, ...relations: string[]): number | undefined {
  return dependents(tree, index, ...relations)[0];
}

/** All tokens below and with this one, in order of the text; `prune` leaves out whole branches. */
export function subtree(tree: Tree, index: number, prune?: (child: number) => boolean): number[] {
  const found: number[] = [];
  const open = [index];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    found.push(next);
    for (const child of childrenOf(tree, next)) if (!prune?.(child)) open.push(child);
  }
  return found.sort((a, b) => a - b);
}

/** From the first to the last of the tokens. */
export function spanOfTokens(tree: Tree, indices: readonly number[]): Span {
  const first = tokenAt(tree, Math.min(...indices));
  const last = tokenAt(tree, Math.max(...indices));
  return { start: first.start, end: last.end };
}

/** Words that are particles right after their verb, whatever the parse calls them. */
const PARTICLES = new Set(["off", "back", "out", "down", "up"]);

export function isParticle(token: Token): boolean {
  return PARTICLES.has(token.lemma.toLowerCase());
}

/** The verb with its particle: "put off". */
export function phrasalLemma(tree: Tree, verb: number): string {
  const bare = (child: number) => child > verb && childrenOf(tree, child).length === 0;
  const loose = childrenOf(tree, verb).find((child) => bare(child) && isParticle(tokenAt(tree, child)));
  const particle = dependent(tree, verb, "compound:prt") ?? loose;
  const lemma = tokenAt(tree, verb).lemma.toLowerCase();
  return particle === undefined ? lemma : `${lemma} ${tokenAt(tree, particle).lemma.toLowerCase()}`;
}

/** The preposition or possessive of a phrase, in lower case; empty where it has none. */
export function caseOf(tree: Tree, index: number): string {
  // "met with President Weiss": the parse may hang the preposition on the title.
  const title = dependent(tree, index, "nmod:desc");
  const marker =
    dependent(tree, index, "case") ?? (title === undefined ? undefined : dependent(tree, title, "case"));
  return marker === undefined ? "" : tokenAt(tree, marker).text.toLowerCase();
}

/** From nearest to farthest: the head of a token, the head of that, up to the root. */
export function ancestors(tree: Tree, index: number): number[] {
  const found: number[] = [];
  for (let at = tokenAt(tree, index).head; at >= 0; at = tokenAt(tree, at).head) found.push(at);
  return found;
}

/** Value of a morphological feature, such as `Past` for `Tense`. */
export function feature(token: Token, name: string): string | undefined {
  const at = `|${token.feats}`.indexOf(`|${name}=`);
  if (at < 0) return undefined;
  const from = at + name.length + 1;
  const to = token.feats.indexOf("|", from);
  return token.feats.slice(from, to < 0 ? undefined : to);
}

/** Index of the token that covers this offset of the text, or the next one after it. */
export function tokenIndexAt(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The tokens that the span touches, as a half-open range. */
export function tokensIn(tokens: readonly Token[], span: Span): { from: number; to: number } {
  const from = tokenIndexAt(tokens, span.start);
  let to = from;
  while (to < tokens.length && (tokens[to]?.start ?? Infinity) < span.end) to++;
  return { from, to };
}

/** The token of the span whose head lies outside it: the head of the phrase. */
export function headOfSpan(tokens: readonly Token[], span: Span): number | undefined {
  const { from, to } = tokensIn(tokens, span);
  for (let i = from; i < to; i++) {
    const head = tokens[i]?.head ?? -1;
    if ((head < from || head >= to) && tokens[i]?.upos !== "PUNCT") return i;
  }
  return from < to ? from : undefined;
}
