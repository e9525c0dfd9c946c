import type { LinkedQuotation } from "../library.ts";
import { byId } from "../parts/citation.ts";
import { count } from "../parts/count.ts";
import { type Html, html } from "../parts/html.ts";
import { anchor, entityPath } from "../parts/links.ts";
import { page } from "../parts/page.ts";
import { quotationView } from "../parts/quotation.ts";
import type { View } from "../view.ts";

interface Speaker {
  readonly name: string;
  /** Linked entity, or null where only words name the speaker. */
  readonly id: string | null;
  readonly said: LinkedQuotation[];
}

/** Quotations by who said them, in the order in which the speakers first appear; unknown speakers last. */
function bySpeaker(quotations: readonly LinkedQuotation[], names: ReadonlyMap<string, string>): Speaker[] {
  const speakers = new Map<string, Speaker>();
  for (const quotation of quotations) {
    const { speaker: id, speakerText } = quotation;
    const name = (id === null ? speakerText : (names.get(id) ?? speakerText)) ?? "Speaker unknown";
    const key = id ?? `text:${name}`;
    const speaker = speakers.get(key);
    if (speaker) speaker.said.push(quotation);
    else speakers.set(key, { name, id, said: [quotation] });
  }
  const isKnown = ({ said }: Speaker) => said.some(({ speaker, speakerText }) => speaker ?? speakerText);
  const all = [...speakers.values()];
  return [...all.filter(isKnown), ...all.filter((speaker) => !isKnown(speaker))];
}

function heading({ name, id, said }: Speaker): Html {
  const words = html`<bdi>${name}</bdi>`;
  const number = html` <span class="number">${said.length}</span>`;
  return html`<h2 id="${anchor("speaker", id ?? name)}">${id === null ? words : html`<a href="${entityPath(id)}">${words}</a>`}${number}</h2>`;
}

/** `/quotations`: who said what, and by what way it is known. */
export const quotationsPage: View = ({ chronicle }) => {
  const { quotations, entities } = chronicle.links();
  const names = new Map(entities.map(({ id, name }) => [id, name]));
  const articles = byId(chronicle.articles());
  const sections = bySpeaker(quotations, names).map(
    (speaker) =>
      html`<section class="speaker">${heading(speaker)}<ol class="quotations">${speaker.said.map((quotation) => quotationView(quotation, articles))}</ol></section>`,
  );
  const none = quotations.length === 0 ? html`<p class="nothing">Nobody is quoted yet.</p>` : null;
  const main = html`<header class="opening"><h1>Quotations</h1><p class="standfirst">${count(quotations.length, "quotation")}, by speaker, each with the way it came by</p></header>${sections}${none}`;
  return page("quotations", "Quotations", main);
};
