import type { Chronicle } from "./library.ts";
import { html } from "./parts/html.ts";
import { entryPath } from "./parts/links.ts";
import { page, RequestError } from "./parts/page.ts";
import type { View } from "./view.ts";

function entryOf(chronicle: Chronicle, id: string) {
  for (const { story, entries } of chronicle.timelines()) {
    const entry = entries.find(({ event }) => event === id);
    if (entry) return { headline: entry.headline, path: entryPath(story, id) };
  }
  return null;
}

/** `/explain/:id`: the way from the words of the reports to what has this id, with the rule of every step. */
export const explainPage: View = ({ chronicle, id }) => {
  const steps = chronicle.explain(id);
  if (!steps) throw new RequestError(404, "There is nothing with this id.");
  const entry = entryOf(chronicle, id);
  const back = entry ? html`<p><a href="${entry.path}">To the entry</a></p>` : null;
  const items = steps.map(
    ({ stage, rule, text }) =>
      html`<li><p class="step"><span class="label">${stage}</span> <code>${rule}</code></p><p><bdi>${text}</bdi></p></li>`,
  );
  const main = html`<header class="opening"><p class="kicker">How this came about</p><h1><bdi>${entry?.headline ?? id}</bdi></h1>${back}</header><ol class="steps-taken">${items}</ol>`;
  return page("stories", "How this came about", main);
};
