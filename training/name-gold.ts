import { readFileSync } from "node:fs";

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
