import type { LinkedQuotation } from "../index.ts";
import { type ById, placeOf } from "./cited.ts";
import { plain } from "./output.ts";
import { shortDate } from "./short-date.ts";
import { outputStyle, outputWidth } from "./style.ts";
import { wrap } from "./wrap.ts";

/** Own words stand in quotation marks; what the report puts into its words has none. */
function words({ kind, text }: LinkedQuotation): string {
  return kind === "direct" ? `“${text}”` : text;
}

/** Who said it and when it was reported; what was said; by what way, and where it stands. */
export function quoteLines(quotation: LinkedQuotation, articles: ById): string[] {
  const { bold, dim } = outputStyle();
  const { id, speakerText, said, chain, citations, kind, cue } = quotation;
  const width = outputWidth() - 2;
  const who = plain(speakerText ?? "Speaker unknown");
  // The reporting word stays: what somebody dismissed is not what he said.
  const head = [said ? shortDate(said) : "undated", kind, cue && `“${cue}”`, id].filter(Boolean).join(" · ");
  const way = chain.length > 1 ? [`by way of ${chain.join(" ← ")}`] : [];
  const notes = [...way, ...citations.map((each) => placeOf(each, articles))];
  return [
    ...wrap(who, width).map(bold),
    ...wrap(head, width).map((line) => dim(`  ${line}`)),
    ...wrap(plain(words(quotation)), width).map((line) => `  ${line}`),
    ...notes.flatMap((note) => wrap(plain(note), width - 2).map((line) => dim(`    ${line}`))),
  ];
}
