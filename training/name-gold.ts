import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Gazetteer } from "../src/language/gazetteer.ts";
import { nameClass, OUTSIDE } from "../src/language/network/name-path.ts";
import { gumNameSentence } from "./gum-names.ts";
import type { TreebankSentence } from "./treebank.ts";

/** A sentence with its names as IOB2 tags ("B-PER", "I-PER", "O"). */
export interface NameSentence {
  readonly doc: string;
  readonly tokens: readonly string[];
  readonly tags: readonly string[];
}

/** Reads sentences with names. */
export function readNameSentences(path: string): NameSentence[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as NameSentence);
}

const TYPES: Readonly<Record<string, number>> = { PER: 0, ORG: 1, LOC: 2 };

/** Turns IOB2 tags into classes of begin, inside, last and unit. */
export function nameClasses(tags: readonly string[]): number[] {
  return tags.map((tag, i) => {
    const type = TYPES[tag.slice(2)];
    if (type === undefined) return OUTSIDE;
    const starts = tag.startsWith("B") || tags[i - 1]?.slice(2) !== tag.slice(2);
    const goesOn = tags[i + 1] === `I-${tag.slice(2)}`;
    if (starts) return nameClass(type, goesOn ? "begin" : "unit");
    return nameClass(type, goesOn ? "inside" : "last");
  });
}

/**
 * Tells the classes of names of a training sentence: those of Universal NER, found by their words, or those of GUM's
 * own layer of entities; nothing where no one has marked them.
 */
export function nameMarks(
  gold: string,
  gazetteer: Gazetteer,
): (sentence: TreebankSentence) => Int32Array | undefined {
  const key = (words: readonly string[]) => words.join(" ");
  const marked = new Map(
    readNameSentences(join(gold, "names", "uner-ewt-train.jsonl")).map(({ tokens, tags }) => [
      key(tokens),
      tags,
    ]),
  );
  return (sentence) => {
    const found = marked.get(key(sentence.words.map(({ form }) => form)));
    const tags =
      found ?? (sentence.doc.startsWith("GUM_") ? gumNameSentence(sentence, gazetteer).tags : undefined);
    return tags && Int32Array.from(nameClasses(tags));
  };
}
