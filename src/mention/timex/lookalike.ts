import type { Span } from "../../model/span.ts";
import type { Token } from "../../model/token.ts";
import { firstToken } from "./tense-parse.ts";

/** Classes of word that are never a time: "they march", "prices fall". */
const NEVER = new Set(["VERB", "AUX"]);
/** Captures that one ordinary word can fill. */
const DOUBTFUL = ["month", "monthname", "monthframe", "season"];

/**
 * Whether the parse shows that a single word is no month or season: a verb, or part of a name ("June Miller").
 */
export function isLookalike(
  tokens: readonly Token[],
  at: Span,
  captures: ReadonlyMap<string, unknown>,
): boolean {
  if (!DOUBTFUL.some((name) => captures.has(name))) return false;
  const index = firstToken(tokens, at.start);
  const token = tokens[index];
  if (!token || token.start !== at.start || token.end !== at.end) return false;
  const head = tokens[token.head];
  if (NEVER.has(token.upos)) return true;
  return (
    isNamePart(token, head) || (isNamePart(tokens[index + 1], token) && tokens[index + 1]?.upos === "PROPN")
  );
}

function isNamePart(token: Token | undefined, head: Token | undefined): boolean {
  return token !== undefined && head?.upos === "PROPN" && token.deprel.startsWith("flat");
}
