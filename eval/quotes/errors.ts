import type { Attribution } from "./gold.ts";
import { common, type Pair, type Scored, sourceRight } from "./score.ts";

interface Failure {
  readonly kind: string;
  readonly shown: string;
}

/** The words from the first to the last of the set. */
function words(text: string, starts: ReadonlySet<number>): string {
  const sorted = [...starts].sort((a, b) => a - b);
  const last = sorted.at(-1) ?? 0;
  const end = last + (/^\w+/.exec(text.slice(last))?.[0].length ?? 0);
  return sorted.length === 0 ? "-" : text.slice(sorted[0], end).replace(/\s+/g, " ");
}

function shown(text: string, { source, cue, content }: Attribution): string {
  return `[${words(text, source)}] ${words(text, cue)} [${words(text, content)}]`;
}

function form({ direct }: Attribution): string {
  return direct ? "direct" : "indirect";
}

/** Why nothing that was found is the gold's attribution. */
function missKind(gold: Attribution, found: readonly Attribution[]): string {
  if (gold.cue.size === 0) return "no cue";
  const rival = found.find((each) => common(each.cue, gold.cue) > 0);
  if (rival) return `its cue has other words, by ${rival.rule}`;
  const inside = found.find((each) => [...gold.cue].every((word) => each.content.has(word)));
  return inside ? `its cue is in words of ${inside.rule}` : "its cue was not found";
}

function inventedKind(found: Attribution, gold: readonly Attribution[]): string {
  if (gold.some((each) => common(each.cue, found.cue) > 0)) return "its cue has other words";
  return gold.some((each) => [...found.cue].some((word) => each.content.has(word)))
    ? "its cue is in other words"
    : "no such cue";
}

/** How the limits of content that counts as found differ from the gold's; undefined where they do not. */
function limitKind({ gold, found }: Pair): string | undefined {
  const extra = [...found.content].filter((word) => !gold.content.has(word));
  const lacking = [...gold.content].filter((word) => !found.content.has(word));
  if (extra.length + lacking.length === 0) return undefined;
  const first = Math.min(...gold.content, ...found.content);
  const where = (list: readonly number[]) => (list.includes(first) ? "at the start" : "further on");
  if (extra.length === 0) return `too little ${where(lacking)}`;
  return lacking.length === 0 ? `too much ${where(extra)}` : "too much and too little";
}

function pairFailures(text: string, pair: Pair): Failure[] {
  const { gold, found } = pair;
  const failures: Failure[] = [];
  const both = `${shown(text, found)}\n      not ${shown(text, gold)}`;
  const limits = limitKind(pair);
  if (limits) failures.push({ kind: `${form(gold)}, ${limits}, by ${found.rule}`, shown: both });
  if (gold.source.size === 0 || sourceRight(pair)) return failures;
  const fault = found.source.size === 0 ? "speaker not known" : "wrong speaker";
  return [...failures, { kind: `${form(gold)}, ${fault}, by ${found.rule}`, shown: both }];
}

function failuresOf({ id, text, gold, found, pairs }: Scored): Failure[] {
  const matched = new Set(pairs.flatMap((pair) => [pair.gold, pair.found]));
  const failures = pairs.flatMap((pair) => pairFailures(text, pair));
  for (const each of gold.filter((one) => !matched.has(one)))
    failures.push({ kind: `${form(each)}, missed: ${missKind(each, found)}`, shown: shown(text, each) });
  for (const each of found.filter((one) => !matched.has(one))) {
    const kind = `${form(each)}, invented by ${each.rule}: ${inventedKind(each, gold)}`;
    failures.push({ kind, shown: shown(text, each) });
  }
  return failures.map((each) => ({ ...each, shown: `    ${id}\n      ${each.shown}` }));
}

/** What is not as the gold has it, by kind, the most frequent kind first; `limit` examples of each. */
export function errorList(scored: readonly Scored[], limit: number): string[] {
  const kinds = new Map<string, string[]>();
  for (const { kind, shown } of scored.flatMap(failuresOf)) {
    const list = kinds.get(kind) ?? [];
    kinds.set(kind, list);
    list.push(shown);
  }
  return [...kinds]
    .sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
    .flatMap(([kind, list]) => [`  ${kind} (${list.length})`, ...list.slice(0, limit)]);
}
