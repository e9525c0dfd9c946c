import type { EventStatus } from "../index.ts";
import type { Color } from "./style.ts";

interface Look {
  /** One column wide, and told apart by its shape alone. */
  readonly mark: string;
  readonly color: Color;
  /** How the first of several reports is told, before its day and after it. */
  readonly first: readonly [string, string];
  /** How a later one is told. */
  readonly later: string;
}

const LOOKS: Readonly<Record<EventStatus, Look>> = {
  happened: { mark: "●", color: "green", first: ["reported", "as done"], later: "done" },
  ongoing: { mark: "◐", color: "cyan", first: ["reported", "as going on"], later: "going on" },
  scheduled: { mark: "○", color: "blue", first: ["announced", ""], later: "" },
  proposed: { mark: "◇", color: "magenta", first: ["proposed", ""], later: "proposed" },
  possible: { mark: "◌", color: "yellow", first: ["called possible", ""], later: "possible" },
  denied: { mark: "⊘", color: "red", first: ["denied", ""], later: "denied" },
  cancelled: { mark: "✕", color: "red", first: ["reported", "as called off"], later: "called off" },
};

/** The longest status word, in columns. */
export const STATUS_WIDTH = Math.max(...Object.keys(LOOKS).map((word) => word.length));

export function lookOf(status: EventStatus): Look {
  return LOOKS[status];
}

/** Whether it is still to come. */
export function isAhead(status: EventStatus): boolean {
  return status === "scheduled" || status === "proposed" || status === "possible";
}
