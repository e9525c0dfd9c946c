import type { IncomingMessage } from "node:http";
import type { AddResult } from "../library.ts";
import { articleLink } from "../parts/citation.ts";
import { count } from "../parts/count.ts";
import { groupBy } from "../parts/group.ts";
import { type Html, html } from "../parts/html.ts";
import { storyPath } from "../parts/links.ts";
import { page, piece, type Reply, RequestError } from "../parts/page.ts";
import type { Asked, View } from "../view.ts";
import { workOf } from "./body.ts";
import type { Job, Jobs } from "./jobs.ts";

const CLOSED = html`<p class="nothing">This chronicle was opened for reading only. Add reports with <code>chronicler add FILE…</code></p>`;

function form(): Html {
  return html`<form class="add" id="add" action="/add" method="post" enctype="multipart/form-data">
<p><label for="text">A report, or addresses of pages – one on each line</label>
<textarea id="text" name="text" rows="12" spellcheck="false" aria-describedby="text-note"></textarea>
<span class="note" id="text-note">Paste the text with all its clutter: what is not the report is left out. An address is fetched as its robots.txt allows.</span></p>
<p class="drop"><label for="files">Files</label>
<input id="files" name="files" type="file" multiple>
<span class="note">Web pages, text, feeds, mails, PDFs, and archives of these. Dropping them anywhere on this page does as well.</span></p>
<div class="pair">
<p><label for="published">Day of publication <span class="note">where the report does not say</span></label>
<input id="published" name="published" type="date"></p>
<p><label for="outlet">Outlet <span class="note">where the report does not say</span></label>
<input id="outlet" name="outlet" maxlength="200" autocomplete="off"></p>
</div>
<p><button type="submit" class="main">Add</button></p>
</form>`;
}

/** `/add`: paste text or addresses, choose or drop files. */
export const addPage: View = ({ desk }) => {
  const lead = html`<p class="standfirst">What you paste or drop stays on this machine.</p>`;
  const main = html`<header class="opening"><h1>Add reports</h1>${lead}</header>${desk.jobs ? form() : CLOSED}`;
  return page("add", "Add reports", main);
};

/** Begins with what a reader sends in, and leads to the page that tells how far it is. */
export async function takeReports(request: IncomingMessage, jobs: Jobs): Promise<Reply> {
  const job = jobs.begin(await workOf(request));
  return { kind: "redirect", location: `/adding/${job.id}`, status: 303 };
}

function summary({ added, updated, unchanged, failures }: AddResult): string {
  const parts = [`Added ${count(added.length, "report")}`];
  if (updated.length > 0) parts.push(`made ${count(updated.length, "report")} anew with what was given`);
  if (unchanged > 0) parts.push(`${unchanged === 1 ? "one was" : `${unchanged} were`} there already`);
  if (failures.length > 0) parts.push(`${failures.length} could not be read`);
  return `${parts.join("; ")}.`;
}

function addedReports({ added }: AddResult, { contents }: Asked): Html | null {
  const reports = added.flatMap((id) => contents.reportOf.get(id) ?? []);
  if (reports.length === 0) return null;
  const title = new Map(contents.timelines.map((timeline) => [timeline.story, timeline.title]));
  const groups = [...groupBy(reports, ({ story }) => story ?? "")].map(([story, of]) => {
    const heading = title.has(story)
      ? html`<h2><a href="${storyPath(story)}"><bdi>${title.get(story)}</bdi></a></h2>`
      : html`<h2>In no story</h2>`;
    return html`<section class="part">${heading}<ul class="plain">${of.map((report) => html`<li>${articleLink(report)}</li>`)}</ul></section>`;
  });
  return html`${groups}`;
}

function failureList({ failures }: AddResult): Html | null {
  if (failures.length === 0) return null;
  const items = failures.map(({ message }) => html`<li><bdi>${message}</bdi></li>`);
  return html`<section class="part"><h2>Could not be read</h2><ul class="plain failures">${items}</ul></section>`;
}

const DOING = {
  waiting: () => "Waiting for what was sent in before.",
  reading: (job: Job) => `Reading report ${job.progress.read}.`,
  linking: () => "Linking what was read with the rest of the chronicle.",
} as const;

function state(job: Job, asked: Asked): Html {
  const { progress, result, problem } = job;
  if (problem !== null) return html`<p class="notice" role="status"><bdi>${problem}</bdi></p>`;
  if (result !== null) {
    return html`<p class="standfirst" role="status">${summary(result)}</p>${addedReports(result, asked)}${failureList(result)}`;
  }
  const doing = progress.state === "done" || progress.state === "failed" ? "" : DOING[progress.state](job);
  const name = progress.name === "" ? null : html` <span class="note"><bdi>${progress.name}</bdi></span>`;
  return html`<p class="standfirst" role="status"><progress aria-label="Adding"></progress> ${doing}${name}</p>`;
}

function jobOf({ desk, id }: Asked): Job {
  const job = desk.jobs?.get(id);
  if (!job) throw new RequestError(404, "Nothing is being added under this address.");
  return job;
}

/** `/adding/:id`: how far the work is, and what came of it. */
export const jobPage: View = (asked) => {
  const job = jobOf(asked);
  const box = html`<div id="job" data-over="${job.isOver ? "yes" : "no"}" data-events="/adding-events/${job.id}">${state(job, asked)}</div>`;
  if (asked.query.get("part") === "job") return piece(box);
  const more = job.isOver
    ? html`<p class="more"><a href="/add">Add more</a> · <a href="/">To the stories</a></p>`
    : null;
  const main = html`<header class="opening"><h1>Adding reports</h1></header>${box}${more}`;
  return { ...page("add", "Adding reports", main), ...(job.isOver ? {} : { refresh: 2 }) };
};

/** `/adding-events/:id`: an event `step` for each step of the work. */
export const jobEvents: View = (asked) => {
  const job = jobOf(asked);
  return {
    kind: "stream",
    start: (send) => {
      const tell = () => send("step", { ...job.progress, over: job.isOver });
      tell();
      return job.listen(tell);
    },
  };
};
