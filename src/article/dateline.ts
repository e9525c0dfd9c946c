import type { Block, Dateline } from "../model/article.ts";
import { agencyName } from "./clean.ts";
import type { ArticleTables } from "./tables.ts";

/** A dateline opens the report: it stands at the start of one of the first paragraphs. */
const PARAGRAPHS = 2;

/** Words in capitals that open a paragraph and are no place. */
const NO_PLACE =
  /^(?:WATCH|LISTEN|READ|UPDATE[DS]?|BREAKING|EXCLUSIVE|OPINION|ANALYSIS|LIVE|CORRECTION|NOTE|PHOTOS?|VIDEO|FILE|ALSO|MORE|RELATED|EDITOR\S* NOTE|Q|A|Q&A|FACT|CLAIM|SPOILER)\b/i;

/** Place names as they are written in running text: "WASHINGTON, D.C." is "Washington, D.C.". */
function placeName(words: string): string {
  return words.replace(/\p{L}[\p{L}’']*(?:\.\p{L}+)*\.?/gu, (word) =>
    word.includes(".") || word !== word.toUpperCase() ? word : word.charAt(0) + word.slice(1).toLowerCase(),
  );
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

/** The dateline of a report, with its span in the text; null where it has none. */
export function findDateline(text: string, blocks: readonly Block[], tables: ArticleTables): Dateline | null {
  const paragraphs = blocks.filter((block) => block.kind === "paragraph").slice(0, PARAGRAPHS);
  for (const block of paragraphs) {
    const found = datelineOf(text.slice(block.start, block.end), tables);
    if (found !== null) return { ...found, start: block.start, end: block.start + found.text.length };
  }
  return null;
}
