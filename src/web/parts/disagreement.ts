import type { CitedSource, Disagreement } from "../library.ts";
import { dateInWords } from "../library.ts";
import { outletName } from "./citation.ts";
import { type Html, html, join } from "./html.ts";
import { citedPath } from "./links.ts";
import { isStatus, statusWord } from "./status.ts";

const FIELDS: Readonly<Record<Disagreement["field"], string>> = {
  time: "when it was",
  number: "the number",
  place: "the place",
  who: "who it was",
  status: "whether it happened",
};

function inWords(field: Disagreement["field"], value: string): string {
  if (field === "time") return dateInWords(value);
  if (field === "status" && isStatus(value)) return statusWord(value);
  return value;
}

function whoSays(citations: readonly number[], sources: readonly CitedSource[]): Html {
  const named = citations.flatMap((index) => sources[index] ?? []);
  const links = named.map(
    (source) => html`<a href="${citedPath(source.citation)}"><bdi>${outletName(source)}</bdi></a>`,
  );
  return html`${join(links, ", ")}`;
}

function disagreement({ field, values }: Disagreement, sources: readonly CitedSource[]): Html {
  const sides = values.map(
    ({ value, citations }) =>
      html`<div><dt><bdi>${inWords(field, value)}</bdi></dt><dd>${whoSays(citations, sources)}</dd></div>`,
  );
  return html`<div class="disagreement"><p>The reports differ on ${FIELDS[field]}</p><dl class="sides">${sides}</dl></div>`;
}

/** What reports disagree on, side by side, each with who says it. */
export function disagreementBoxes(all: readonly Disagreement[], sources: readonly CitedSource[]): Html[] {
  return all.map((one) => disagreement(one, sources));
}
