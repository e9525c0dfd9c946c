/** Words that say nothing of what happens. */
const EMPTY = new Set(
  `a an the of to in on at for from by with and or but as is are was were be been being has have had having will would
  shall should may might can could must do does did it its he she they his her their this that these those who which what
  when where before after over under into out up about than then also said says say`.split(/\s+/u),
);
const FEWEST_LETTERS = 3;

/** Words of a headline that tell something, without their endings: "agreed to release" and "the release" share one. */
export function headlineWords(headline: string): ReadonlySet<string> {
  const words = headline
    .toLowerCase()
    .replace(/[’']s\b/gu, "")
    .match(/\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{N}]+/gu);
  return new Set((words ?? []).filter((word) => !EMPTY.has(word)).map(withoutEnding));
}

function withoutEnding(word: string): string {
  const stem = word.replace(/(?:ing|ed|es|s|e)$/u, "");
  return stem.length >= FEWEST_LETTERS ? stem : word;
}
