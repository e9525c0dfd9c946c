import type { ParticipantRole } from "../model/event.ts";

/** By word, the part of the one to whom it happens, and can happen only once: all of these are a death. */
const DEATHS: ReadonlyMap<string, ParticipantRole> = new Map([
  ["die", "agent"],
  ["perish", "agent"],
  ["drown", "agent"],
  ["kill", "patient"],
  ["murder", "patient"],
  ["assassinate", "patient"],
]);

/** A person in an event, by the id in the chronicle. */
interface Party {
  readonly role: ParticipantRole;
  readonly id: string;
  readonly type: string;
}

/** Whose death it is, where it is that of one person with a name; null of anything else. One dies once. */
export function deathOf(lemma: string, parties: readonly Party[]): string | null {
  const role = DEATHS.get(lemma);
  const dead = parties.filter((party) => party.role === role && party.type === "person");
  return dead.length === 1 ? (dead[0]?.id ?? null) : null;
}
