import { byParagraph, placesOf, type ReadText, type TextReader } from "./reader.ts";

/** What is used of a collection of wink-nlp. */
interface Items {
  out(its?: unknown): string[];
}

/** What is used of wink-nlp. */
interface Wink {
  readonly its: { readonly value: unknown; readonly pos: unknown; readonly lemma: unknown };
  readDoc(text: string): { tokens(): Items; sentences(): Items };
}

/** Its text reader. */
export async function loadWink(): Promise<Pick<TextReader, "read" | "process">> {
  const { default: winkNlp } = await import("wink-nlp");
  const { default: model } = await import("wink-eng-lite-web-model");
  const wink = (winkNlp as unknown as (model: unknown) => Wink)(model);
  wink.readDoc("A first text.");
  return {
    read: (text, blocks) => byParagraph(text, blocks, (paragraph) => readParagraph(wink, paragraph)),
    process(text) {
      const doc = wink.readDoc(text);
      doc.tokens().out(wink.its.pos);
      doc.tokens().out(wink.its.lemma);
      doc.sentences().out();
    },
  };
}

function readParagraph(wink: Wink, text: string): ReadText {
  const doc = wink.readDoc(text);
  const tokens = doc.tokens();
  const [tags, lemmas] = [tokens.out(wink.its.pos), tokens.out(wink.its.lemma)];
  const words = placesOf(text, tokens.out(wink.its.value)).flatMap((place, i) =>
    place ? [{ ...place, upos: tags[i] ?? "X", lemma: lemmas[i] ?? "_" }] : [],
  );
  const sentences = placesOf(text, doc.sentences().out()).filter((place) => place !== undefined);
  return { sentences, words: words.filter(({ upos }) => upos !== "SPACE") };
}
