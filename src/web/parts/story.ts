import type { Contents } from "../contents.ts";
import { type Html, html } from "./html.ts";
import { storyPath } from "./links.ts";

/** The title of the story that a page is about, with the way to it; null where it is about all. */
export function storyKicker({ timelines }: Contents, story: string): Html | null {
  const title = timelines.find((timeline) => timeline.story === story)?.title;
  if (title === undefined) return null;
  return html`<p class="kicker"><a href="${storyPath(story)}"><bdi>${title}</bdi></a></p>`;
}
