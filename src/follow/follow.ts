import { setTimeout as wait } from "node:timers/promises";
import type { FeedVisit, RoundOptions } from "./feed-round.ts";

/** Feeds that are visited at the same time; each host is asked for one thing at a time anyway. */
const AT_ONCE = 4;

export interface FollowOptions extends Omit<RoundOptions, "now" | "progress"> {
  /** Minutes between two rounds; null for one round only. */
  readonly every: number | null;
  readonly now?: () => number;
  /** Called when a feed was visited. */
  readonly visited: (visit: FeedVisit) => void;
  /** Called when all feeds were visited, with the time of the next round, if there is one. */
  readonly rested?: (next: Date | null) => void;
  readonly progress?: RoundOptions["progress"];
}

/** Visits all feeds, some at a time, in their order. */
async function round(feeds: readonly string[], options: FollowOptions): Promise<void> {
  const { now = Date.now, signal, progress } = options;
  // The code that reads feeds is loaded only where some are read.
  const { visitFeed } = await import("./feed-round.ts");
  const left = [...feeds];
  const work = async (): Promise<void> => {
    for (let feed = left.shift(); feed !== undefined; feed = left.shift()) {
      signal?.throwIfAborted();
      options.visited(await visitFeed(feed, { ...options, now, progress }));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

function isStop(error: unknown): boolean {
  return error instanceof Error && error.name === "AbortError";
}

/**
 * Follows feeds, round after round, until the signal says to stop. What was done stays done: the chronicle
 * remembers it, and the next call goes on from there.
 *
 * @throws ChroniclerError where the chronicle cannot be written
 */
export async function followFeeds(feeds: readonly string[], options: FollowOptions): Promise<void> {
  const { every, signal, now = Date.now, rested } = options;
  try {
    for (;;) {
      const began = now();
      await round(feeds, options);
      if (every === null) return rested?.(null);
      const next = Math.max(now(), began + every * 60_000);
      rested?.(new Date(next));
      await wait(next - now(), undefined, signal ? { signal } : {});
    }
  } catch (error) {
    if (!isStop(error)) throw error;
  }
}
