import type { Timeline } from "../library.ts";
import { type Html, html } from "../parts/html.ts";
import { entityPath } from "../parts/links.ts";

const KINDS = [
  ["persons", "People"],
  ["organizations", "Organisations"],
  ["places", "Places"],
] as const;

/** Who acts most in a story, and where: "People: Mira Olsen, Jan Holt · Places: Brenna". Null where nobody is known. */
export function actorsLine({ actors }: Pick<Timeline, "actors">): Html | null {
  const groups = KINDS.flatMap(([kind, word]) => {
    const links = (actors?.[kind] ?? []).map(
      ({ id, name }, index) =>
        html`${index > 0 ? ", " : null}<a href="${entityPath(id)}"><bdi>${name}</bdi></a>`,
    );
    return links.length > 0 ? [{ word, links }] : [];
  });
  if (groups.length === 0) return null;
  return html`<p class="note">${groups.map(({ word, links }, index) => html`${index > 0 ? " · " : null}${word}: ${links}`)}</p>`;
}
