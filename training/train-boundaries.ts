import { BOUNDARY, type BoundaryModel, readBoundaries, type TokenBlock } from "../src/language/boundaries.ts";
import type { BoundaryRules } from "../src/language/rules.ts";
import { splitTokens } from "../src/language/split-tokens.ts";
import { type AveragedWeights, meanOfRuns } from "./averaged.ts";
import { seededRandom, shuffle } from "./random.ts";
import type { TreebankSentence } from "./treebank.ts";

/** A paragraph of a treebank, with the offsets where its sentences end. */
interface Paragraph {
  readonly text: string;
  readonly ends: ReadonlySet<number>;
}

function textOf({ comments }: TreebankSentence): string {
  const line = comments.find((comment) => comment.startsWith("# text = ")) ?? "";
  return line.slice("# text = ".length);
}

function paragraphOf(sentences: readonly TreebankSentence[]): Paragraph {
  const ends = new Set<number>();
  let text = "";
  for (const sentence of sentences) {
    text += textOf(sentence);
    ends.add(text.length);
    if (!sentence.words.at(-1)?.misc.includes("SpaceAfter=No")) text += " ";
  }
  return { text: text.trimEnd(), ends };
}

/** The paragraphs of treebank sentences that stand in the order of their documents. */
export function paragraphsOf(sentences: readonly TreebankSentence[]): Paragraph[] {
  const groups: TreebankSentence[][] = [];
  for (const sentence of sentences) {
    if (sentence.newParagraph || groups.length === 0) groups.push([]);
    groups.at(-1)?.push(sentence);
  }
  return groups.map(paragraphOf);
}

interface Example extends TokenBlock {
  /** Indexes of the tokens that open a sentence. */
  readonly begins: ReadonlySet<number>;
}

function exampleOf({ text, ends }: Paragraph, rules: BoundaryRules): Example {
  const tokens = splitTokens(text, { start: 0, end: text.length }, rules);
  const begins = new Set(tokens.flatMap((_, i) => (ends.has(tokens[i - 1]?.end ?? -1) ? [i] : [])));
  return { text, tokens, begins };
}

function learnFrom(
  example: Example,
  rules: BoundaryRules,
  lesson: { model: BoundaryModel; learner: AveragedWeights },
): number {
  let wrong = 0;
  const { model, learner } = lesson;
  readBoundaries(example, rules, {
    model,
    decide: (index, guess, features) => {
      const right = example.begins.has(index) ? BOUNDARY.begins : BOUNDARY.none;
      learner.tick();
      if (guess !== right) {
        wrong++;
        learner.update(features, right, guess);
      }
      return right;
    },
  });
  return wrong;
}

/** Trains the judge of sentence boundaries on paragraphs whose words are found anew in their text; gives its weights. */
export function trainBoundaries(
  sentences: readonly TreebankSentence[],
  rules: BoundaryRules,
  options: { bits: number; epochs: number; runs: number; seed: number; log?: (line: string) => void },
): Int8Array {
  const mask = 2 ** options.bits - 1;
  const examples = paragraphsOf(sentences).map((paragraph) => exampleOf(paragraph, rules));
  return meanOfRuns(options, (learner, seed) => {
    const lesson = { model: { weights: learner.weights, mask, margin: 0 }, learner };
    const random = seededRandom(seed);
    for (let epoch = 0; epoch < options.epochs; epoch++) {
      shuffle(examples, random);
      const wrong = examples.reduce((sum, example) => sum + learnFrom(example, rules, lesson), 0);
      options.log?.(`boundaries epoch ${epoch + 1}: ${wrong} wrong`);
    }
  });
}
