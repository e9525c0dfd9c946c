import { html } from "./parts/html.ts";
import { entryPath } from "./parts/links.ts";
import { page, RequestError } from "./parts/page.ts";
import type { View } from "./view.ts";

/** `/explain/:id`: the way from the words of the reports to what has this id, with the rule of every step. */
export const explainPage: View = ({ contents, id }) => {
  const steps = contents.chronicle.explain(id);
  if (!steps) throw new RequestError(404, "There is nothing with this id.");
  const entry = contents.entries.get(id)?.entry;
  const back = entry ? html`<p><a href="${entryPath(entry.event)}">To the entry</a></p>` : null;
  const items = steps.map(
    ({ stage, rule, text }) =>
      html`<li><p class="step"><span class="label">${stage}</span> <code>${rule}</code></p><p><bdi>${text}</bdi></p></li>`,
  );
  const main = html`<header class="opening"><p class="kicker">How this came about</p><h1><bdi>${entry?.headline ?? id}</bdi></h1>${back}</header><ol class="steps-taken">${items}</ol>`;
  return page("stories", "How this came about", main);
};
