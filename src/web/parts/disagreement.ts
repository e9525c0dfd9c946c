import type { CitedSource, Disagreement } from "../library.ts";
import { dateInWords } from "../library.ts";
import { outletName } from "./citation.ts";
import { type Html, html, join } from "./html.ts";
import { citedPath } from "./links.ts";
import { isStatus, statusWord } from "./status.ts";

/** What reports can differ on, in words. */
export const DIFFERS_ON: Readonly<Record<Disagreement["field"], string>> = {
  time: "when it was",
  number: "the number",
  place: "the place",
  who: "who it was",
  status: "whether it happened",
};

/** A value on which reports differ, as a reader says it. */
export function valueInWords(field: Disagreement["field"], value: string): string {
  if (field === "time") return dateInWords(value);
  if (field === "status" && isStatus(value)) return statusWord(value);
  return value;
}

/** Most reports that are named for one side; the entry's own page has them all. */
const MOST = 4;

function whoSays(citations: readonly number[], sources: readonly CitedSource[]): Html {
  const all = citations.flatMap((index) => sources[index] ?? []);
  const named = all.slice(0, MOST);
  const more = all.length > MOST ? html` and ${all.length - MOST} more` : null;
  const links = named.map(
    (source) => html`<a href="${citedPath(source.citation)}"><bdi>${outletName(source)}</bdi></a>`,
  );
  return html`${join(links, ", ")}${more}`;
}

function disagreement({ field, values }: Disagreement, sources: readonly CitedSource[]): Html {
  const sides = values.map(
    ({ value, citations }) =>
      html`<div><dt><bdi>${valueInWords(field, value)}</bdi></dt><dd>${whoSays(citations, sources)}</dd></div>`,
  );
  return html`<div class="disagreement"><p>The reports differ on ${DIFFERS_ON[field]}</p><dl class="sides">${sides}</dl></div>`;
}

/** What reports disagree on, side by side, each with who says it. */
export function disagreementBoxes(all: readonly Disagreement[], sources: readonly CitedSource[]): Html[] {
  return all.map((one) => disagreement(one, sources));
}
