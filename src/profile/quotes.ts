import type { LinkedQuotation, Links } from "../model/link.ts";
import type { QuoteFilter } from "../model/profile.ts";
import { findNamed } from "./named.ts";
import { plainWords } from "./words.ts";

/** By the day of the report, undated ones last; those of one day as they stand in the links. */
export function byDaySaid(quotations: readonly LinkedQuotation[]): readonly LinkedQuotation[] {
  const day = ({ said }: LinkedQuotation): string => said ?? "~";
  return [...quotations].sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0));
}

/** Whether the words for the speaker hold all the words: "officials" of "two officials". */
function isNamedSo({ speakerText }: LinkedQuotation, words: readonly string[]): boolean {
  const own = plainWords(speakerText ?? "");
  return words.length > 0 && words.every((word) => own.includes(word));
}

/** Whether somebody says it: what is only "expected" or "meant to be", and by nobody, is no quotation to show. */
function isSaid({ kind, speakerText }: LinkedQuotation): boolean {
  return kind !== "indirect" || speakerText !== null;
}

/** The quotations that are asked for, by the day of the report. */
export function findQuotes(
  { quotations, entities }: Pick<Links, "quotations" | "entities">,
  { speaker, about = "" }: QuoteFilter,
): readonly LinkedQuotation[] {
  const speakers = new Set(speaker === undefined ? [] : findNamed(entities, speaker).map(({ id }) => id));
  const wanted = plainWords(about);
  const names = plainWords(speaker ?? "");
  const isBy = (quotation: LinkedQuotation): boolean => {
    if (speaker === undefined) return true;
    return quotation.speaker === null ? isNamedSo(quotation, names) : speakers.has(quotation.speaker);
  };
  const isAbout = ({ text }: LinkedQuotation): boolean => {
    const own = wanted.length > 0 ? plainWords(text) : [];
    return wanted.every((word) => own.some((each) => each.startsWith(word)));
  };
  return byDaySaid(quotations.filter((each) => isSaid(each) && isBy(each) && isAbout(each)));
}
