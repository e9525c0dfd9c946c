import type { Entity } from "../../model/entity.ts";
import type { Token } from "../../model/token.ts";
import { tokenAt } from "../tree.ts";
import type { EventContext } from "./context.ts";
import { nameForPronoun } from "./headline-name.ts";

type Words = Pick<EventContext, "tree" | "entityOf" | "reading">;

/** The words as they stand, with names for the pronouns whose name the line lacks. */
export function joinWords(indices: readonly number[], words: Words, alreadyNamed?: Entity): string {
  const { tree, entityOf } = words;
  const named = new Set<Entity>(alreadyNamed ? [alreadyNamed] : []);
  for (const index of indices) {
    const entity = entityOf.get(index);
    if (entity && tokenAt(tree, index).upos === "PROPN") named.add(entity);
  }
  let line = "";
  let before: { readonly index: number; readonly token: Token } | undefined;
  indices.forEach((index, at) => {
    const token = tokenAt(tree, index);
    const entity = entityOf.get(index);
    const open = token.upos === "PRON" && entity !== undefined && !named.has(entity);
    const known = open ? nameForPronoun(index, words) : undefined;
    const answered = alreadyNamed !== undefined || hasOwnerBefore(indices.slice(0, at), token, words);
    const next = indices[at + 1];
    const text =
      known && !(token.deprel === "nmod:poss" && answered)
        ? nameFor(token.deprel, known)
        : wordBefore(token, next === index + 1 ? undefined : next, tree.tokens);
    if (entity) named.add(entity);
    const glued = before !== undefined && before.index === index - 1 && before.token.end === token.start;
    const full = lacksOwner(index, indices[at - 1], tree) ? `the ${text}` : text;
    line += line === "" || glued ? full : ` ${full}`;
    before = { index, token };
  });
  return line;
}

/** "this year's game" without its time is "the game". */
function lacksOwner(index: number, before: number | undefined, { tokens }: Words["tree"]): boolean {
  const mark = tokens[index - 1];
  return mark?.xpos === "POS" && before !== index - 1;
}

/** "Warren holds her son": the line itself says whose, where a noun that the possessive fits stands before it. */
function hasOwnerBefore(before: readonly number[], possessive: Token, { tree, entityOf }: Words): boolean {
  const word = possessive.text.toLowerCase();
  return before.some((index) => {
    const { upos, xpos, deprel } = tokenAt(tree, index);
    if (!["NOUN", "PROPN"].includes(upos) || !/^(?:nsubj|i?obj|obl)/u.test(deprel)) return false;
    if (["his", "her"].includes(word) && entityOf.get(index)?.type === "place") return false;
    return upos === "PROPN" || (xpos === "NNS") === (word === "their");
  });
}

function nameFor(deprel: string, entity: Entity): string {
  return deprel === "nmod:poss" ? `${entity.name}’s` : entity.name;
}

/** "an early morning eclipse" without its time is "a … eclipse": the article goes with the word after it. */
function wordBefore(token: Token, next: number | undefined, tokens: readonly Token[]): string {
  // An article that began its sentence may stand anywhere in the line; the line gets its own capital letter.
  const word =
    token.upos === "DET" ? token.text.replace(/^(?:The|An?)$/u, (each) => each.toLowerCase()) : token.text;
  if (next === undefined || !/^an?$/iu.test(word)) return word;
  const article = /^[aeiou]/iu.test(tokens[next]?.text ?? "") ? "an" : "a";
  return /^A/u.test(word) ? article.replace("a", "A") : article;
}

/** Forms of verbs before which a comma that opened an aside is left over. */
const AUXILIARIES = "(?:is|are|was|were|has|have|had|will|would)";

/** "after a mob went on the rampage": the word that ties a clause to another one, where no other one follows. */
const SUBORDINATOR =
  /^(?:\p{L}+ (?:days|weeks|months|years) )?(?:after|although|as|because|before|once|since|that|though|when|where|while) (?=an? |the |\p{Lu})(?!.*,)/u;

const CREDIT = /(?: \p{Lu}[\p{L}.-]+){1,3}\/(?:Reuters|AFP|AP|EPA|Getty|Getty Images|Bloomberg)$/u;

const DASH_LEFT = new RegExp(`^(?<before>[^—–-]*)\\s[—–-]\\s(?=${AUXILIARIES}\\b)`, "u");
const COMMA_LEFT = new RegExp(`^(?<before>[^,]*), (?=${AUXILIARIES}\\b)`, "u");

const OPEN_MARKS = /^.*["“”].*$/u;

/** "a “more aggressive version”" where the line has but one of the two marks: it has none. */
function withoutOpenMarks(line: string): string {
  const count = (mark: RegExp) => line.match(mark)?.length ?? 0;
  const isPaired = count(/"/gu) % 2 === 0 && count(/“/gu) === count(/”/gu);
  return isPaired ? line : line.replace(/["“”]/gu, "");
}

/** The line without what its asides leave behind, and with a capital letter. */
export function polish(line: string): string {
  const clean = line
    // Number of a picture in a series: "4/30".
    .replace(/^\d{1,2}\/\d{1,2} /u, "")
    // Credit of a picture: "GETTY The station", "the talks Ana Weiss/Reuters".
    .replace(/^\p{Lu}{2,}(?:\/\p{Lu}{2,})? (?=(?:The|An?) )/u, "")
    .replace(/^(?:Associated Press|Getty Images|AFP) (?=\p{Lu})/u, "")
    .replace(CREDIT, "")
    .replace(/\s*©.*$/u, "")
    // A time that the report counts from another one.
    .replace(/ the (?:night|day|week|month|year) (?:before|after)$/u, "")
    .replace(/^Of course, /u, "")
    .replace(/[[\]{}]/gu, " ")
    .replace(OPEN_MARKS, withoutOpenMarks)
    // A slip of the pen: "to to ask".
    .replace(/\b(?<word>to|the|of|a|in) \k<word>\b/giu, "$<word>")
    .replace(/\s+([,.;:!?)])/gu, "$1")
    .replace(/\(\s+/gu, "(")
    .replace(/\(\s*\)/gu, "")
    .replace(/([,;:—–-]\s*)+([,;:])/gu, "$2")
    // A dash or comma that closed an aside which is no longer there.
    .replace(DASH_LEFT, "$<before> ")
    .replace(COMMA_LEFT, "$<before> ")
    .replace(/\s+/gu, " ");
  const bare = withoutEdges(clean)
    .replace(/^(?:and|but|or|so|yet) /iu, "")
    .replace(/^\p{Lu}/u, (first) => first.toLowerCase());
  const tied = SUBORDINATOR.exec(bare)?.[0].length ?? 0;
  const own = withoutEdges(tied > 0 ? bare.slice(tied) : clean).replace(/^(?:and|but|or|so|yet) /iu, "");
  return own.charAt(0).toUpperCase() + own.slice(1);
}

/** Without punctuation at its ends. */
export function withoutEdges(line: string): string {
  return line.replace(/^[\s,;:.—–-]+|[\s,;:.—–-]+$/gu, "");
}
