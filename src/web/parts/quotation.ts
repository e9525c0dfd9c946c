import type { Contents } from "../contents.ts";
import type { LinkedQuotation } from "../library.ts";
import { citationDetails } from "./citation.ts";
import { date } from "./dates.ts";
import { type Html, html, join } from "./html.ts";
import { anchor } from "./links.ts";

const KINDS: Readonly<Record<LinkedQuotation["kind"], string>> = {
  direct: "in these words",
  indirect: "in the report’s words",
  mixed: "partly in these words",
};

function chainOf({ chain }: LinkedQuotation): Html | null {
  if (chain.length === 0) return null;
  const links = chain.map((link) => html`<bdi>${link}</bdi>`);
  const arrow = html` <span aria-hidden="true">←</span><span class="hidden">from</span> `;
  return html`<span class="chain"><span class="label">By way of</span> ${join(links, arrow)}</span>`;
}

/** "“told” reporters": the report's own words for what was done with the words, to whom and on what occasion. */
function reported({ cue, addressee, occasion }: LinkedQuotation): Html | null {
  const parts = [
    cue && html`“${cue}”`,
    addressee && html`to <bdi>${addressee}</bdi>`,
    occasion && html`<bdi>${occasion}</bdi>`,
  ];
  const told = parts.filter((part) => part !== null && part !== undefined && part !== "");
  return told.length === 0 ? null : html`${join(told, ", ")} · `;
}

/** What was said, how, when and by what way it is known. */
export function quotationView(quotation: LinkedQuotation, contents: Contents): Html {
  const { id, kind, text, citations } = quotation;
  // The comma before "he said" belongs to the report; the citation below has the words as they stand.
  const said = text.replace(/,$/, "");
  const words = kind === "direct" ? html`“${said}”` : html`${said}`;
  return html`<li class="quotation quotation-${kind}" id="${anchor("quotation", id)}"><blockquote>${words}</blockquote>
<p class="note">${reported(quotation)}${KINDS[kind]} · first reported ${date(quotation.said, "in an undated report")}</p>
<p>${chainOf(quotation)}</p>${citationDetails(citations, contents)}</li>`;
}
