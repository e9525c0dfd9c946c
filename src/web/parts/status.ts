import type { EventStatus } from "../library.ts";
import { type Html, html } from "./html.ts";

interface Look {
  readonly word: string;
  /** What the word means, for the legend. */
  readonly meaning: string;
  /** Told apart by its outline alone, so that nobody has to see colours. */
  readonly shape: Html;
}

const ring = html`<circle cx="8" cy="8" r="5.5"/>`;

const LOOKS: Readonly<Record<EventStatus, Look>> = {
  happened: {
    word: "Happened",
    meaning: "told as done",
    shape: html`<circle class="full" cx="8" cy="8" r="5.5"/>`,
  },
  ongoing: {
    word: "Ongoing",
    meaning: "told as going on",
    shape: html`${ring}<path class="full" d="M8 2.5a5.5 5.5 0 0 1 0 11z"/>`,
  },
  scheduled: {
    word: "Scheduled",
    meaning: "announced, not yet told as done",
    shape: html`${ring}<path d="M8 4.8V8l2.2 1.6"/>`,
  },
  proposed: {
    word: "Proposed",
    meaning: "asked for or offered",
    shape: html`<path d="M8 2l6 6-6 6-6-6z"/>`,
  },
  possible: {
    word: "Possible",
    meaning: "said to be possible",
    shape: html`<circle class="dashed" cx="8" cy="8" r="5.5"/>`,
  },
  denied: { word: "Denied", meaning: "said not to be so", shape: html`${ring}<path d="M4.1 11.9l7.8-7.8"/>` },
  cancelled: { word: "Cancelled", meaning: "called off", shape: html`<path d="M3 3l10 10M13 3L3 13"/>` },
};

/** All statuses, in the order in which they are listed. */
export const STATUSES = Object.keys(LOOKS) as readonly EventStatus[];

export function isStatus(word: string): word is EventStatus {
  return Object.hasOwn(LOOKS, word);
}

export function statusWord(status: EventStatus): string {
  return LOOKS[status].word;
}

export function statusMeaning(status: EventStatus): string {
  return LOOKS[status].meaning;
}

/** The shape alone, for where its word stands beside it. */
export function statusShape(status: EventStatus): Html {
  return html`<svg class="shape shape-${status}" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">${LOOKS[status].shape}</svg>`;
}

/** Shape and word. */
export function statusLabel(status: EventStatus): Html {
  return html`<span class="status status-${status}">${statusShape(status)} ${statusWord(status)}</span>`;
}
