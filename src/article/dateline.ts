import type { Block, Dateline } from "../model/article.ts";
import { agencyName } from "./clean.ts";
import type { ArticleTables } from "./tables.ts";

/** A dateline opens the report: it stands at the start of one of the first paragraphs. */
const PARAGRAPHS = 2;

/** Words in capitals that open a paragraph and are no place. */
const NO_PLACE =
  /^(?:PLEASE|WATCH|LISTEN|READ|UPDATE[DS]?|BREAKING|EXCLUSIVE|OPINION|ANALYSIS|LIVE|CORRECTION|NOTE|PHOTOS?|VIDEO|FILE|ALSO|MORE|RELATED|EDITOR\S* NOTE|Q|A|Q&A|FACT|CLAIM|SPOILER)\b/i;

/** Words within a place's name that running text writes small. */
const SMALL = /^(?:DE|DEL|DA|DO|DOS|OF|THE|AND|UPON|SUR|AM|AN)$/;

/** Place names as they are written in running text: "WASHINGTON, D.C." is "Washington, D.C.". */
function placeName(words: string): string {
  return words.replace(/\p{L}[\p{L}’']*(?:\.\p{L}+)*\.?/gu, (word, at: number) => {
    if (word.includes(".") || word !== word.toUpperCase()) return word;
    if (at > 0 && SMALL.test(word)) return word.toLowerCase();
    return word.charAt(0) + word.slice(1).toLowerCase();
  });
}

/** What the rules make of the start of a paragraph; spans count from the paragraph's start. */
export function datelineOf(paragraph: string, tables: ArticleTables): Dateline | null {
  for (const rule of tables.datelines) {
    const { words, place, agency } = rule.pattern.exec(paragraph)?.groups ?? {};
    if (words === undefined) continue;
    if (place !== undefined && NO_PLACE.test(place)) return null;
    return {
      start: 0,
      end: words.length,
      text: words,
      ...(place ? { place: placeName(place) } : {}),
      ...(agency ? { agency: agencyName(agency, tables) } : {}),
    };
  }
  return null;
}

/** A speaker in a transcript, as it also stands before a colon: "ANA NOVAK: We shall see." */
const SPEAKER = /^\p{Lu}[\p{Lu}\p{Ll}’'. -]{1,40}: /u;

/** Whether paragraphs begin with who speaks, so that words before a colon are no place. */
function isTranscript(paragraphs: readonly string[]): boolean {
  return paragraphs.filter((paragraph) => SPEAKER.test(paragraph)).length > 1;
}

/** The dateline of a report, with its span in the text; null where it has none. */
export function findDateline(text: string, blocks: readonly Block[], tables: ArticleTables): Dateline | null {
  const paragraphs = blocks.filter((block) => block.kind === "paragraph");
  const wording = (block: Block): string => text.slice(block.start, block.end);
  for (const block of paragraphs.slice(0, PARAGRAPHS)) {
    const found = datelineOf(wording(block), tables);
    if (found === null) continue;
    const beforeColon = found.agency === undefined && text[block.start + found.text.length] === ":";
    if (beforeColon && isTranscript(paragraphs.map(wording))) return null;
    return { ...found, start: block.start, end: block.start + found.text.length };
  }
  return null;
}
