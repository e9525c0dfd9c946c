import { agreedFeats } from "./agreement.ts";
import { featsOf, lemmaOf } from "./lemma.ts";
import type { Language } from "./load.ts";
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
  const drafts = forms.map((form, i) => {
    const tag = tagOf(language, rows, i);
    const bar = tag.indexOf("|");
    const head = heads[i] as number;
    return {
      form,
      tag,
      upos: tag.slice(0, bar),
      xpos: tag.slice(bar + 1),
      feats: featsOf(morphology, form, tag),
      head: head === forms.length ? -1 : head,
      deprel: parser.labels[(labels[i] as number) - 1] as string,
    };
  });
  const feats = agreedFeats(drafts);
  const words = drafts.map(({ form, tag, upos, xpos, head, deprel }, i) => {
    const lemma = lemmaOf(morphology, form, tag);
    return { lemma, upos, xpos, feats: feats[i] as string, head, deprel };
  });
  return { rows, words };
}
