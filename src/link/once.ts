import type { ParticipantRole } from "../model/event.ts";
import type { WordTables } from "./tables.ts";

/** A person in an event, by the id in the chronicle. */
interface Party {
  readonly role: ParticipantRole;
  readonly id: string;
  readonly type: string;
}

/**
 * What can happen only once, and to whom, where it is told of one person with a name: "death" and the person's id. Null of
 * anything else. Two such events that are written alike here are one.
 */
export function onceOnly(
  lemma: string,
  parties: readonly Party[],
  { once }: Pick<WordTables, "once">,
): string | null {
  const row = once.get(lemma);
  const those = parties.filter(({ role, type }) => role === row?.part && type === "person");
  return row && those.length === 1 ? `${row.what} ${those[0]?.id}` : null;
}
