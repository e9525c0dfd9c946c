import type { Report } from "../contents.ts";
import { articleLink } from "../parts/citation.ts";
import { count } from "../parts/count.ts";
import { date } from "../parts/dates.ts";
import { type Html, html, join } from "../parts/html.ts";
import { storyPath } from "../parts/links.ts";
import { page, piece } from "../parts/page.ts";
import { pager, partOf } from "../parts/pager.ts";
import type { View } from "../view.ts";

/** Reports sent at once. */
const SIZE = 100;

function item(report: Report, titles: ReadonlyMap<string, string>, isNew: boolean): Html {
  const { outlet, agency, published, stories } = report;
  const facts = [
    html`<bdi>${outlet ?? "Unknown outlet"}</bdi>`,
    ...(agency ? [html`<bdi>${agency}</bdi>`] : []),
    date(published.value, "undated"),
    ...stories.flatMap((story) => {
      const title = titles.get(story);
      return title === undefined ? [] : [html`<a href="${storyPath(story)}"><bdi>${title}</bdi></a>`];
    }),
  ];
  return html`<li>${articleLink(report)}${isNew ? html` <span class="news">New</span>` : null}
<p class="note">${join(facts, " · ")}</p></li>`;
}

/** `/articles`: all reports, newest first. */
export const articlesPage: View = ({ contents, query, since }) => {
  const { reports, arrivals, timelines } = contents;
  const titles = new Map(timelines.map(({ story, title }) => [story, title]));
  const inOrder = [...reports].sort((a, b) =>
    (b.published.value ?? "").localeCompare(a.published.value ?? "", "en"),
  );
  const part = partOf(inOrder, query, { size: SIZE, isWanted: ({ id }) => id === query.get("at") });
  const items = part.shown.map((report) => {
    const isNew = since !== null && (arrivals.get(report.id) ?? "") > since;
    return item(report, titles, isNew);
  });
  const list = html`<div id="results"><ol class="listing">${items}</ol>${pager(part, "/articles", "reports")}</div>`;
  if (query.get("part") === "list") return piece(list);
  const lead = html`<p class="standfirst">${count(reports.length, "report")} kept, newest first</p>`;
  return page("reports", "Reports", html`<header class="opening"><h1>Reports</h1>${lead}</header>${list}`);
};
