import { expect, it } from "vitest";
import { readConllu } from "../../src/language/conllu.ts";
import { loadPeers } from "./peers.ts";
import { placesOf } from "./reader.ts";
import { runningText } from "./running-text.ts";

const SENTENCE = `1-2	Don't	_	_	_	_	_	_	_	_
1	Do	do	AUX	VB	_	3	aux	_	_
2	n't	not	PART	RB	_	3	advmod	_	_
3	wait	wait	VERB	VB	_	0	root	_	SpaceAfter=No
4	.	.	PUNCT	.	_	3	punct	_	_

`;

it("a treebank's sentence becomes the text it was taken from, with its words in place", () => {
  const [sentence] = readConllu(SENTENCE);
  if (!sentence) throw new Error("no sentence");
  const { text, words, sentences } = runningText([{ ...sentence, doc: "d", newParagraph: true }]);
  expect(text.trim()).toBe("Don't wait.");
  expect(words.map(({ start, end }) => text.slice(start, end))).toEqual(["Do", "n't", "wait", "."]);
  expect(sentences).toEqual([{ start: 0, end: 11 }]);
});

it("pieces of a text are found in their order", () => {
  expect(placesOf("a b a", ["a", "a", "c"])).toEqual([{ start: 0, end: 1 }, { start: 4, end: 5 }, undefined]);
});

it("the peers that are installed give words and sentences with their places", async () => {
  const { readers } = await loadPeers();
  const text = "Ana Weiss spoke. “We met,” she said.";
  for (const reader of readers) {
    const { words, sentences } = reader.read(text, [{ start: 0, end: text.length, kind: "paragraph" }]);
    const spoke = words.find(({ start, end }) => text.slice(start, end) === "spoke");
    expect(spoke?.upos, reader.name).toBe("VERB");
    expect(
      sentences.map(({ start }) => start),
      reader.name,
    ).toEqual([0, 17]);
  }
});
