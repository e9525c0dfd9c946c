import type { CitedSource, EventStatus, HistoryStep } from "../library.ts";
import { date } from "./dates.ts";
import { type Html, html } from "./html.ts";
import { citedPath } from "./links.ts";

/** How the first report of an event is told, before and after the day of that report. */
const FIRST: Readonly<Record<EventStatus, readonly [string, string]>> = {
  happened: ["reported", "as done"],
  ongoing: ["reported", "as going on"],
  scheduled: ["announced", ""],
  proposed: ["proposed", ""],
  possible: ["called possible", ""],
  denied: ["denied", ""],
  cancelled: ["reported", "as called off"],
};

const LATER: Readonly<Record<EventStatus, string>> = {
  happened: "done",
  ongoing: "going on",
  scheduled: "scheduled",
  proposed: "proposed",
  possible: "possible",
  denied: "denied",
  cancelled: "called off",
};

const isAhead = (status: EventStatus) => ["scheduled", "proposed", "possible"].includes(status);

/** Most steps that are told on one line after the first. */
const MOST = 6;

/** "for December 2016" of what is to come, "(2005)" of what was. */
function aimedAt({ time, status }: HistoryStep): Html | null {
  if (time === null) return isAhead(status) ? html`without a date` : null;
  return isAhead(status) ? html`for ${date(time)}` : html`(${date(time)})`;
}

function reported(step: HistoryStep, sources: readonly CitedSource[]): Html {
  const source = sources[step.citation];
  const words = date(step.asOf, "in an undated report");
  return source ? html`<a href="${citedPath(source.citation)}">${words}</a>` : words;
}

function firstStep(step: HistoryStep, sources: readonly CitedSource[]): Html {
  const [before, after] = FIRST[step.status];
  return html`<li>${before} ${reported(step, sources)} ${after} ${aimedAt(step)}</li>`;
}

function laterStep(step: HistoryStep, before: HistoryStep, sources: readonly CitedSource[]): Html {
  const status = step.status === before.status ? null : LATER[step.status];
  const time = step.time === before.time ? null : aimedAt(step);
  const news = status === null && time === null ? html`still so` : html`${status} ${time}`;
  return html`<li>${reported(step, sources)}: ${news}</li>`;
}

/**
 * How what is known of an event changed: "announced 30 August 2016 for December 2016 → 13 December 2016: for 15
 * December 2016". Nothing where a single report tells of something done.
 */
export function historyLine(history: readonly HistoryStep[], sources: readonly CitedSource[]): Html | null {
  const [first, ...later] = history;
  if (!first || (later.length === 0 && !isAhead(first.status))) return null;
  const told = later.map((step, index) => laterStep(step, history[index] ?? first, sources));
  const left = told.length - MOST;
  const steps =
    left > 1
      ? [...told.slice(0, 1), html`<li class="note">${left} more</li>`, ...told.slice(1 - MOST)]
      : told;
  return html`<div class="fact history"><span class="label">History</span><ol class="steps">${firstStep(first, sources)}${steps}</ol></div>`;
}
