import { agreedFeats } from "./agreement.ts";
import { featsOf, lemmaOf } from "./lemma.ts";
import type { Language } from "./load.ts";
import { mendGardenPath } from "./mend.ts";
import { parseRows } from "./parser.ts";
import { COLUMN, makeRows, type Rows, rowAt } from "./rows.ts";
import { tagRows } from "./tagger.ts";

/** What the models say of a word. `head` counts from 0 within the sentence; -1 is the root. */
export interface WordAnalysis {
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  readonly feats: string;
  readonly head: number;
  readonly deprel: string;
}

/** A sentence analysed; the rows are kept for the name finder. */
export interface SentenceAnalysis {
  readonly rows: Rows;
  readonly words: readonly WordAnalysis[];
}

/** The joint tag of a word. */
export function tagOf(language: Pick<Language, "tagger">, rows: Rows, index: number): string {
  return language.tagger.tags[(rows.cells[rowAt(index) + COLUMN.tag] as number) - 1] as string;
}

/** Tags, lemmatises and parses the words of one sentence. */
export function analyseSentence(language: Language, forms: readonly string[]): SentenceAnalysis {
  const { tagger, morphology, parser } = language;
  const rows = makeRows(forms, language.tables);
  tagRows(tagger, rows);
  const { heads, labels } = parseRows(parser, rows);
  const parsed = forms.map((form, i) => {
    const head = heads[i] as number;
    const deprel = parser.labels[(labels[i] as number) - 1] as string;
    return { form, tag: tagOf(language, rows, i), head: head === forms.length ? -1 : head, deprel };
  });
  mendGardenPath(parsed);
  const drafts = parsed.map((word) => {
    const bar = word.tag.indexOf("|");
    const feats = featsOf(morphology, word.form, word.tag);
    return { ...word, upos: word.tag.slice(0, bar), xpos: word.tag.slice(bar + 1), feats };
  });
  const feats = agreedFeats(drafts);
  const words = drafts.map(({ form, tag, upos, xpos, head, deprel }, i) => {
    const lemma = lemmaOf(morphology, form, tag);
    return { lemma, upos, xpos, feats: feats[i] as string, head, deprel };
  });
  return { rows, words };
}
