import { ancestors, relation, subtree, tokenAt, tokensIn } from "../../src/mention/tree.ts";
import { type CueCase, isRightSource, sourceByRules } from "./cue-source.ts";
import { Confusions, inContext } from "./examples.ts";

/** How the cue stands in its sentence, which is what a rule would ask for. */
function cuePlace({ tree, cue }: CueCase): string {
  const token = tokenAt(tree, cue);
  const subjects = subtree(tree, cue).filter((index) => tokenAt(tree, index).deprel.startsWith("nsubj"));
  const own = subjects.some((index) => tokenAt(tree, index).head === cue);
  return `${token.xpos} as ${relation(token)}, ${own ? "with" : "without"} a subject of its own`;
}

/** Where the annotated source hangs in the parse. */
function sourcePlace({ tree, cue, source }: CueCase): string {
  const [first] = source;
  if (!first) return "";
  const { from, to } = tokensIn(tree.tokens, first);
  const within = (index: number) => index >= from && index < to;
  const head = Array.from({ length: to - from }, (_, i) => from + i).find(
    (index) => !within(tokenAt(tree, index).head) && tokenAt(tree, index).upos !== "PUNCT",
  );
  if (head === undefined) return "";
  const above = tokenAt(tree, head).head;
  const place =
    above === cue ? "the cue" : ancestors(tree, cue).includes(above) ? "a word above the cue" : "elsewhere";
  return `source is ${tokenAt(tree, head).deprel} of ${place}`;
}

/** Cues for which no source or a wrong one was found, by how cue and source stand in the parse. */
export function sourceErrors(cases: readonly CueCase[], limit: number): string {
  const errors = new Confusions();
  for (const each of cases) {
    const { tree, cue, source } = each;
    const found = sourceByRules(tree, cue);
    if (found !== undefined && isRightSource(each, found)) continue;
    const start = tree.tokens.findIndex((token) => token.sentence === tokenAt(tree, cue).sentence);
    const sentence = tokenAt(tree, cue).sentence;
    const words = tree.tokens.slice(start).filter((token) => token.sentence === sentence);
    const marks: Record<number, string> = {};
    for (const span of source) {
      const { from, to } = tokensIn(tree.tokens, span);
      for (let index = from; index < to; index++) marks[index - start] = "source";
    }
    if (found !== undefined) marks[found - start] = "found";
    marks[cue - start] = "cue";
    const kind = `${found === undefined ? "none" : "wrong"}: ${cuePlace(each)}; ${sourcePlace(each)}`;
    errors.add(
      kind,
      inContext(
        words.map(({ text }) => text),
        marks,
        4,
      ),
    );
  }
  return errors.show("source of a reporting verb", limit);
}
