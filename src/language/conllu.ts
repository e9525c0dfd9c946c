/** A word of a CoNLL-U sentence. `head` counts from 0; -1 is the root. */
export interface ConlluWord {
  form: string;
  lemma: string;
  upos: string;
  xpos: string;
  feats: string;
  head: number;
  deprel: string;
  misc: string;
}

/** A sentence of a CoNLL-U file, with the lines needed to write it out again. */
export interface ConlluSentence {
  readonly words: ConlluWord[];
  /** Comment lines, with their "#". */
  readonly comments: string[];
  /** Lines that are not words (multiword tokens, empty nodes) and the word before which each stands. */
  readonly others: { readonly before: number; readonly line: string }[];
}

function readWord(columns: readonly string[]): ConlluWord {
  const head = Number(columns[6]);
  return {
    form: columns[1] ?? "_",
    lemma: columns[2] ?? "_",
    upos: columns[3] ?? "_",
    xpos: columns[4] ?? "_",
    feats: columns[5] ?? "_",
    head: Number.isInteger(head) ? head - 1 : -1,
    deprel: columns[7] ?? "_",
    misc: columns[9] ?? "_",
  };
}

/** Reads CoNLL-U. Missing columns are read as "_". */
export function readConllu(text: string): ConlluSentence[] {
  const sentences: ConlluSentence[] = [];
  let current: ConlluSentence = { words: [], comments: [], others: [] };
  const finish = () => {
    if (current.words.length > 0) sentences.push(current);
    current = { words: [], comments: [], others: [] };
  };
  for (const line of text.split(/\r?\n/)) {
    if (line === "") finish();
    else if (line.startsWith("#")) current.comments.push(line);
    else {
      const columns = line.split("\t");
      if (/^\d+$/.test(columns[0] as string)) current.words.push(readWord(columns));
      else current.others.push({ before: current.words.length, line });
    }
  }
  finish();
  return sentences;
}

function wordLine(word: ConlluWord, index: number): string {
  const { form, lemma, upos, xpos, feats, head, deprel, misc } = word;
  return [index + 1, form, lemma, upos, xpos, feats, head + 1, deprel, "_", misc].join("\t");
}

/** Writes CoNLL-U. */
export function writeConllu(sentences: readonly ConlluSentence[]): string {
  const lines: string[] = [];
  for (const { words, comments, others } of sentences) {
    lines.push(...comments);
    let next = 0;
    words.forEach((word, index) => {
      while (others[next]?.before === index) lines.push((others[next++] as { line: string }).line);
      lines.push(wordLine(word, index));
    });
    for (const other of others.slice(next)) lines.push(other.line);
    lines.push("");
  }
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
}
