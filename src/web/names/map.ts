import type { LinkedEntity } from "../library.ts";
import type { Html } from "../parts/html.ts";

/** A map of the places whose position is known; null where there are none. */
export function namesMap(_places: readonly LinkedEntity[]): Html | null {
  return null;
}
