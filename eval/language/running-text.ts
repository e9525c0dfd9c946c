import type { ConlluWord } from "../../src/language/conllu.ts";
import type { Block } from "../../src/model/article.ts";
import type { Span } from "../../src/model/span.ts";
import type { TreebankSentence } from "../../training/treebank.ts";

/** A word of a treebank where it stands in running text. */
export interface PlacedWord extends Span {
  /** Its annotation; missing where the letters of several words run together ("im" for "I am"). */
  readonly gold?: ConlluWord;
}

/** A treebank as running text, with its paragraphs as blocks. */
export interface RunningText {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly words: readonly PlacedWord[];
  readonly sentences: readonly Span[];
}

/** What stands between two white spaces or other tokens: one syntactic word, or several ("don't"). */
interface Surface {
  readonly form: string;
  readonly parts: readonly { readonly form: string; readonly gold?: ConlluWord }[];
  readonly space: boolean;
}

/** The multiword tokens of a sentence, by the index of their first word. */
function rangesOf({ others }: TreebankSentence): Map<number, { to: number; form: string; misc: string }> {
  const ranges = new Map<number, { to: number; form: string; misc: string }>();
  for (const { line } of others) {
    const [id = "", form = "", ...rest] = line.split("\t");
    const range = /^(\d+)-(\d+)$/.exec(id);
    if (range) ranges.set(Number(range[1]) - 1, { to: Number(range[2]), form, misc: rest[7] ?? "_" });
  }
  return ranges;
}

/** The sentence's surface tokens, each with the syntactic words that it is made of. */
function surfaceOf(sentence: TreebankSentence): Surface[] {
  const list: Surface[] = [];
  const ranges = rangesOf(sentence);
  const { words } = sentence;
  for (let i = 0; i < words.length; ) {
    const first = words[i] as ConlluWord;
    const { to, form, misc } = ranges.get(i) ?? { to: i + 1, form: first.form, misc: first.misc };
    const parts = words.slice(i, to).map((gold) => ({ form: gold.form, gold }));
    const joined = parts.map((part) => part.form).join("") === form;
    list.push({ form, parts: joined ? parts : [{ form }], space: !misc.includes("SpaceAfter=No") });
    i = to;
  }
  return list;
}

/** Writes the sentences as running text, as they stood in the source. */
export function runningText(sentences: readonly TreebankSentence[]): RunningText {
  const blocks: Block[] = [];
  const words: PlacedWord[] = [];
  const spans: Span[] = [];
  let text = "";
  let blockStart = 0;
  const closeBlock = () => {
    if (text.length > blockStart) blocks.push({ start: blockStart, end: text.length, kind: "paragraph" });
    if (text !== "") text += "\n\n";
    blockStart = text.length;
  };
  for (const sentence of sentences) {
    if (sentence.newParagraph) closeBlock();
    const start = text.length;
    let end = start;
    for (const { parts, space } of surfaceOf(sentence)) {
      for (const { form, ...part } of parts) {
        words.push({ ...part, start: text.length, end: text.length + form.length });
        text += form;
      }
      end = text.length;
      if (space) text += " ";
    }
    spans.push({ start, end });
  }
  closeBlock();
  return { text, blocks, words, sentences: spans };
}
