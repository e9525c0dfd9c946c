import type { Chronicle } from "../library.ts";
import { citedList } from "../parts/citation.ts";
import { count } from "../parts/count.ts";
import { date } from "../parts/dates.ts";
import { DIFFERS_ON, valueInWords } from "../parts/disagreement.ts";
import { groupBy } from "../parts/group.ts";
import { type Html, html } from "../parts/html.ts";
import { entryPath } from "../parts/links.ts";
import { page, piece } from "../parts/page.ts";
import { pager, partOf } from "../parts/pager.ts";
import { storyKicker } from "../parts/story.ts";
import { wordsOf } from "../query.ts";
import type { View } from "../view.ts";

type Difference = ReturnType<Chronicle["disagreements"]>[number];

/** Differences sent at once. */
const SIZE = 30;

const KINDS = {
  contradiction: { title: "Contradictions", note: "Not all of it can be true." },
  correction: { title: "Corrections", note: "An outlet said one thing, and later another." },
  update: { title: "Figures that have grown", note: "Later reports count more." },
  detail: { title: "More or less exact", note: "All of it can be true; some say more." },
} as const;

function side({ field }: Difference, { value, since, sources }: Difference["values"][number]): Html {
  return html`<div><dt><bdi>${valueInWords(field, value)}</bdi></dt><dd><p class="note">since ${date(since, "an undated report")}</p>${citedList(sources)}</dd></div>`;
}

function item(difference: Difference): Html {
  const { event, headline, when, field, values } = difference;
  return html`<li class="difference"><h3 class="headline"><a href="${entryPath(event)}"><bdi>${headline}</bdi></a></h3>
<p class="note">${when} · the reports differ on ${DIFFERS_ON[field]}</p><dl class="sides">${values.map((value) => side(difference, value))}</dl></li>`;
}

function sections(shown: readonly Difference[]): Html[] {
  return [...groupBy(shown, ({ kind }) => kind ?? "contradiction")].map(
    ([kind, of]) =>
      html`<section class="part"><h2>${KINDS[kind].title}</h2><p class="note">${KINDS[kind].note}</p><ol class="differences">${of.map(item)}</ol></section>`,
  );
}

/** `/differences`: where reports tell different things of one event, side by side with their words. */
export const disagreementsPage: View = ({ contents, query }) => {
  const story = wordsOf(query, "story");
  const all = contents.disagreements.filter((each) => story === "" || each.story === story);
  const part = partOf(all, query, { size: SIZE, isWanted: ({ event }) => event === query.get("at") });
  const none =
    all.length === 0
      ? html`<p class="nothing">No reports of different origins contradict each other on what this chronicle compares: days, numbers, places, names and whether something happened.</p>`
      : null;
  const list = html`<div id="results">${sections(part.shown)}${none}${pager(part, "/differences", "differences")}</div>`;
  if (query.get("part") === "list") return piece(list);
  const main = html`<header class="opening">${storyKicker(contents, story)}<h1>Where they differ</h1><p class="standfirst">${count(all.length, "difference")} between reports of different origins, with the words of each</p></header>${list}`;
  return page("differences", "Where they differ", main);
};
