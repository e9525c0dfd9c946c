import type { Candidate } from "./candidate.ts";

/** Of expressions that overlap the longest stands; of equal ones the one of a later stage, then of an earlier row. */
export function withoutOverlaps(candidates: readonly Candidate[]): readonly Candidate[] {
  const ranked = [...candidates].sort(
    (a, b) => b.to - b.from - (a.to - a.from) || b.rule.stage - a.rule.stage || a.rule.order - b.rule.order,
  );
  const taken = new Set<number>();
  const kept: Candidate[] = [];
  for (const candidate of ranked) {
    if (isTaken(taken, candidate)) continue;
    for (let at = candidate.from; at < candidate.to; at += 1) taken.add(at);
    kept.push(candidate);
  }
  return kept.sort((a, b) => a.from - b.from);
}

function isTaken(taken: ReadonlySet<number>, candidate: Candidate): boolean {
  for (let at = candidate.from; at < candidate.to; at += 1) if (taken.has(at)) return true;
  return false;
}
