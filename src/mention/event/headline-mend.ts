import { type Tree, tokenAt } from "../tree.ts";
import type { Line } from "./headline-line.ts";

type Parts = Pick<Line, "top" | "times">;

/** The tokens with those that the parse tears away from them, and without what an aside leaves behind. */
export function mended(tokens: readonly number[], { top, times }: Parts, tree: Tree): readonly number[] {
  const phrases = withPartingCommas(wholePhrases(tokens, { times, tree }), times, tree);
  return withoutLooseCommas(withoutBrackets(phrases, top, tree), tree);
}

/** "a safety car start", "New Year's Eve": what stands within a noun phrase is of it, wherever the parse hangs it. */
function wholePhrases(
  kept: readonly number[],
  { times, tree }: { times: ReadonlySet<number>; tree: Tree },
): readonly number[] {
  const line = new Set(kept);
  for (const index of kept) {
    const { deprel, head, end } = tokenAt(tree, index);
    const next = tree.tokens[index + 1];
    const glued = next?.start === end && next.upos === "PART" && !times.has(index + 1);
    if (glued && line.has(index + 2)) line.add(index + 1);
    for (let at = index; isHyphen(at + 1, tree); at += 2) line.add(at + 1).add(at + 2);
    if (deprel !== "det" || !line.has(head)) continue;
    for (let at = index + 1; at < head; at++) if (!times.has(at) && !isQuotationMark(at, tree)) line.add(at);
  }
  return [...line].sort((a, b) => a - b);
}

/** "left on Monday, calling for talks": the comma after a time that is left out still parts what stands around it. */
function withPartingCommas(
  kept: readonly number[],
  times: ReadonlySet<number>,
  tree: Tree,
): readonly number[] {
  return kept.flatMap((index, at) => {
    const previous = kept[at - 1] ?? index;
    const parted = previous < index - 2 && tree.tokens[index - 1]?.text === "," && times.has(index - 2);
    const only = parted && onlyTimes(previous + 1, index - 1, times);
    return only ? [index - 1, index] : [index];
  });
}

function onlyTimes(from: number, to: number, times: ReadonlySet<number>): boolean {
  for (let at = from; at < to; at++) if (!times.has(at)) return false;
  return true;
}

const SEPARATORS = new Set([",", "—", "–", "-", "--"]);

/** "Weiss, who won, left" without its clause is "Weiss left": the commas or dashes around an aside go with it. */
function withoutLooseCommas(kept: readonly number[], tree: Tree): readonly number[] {
  const isSeparator = (index: number) => SEPARATORS.has(tree.tokens[index]?.text ?? "");
  const loose = new Set<number>();
  kept.forEach((index, at) => {
    const before = kept[at - 1] ?? index - 1;
    const opened = isSeparator(before) || isSeparator(before + 1);
    if (!isSeparator(index) || before === index - 1 || !opened) return;
    loose.add(index).add(before);
  });
  return kept.filter((index) => !(loose.has(index) && isSeparator(index)));
}

/** The hyphens of "Mazar-i-Sharif". */
function isHyphen(index: number, { tokens }: Tree): boolean {
  const [before, hyphen, after] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  return hyphen?.text === "-" && before?.end === hyphen.start && hyphen.end === after?.start;
}

/** "Rubio (R-Fla.)", "the group (SZ)": what stands in brackets is an aside. */
function withoutBrackets(kept: readonly number[], top: number, tree: Tree): readonly number[] {
  let open = -1;
  const inside = new Set<number>();
  for (const index of kept) {
    const { text } = tokenAt(tree, index);
    if (open < 0 && /^[([{]/u.test(text)) open = index;
    if (open >= 0) inside.add(index);
    if (/[)\]}]$/u.test(text)) open = -1;
  }
  return open >= 0 || inside.has(top) ? kept : kept.filter((index) => !inside.has(index));
}

export function isQuotationMark(index: number, tree: Tree): boolean {
  const { upos, text } = tokenAt(tree, index);
  return upos === "PUNCT" && /^["“”'‘’`]+$/u.test(text);
}
