import type { Contents } from "../contents.ts";
import type { Chronicle } from "../library.ts";
import { count } from "../parts/count.ts";
import { date } from "../parts/dates.ts";
import { groupBy } from "../parts/group.ts";
import { type Html, html } from "../parts/html.ts";
import { entryPath } from "../parts/links.ts";
import { statusLabel } from "../parts/status.ts";

type Pending = ReturnType<Chronicle["pending"]>[number];

/** Most that are listed at once. */
const MOST = 12;

const STATES: readonly { readonly state: Pending["state"]; readonly words: string }[] = [
  { state: "overdue", words: "Announced for a day that is over, and nothing heard of it since" },
  { state: "open", words: "Ahead" },
  { state: "undated", words: "Announced without a date, or put off" },
];

function item({ entry, announced }: Pending): Html {
  return html`<li>${statusLabel(entry.status)} <a href="${entryPath(entry.event)}"><bdi>${entry.headline}</bdi></a> <span class="note">for ${entry.time.edtf === null ? html`a day not known` : html`${entry.when}`}, announced ${date(announced, "in an undated report")}</span></li>`;
}

/** What was announced in a story, and of which no report tells yet that it took place or was called off. */
export function pendingBox(contents: Contents, story: string): Html | null {
  const all = contents.pending.filter((each) => each.story === story);
  if (all.length === 0) return null;
  const groups = groupBy(all, ({ state }) => state);
  const lists = STATES.flatMap(({ state, words }) => {
    const found = groups.get(state) ?? [];
    if (found.length === 0) return [];
    // The weightiest first, as many as can be overlooked.
    const shown = [...found].sort((a, b) => a.entry.rank - b.entry.rank).slice(0, MOST);
    const more =
      found.length > shown.length
        ? html`<li class="note">and ${found.length - shown.length} lesser ones</li>`
        : null;
    return html`<h3>${words} <span class="number">${found.length}</span></h3><ul class="plain">${shown.map(item)}${more}</ul>`;
  });
  return html`<details class="pending"><summary>${count(all.length, "announcement")} that no report follows up</summary><section aria-label="Pending">${lists}</section></details>`;
}
