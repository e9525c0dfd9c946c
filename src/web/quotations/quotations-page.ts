import type { Contents } from "../contents.ts";
import type { LinkedQuotation } from "../library.ts";
import { count } from "../parts/count.ts";
import { groupBy, tally } from "../parts/group.ts";
import { type Html, html } from "../parts/html.ts";
import { entityPath } from "../parts/links.ts";
import { page, piece } from "../parts/page.ts";
import { type Part, pager, partOf } from "../parts/pager.ts";
import { quotationView } from "../parts/quotation.ts";
import { wordsOf } from "../query.ts";
import type { View } from "../view.ts";

/** Quotations sent at once. */
const SIZE = 60;

/** Speakers to choose from. */
const SPEAKERS = 80;

/** What is asked for: whose words, and about what. */
interface Wanted {
  /** Id of an entity, or words of a name. */
  readonly speaker: string;
  readonly about: string;
}

/** Who said it, as it is told; the same text for the same speaker. */
function speakerOf({ speaker, speakerText }: LinkedQuotation, { names }: Contents): string {
  return (speaker === null ? null : names.get(speaker)) ?? speakerText ?? "Speaker unknown";
}

/** What stands for a speaker: the same for all that one said. */
const speakerKey = ({ speaker, speakerText }: LinkedQuotation): string =>
  speaker ?? `text:${speakerText ?? ""}`;

/** Those who said most first, unknown speakers last; within a speaker in the order given. */
function inOrder(quotations: readonly LinkedQuotation[]): readonly LinkedQuotation[] {
  const isKnown = (said: readonly LinkedQuotation[]) =>
    Number(said.some(({ speaker, speakerText }) => speaker ?? speakerText));
  const groups = [...groupBy(quotations, speakerKey).values()];
  return groups.sort((a, b) => isKnown(b) - isKnown(a) || b.length - a.length).flat();
}

function heading(first: LinkedQuotation, contents: Contents): Html {
  const words = html`<bdi>${speakerOf(first, contents)}</bdi>`;
  const { speaker } = first;
  return html`<h2>${speaker === null || !contents.names.has(speaker) ? words : html`<a href="${entityPath(speaker)}">${words}</a>`}</h2>`;
}

function sections(part: Part<LinkedQuotation>, contents: Contents): Html[] {
  const groups = groupBy(part.shown, speakerKey);
  return [...groups.values()].map((said) => {
    const views = said.map((quotation) => quotationView(quotation, contents));
    return html`<section class="speaker">${said[0] ? heading(said[0], contents) : null}<ol class="quotations">${views}</ol></section>`;
  });
}

function speakerSelect(contents: Contents, chosen: string): Html {
  const ids = contents.links.quotations.flatMap(({ speaker }) => speaker ?? []);
  const most = tally(ids).slice(0, SPEAKERS);
  const isListed = chosen === "" || most.some(([id]) => id === chosen);
  const other = isListed
    ? null
    : html`<option value="${chosen}" selected>${contents.names.get(chosen) ?? chosen}</option>`;
  const options = most.map(
    ([id, number]) =>
      html`<option value="${id}" ${id === chosen ? html`selected` : null}>${contents.names.get(id) ?? id} (${number})</option>`,
  );
  return html`<p class="field"><label for="speaker">Speaker</label><select id="speaker" name="speaker"><option value="">anybody</option>${other}${options}</select></p>`;
}

function form(contents: Contents, { speaker, about }: Wanted): Html {
  const clear = speaker + about === "" ? null : html`<a class="clear" href="/quotations">Show all</a>`;
  return html`<form class="filter" id="filter" action="/quotations" method="get" aria-label="Filter the quotations"><div class="line">${speakerSelect(contents, speaker)}
<p class="field words"><label for="about">About</label><input id="about" name="about" type="search" maxlength="200" value="${about}" autocomplete="off"></p>
<button type="submit">Filter</button>${clear}</div></form>`;
}

function addressOf({ speaker, about }: Wanted): string {
  const query = new URLSearchParams();
  if (speaker !== "") query.set("speaker", speaker);
  if (about !== "") query.set("about", about);
  return query.size === 0 ? "/quotations" : `/quotations?${query}`;
}

/** `/quotations`: who said what, and by what way it is known. */
export const quotationsPage: View = ({ contents, query }) => {
  const wanted = { speaker: wordsOf(query, "speaker"), about: wordsOf(query, "about") };
  const asked = { speaker: wanted.speaker || undefined, about: wanted.about || undefined };
  const found = inOrder(contents.chronicle.quotes(asked));
  const part = partOf(found, query, { size: SIZE, isWanted: ({ id }) => id === query.get("at") });
  const none = found.length === 0 ? html`<p class="nothing" role="status">Nobody is quoted so.</p>` : null;
  const number = html`<p class="standfirst" role="status">${count(found.length, "quotation")}, each with the way it came by</p>`;
  const list = html`<div id="results">${number}${sections(part, contents)}${none}${pager(part, addressOf(wanted), "quotations")}</div>`;
  if (query.get("part") === "list") return piece(list);
  return page(
    "quotations",
    "Quotations",
    html`<header class="opening"><h1>Quotations</h1>${form(contents, wanted)}</header>${list}`,
  );
};
