import type { Analysis } from "../../src/model/layers.ts";
import { overlaps, type Span } from "../../src/model/span.ts";
import type { Table } from "../language/table.ts";

/** One part of the measurement: its figures, and below them the errors that were asked for. */
export interface Measured {
  readonly table: Table;
  readonly errors: readonly string[];
}

/** The words by which events are told. */
export function triggersOf({ events }: Analysis): readonly Span[] {
  return events.map(({ trigger }) => trigger);
}

/**
 * The same with the reporting verbs of quotations: "said" is an event to annotators, and to us the cue of a quotation,
 * which has its own place in what we give out.
 */
export function triggersAndCues(analysis: Analysis): readonly Span[] {
  const triggers = triggersOf(analysis);
  const cues = analysis.quotations.flatMap(({ cue }) => (cue ? [cue] : []));
  return [...triggers, ...cues.filter((cue) => !triggers.some((trigger) => overlaps(trigger, cue)))];
}

/** Words with what stands around them, on one line. */
export function inContext(text: string, { start, end }: Span): string {
  const around = 50;
  const [before, after] = [text.slice(Math.max(0, start - around), start), text.slice(end, end + around)];
  return `${before}[${text.slice(start, end)}]${after}`.replace(/\s+/g, " ");
}

/** Errors by kind, the most frequent kind first, with a few examples of each. */
export function errorsByKind(
  errors: readonly { readonly kind: string; readonly example: string }[],
  limit: number,
): string[] {
  const kinds = new Map<string, string[]>();
  for (const { kind, example } of errors) {
    const examples = kinds.get(kind);
    if (examples) examples.push(example);
    else kinds.set(kind, [example]);
  }
  return [...kinds]
    .sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
    .flatMap(([kind, these]) => [
      `${kind} (${these.length})`,
      ...these.slice(0, limit).map((each) => `  ${each}`),
    ]);
}
