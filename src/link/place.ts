import { createHash } from "node:crypto";
import type { Article } from "../model/article.ts";
import { dayNumber, edtfBounds } from "../model/calendar.ts";
import type { Place } from "../model/near.ts";

/** A place is a day and so many bits of a hash of the id, below 2 ** 53 in all. */
const SPREAD = 2 ** 34;
/** 1 January 1700, in days since 1970: what is older stands on that day. */
const FIRST_DAY = -98_615;
const LAST_DAY = 2 ** 18 - 1;
/** Undated reports have the upper half of all numbers to themselves. */
const UNDATED = 2 ** 52;

/** Fifty-two bits. */
function wideHash(id: string): number {
  const digest = createHash("sha256").update(id).digest();
  return digest.readUInt32BE(0) * 2 ** 20 + (digest.readUInt32BE(4) >>> 12);
}

/** Where the report stands among all others; see `Place`. */
export function placeOf({ id, published }: Article): Place {
  const begin = published.value === null ? null : (edtfBounds(published.value)?.begin ?? null);
  if (begin === null) return UNDATED + wideHash(id);
  const day = Math.max(0, Math.min(LAST_DAY, dayNumber(begin) - FIRST_DAY));
  return day * SPREAD + Math.floor(wideHash(id) / 2 ** 18);
}

/** Days between two reports; null where one has no day. */
export function daysBetween(a: Place, b: Place): number | null {
  if (a >= UNDATED || b >= UNDATED) return null;
  return Math.abs(Math.floor(a / SPREAD) - Math.floor(b / SPREAD));
}
