import type { ConlluWord } from "../src/language/conllu.ts";
import { type Gazetteer, LIST } from "../src/language/gazetteer.ts";
import type { NameSentence } from "./name-gold.ts";
import type { TreebankSentence } from "./treebank.ts";

const TYPES: Readonly<Record<string, string>> = { person: "PER", organization: "ORG", place: "LOC" };

/** Relations that join the words of one name to its head. */
const JOINING = /^(?:flat|compound|amod|nummod|punct|fixed)$/;

interface Mention {
  readonly from: number;
  to: number;
  readonly type: string;
}

/** Reads the brackets of GUM's "Entity=" field: "(12-person-…" opens, "12)" closes. Split mentions are skipped. */
function mentionsOf(words: readonly ConlluWord[]): Mention[] {
  const open = new Map<string, Mention[]>();
  const done: Mention[] = [];
  words.forEach((word, i) => {
    const field = /(?:^|\|)Entity=([^|]*)/.exec(word.misc)?.[1] ?? "";
    for (const [bracket] of field.matchAll(/\([^()]*\)?|[^()]+\)/g)) {
      const id = /\d+/.exec(bracket)?.[0] ?? "";
      const stack = open.get(id) ?? [];
      open.set(id, stack);
      if (bracket.startsWith("(")) stack.push({ from: i, to: 0, type: bracket.slice(1).split("-")[1] ?? "" });
      if (bracket.endsWith(")")) {
        const mention = stack.pop();
        if (mention) done.push({ ...mention, to: i + 1 });
      }
    }
  });
  return done;
}

function isProper(word: ConlluWord | undefined): boolean {
  return word?.xpos.startsWith("NNP") ?? false;
}

function headOf(words: readonly ConlluWord[], { from, to }: Mention): number {
  for (let i = from; i < to; i++) {
    const { head } = words[i] as ConlluWord;
    if (head < from || head >= to) return i;
  }
  return from;
}

/** Whether word `i` belongs to the name with the given head, by its path of relations to it. */
function belongs(words: readonly ConlluWord[], i: number, head: number): boolean {
  let at = i;
  for (let steps = 0; at !== head && steps < 4; steps++) {
    const { deprel, head: up } = words[at] as ConlluWord;
    const ofPhrase =
      deprel === "nmod" &&
      isProper(words[at]) &&
      words.some((w) => w.head === at && /^(of|for)$/.test(w.form));
    if (
      !JOINING.test(deprel) &&
      !ofPhrase &&
      !(deprel === "case" && /^(of|for)$/.test((words[at] as ConlluWord).form))
    ) {
      return false;
    }
    if (JOINING.test(deprel) && deprel !== "punct" && !isProper(words[at])) return false;
    at = up;
    if (at < 0) return false;
  }
  return at === head;
}

/** The words of the name within a mention: its head with what joins it, without titles and articles. */
function nameOf(words: readonly ConlluWord[], mention: Mention): Mention | undefined {
  const head = headOf(words, mention);
  if (!isProper(words[head])) return undefined;
  let from = head;
  let to = head + 1;
  while (from > mention.from && belongs(words, from - 1, head)) from--;
  while (
    to < mention.to &&
    (belongs(words, to, head) || (words[to]?.deprel === "case" && belongs(words, to + 1, head)))
  )
    to++;
  while (to - 1 > head && !isProper(words[to - 1])) to--;
  while (from < head && !isProper(words[from])) from++;
  return { from, to, type: mention.type };
}

/** Lists whose words alone are no name: "the President", "Muslims". */
const NO_NAME = LIST.title | LIST.rank | LIST.demonym | LIST.date;

function isNamed(words: readonly ConlluWord[], { from, to }: Mention, gazetteer: Gazetteer): boolean {
  return words
    .slice(from, to)
    .some(({ form }) => ((gazetteer.words.get(form.toLowerCase()) ?? 0) & NO_NAME) === 0);
}

/** The names of persons, organizations and places in sentences of GUM; the longer of two that overlap. */
export function gumNameSentence(sentence: TreebankSentence, gazetteer: Gazetteer): NameSentence {
  const { words, doc } = sentence;
  const tags = words.map(() => "O");
  const names = mentionsOf(words)
    .filter(({ type }) => TYPES[type])
    .map((mention) => nameOf(words, mention))
    .filter((name) => name !== undefined)
    .filter((name) => isNamed(words, name, gazetteer))
    .sort((a, b) => b.to - b.from - (a.to - a.from));
  for (const { from, to, type } of names) {
    if (tags.slice(from, to).some((tag) => tag !== "O")) continue;
    for (let i = from; i < to; i++) tags[i] = `${i === from ? "B" : "I"}-${TYPES[type]}`;
  }
  return { doc, tokens: words.map((word) => word.form), tags };
}
