/** A stretch of days on the band, drawn from one share of its width to another. Days since 1970, end exclusive. */
export interface Stretch {
  readonly first: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
  /** Nothing happened and nothing was reported: drawn narrower than its days. */
  readonly silent: boolean;
}

/** Days and their places on the band, as shares of its width from 0 to 1. */
export interface Scale {
  readonly first: number;
  /** The day after the last. */
  readonly end: number;
  readonly stretches: readonly Stretch[];
}

/** A silence is drawn narrower when it is longer than this part of the whole, and than two months. In days. */
const LONG = 1 / 12;
const MONTHS = 62;

/** The share of the width that all silences have together, at most, and each. */
const ALL_SILENCES = 0.25;
const ONE_SILENCE = 0.05;

interface Run {
  readonly first: number;
  readonly end: number;
  readonly silent: boolean;
}

/** Busy and silent stretches between the first and the last day; `days` are sorted. */
function runsOf(days: readonly number[], { first, end }: Pick<Scale, "first" | "end">): Run[] {
  const limit = Math.max(MONTHS, (end - first) * LONG);
  const runs: Run[] = [];
  let begin = first;
  let last = first;
  for (const day of [...days.filter((each) => each >= first && each < end), end]) {
    if (day - last > limit) {
      runs.push({ first: begin, end: last + 1, silent: false });
      runs.push({ first: last + 1, end: day, silent: true });
      begin = day;
    }
    last = day;
  }
  if (begin < end) runs.push({ first: begin, end, silent: false });
  return runs;
}

/** A scale on which long silences are narrow; `days` are those on which something happened or was reported. */
export function scaleOf(days: readonly number[], first: number, end: number): Scale {
  const sorted = [...days].sort((a, b) => a - b);
  const runs = runsOf(sorted, { first, end });
  const lengthOf = (silent: boolean) =>
    runs.filter((run) => run.silent === silent).reduce((sum, run) => sum + run.end - run.first, 0);
  const silences = runs.filter(({ silent }) => silent).length;
  const narrow = silences === 0 ? 0 : Math.min(ONE_SILENCE, ALL_SILENCES / silences);
  const perDay = (1 - narrow * silences) / Math.max(1, lengthOf(false));
  let from = 0;
  const stretches = runs.map((run) => {
    const to = from + (run.silent ? narrow : (run.end - run.first) * perDay);
    const stretch = { ...run, from, to };
    from = to;
    return stretch;
  });
  return { first, end, stretches };
}

/** The place of a day, as a share of the width; days outside stand at the edge. */
export function placeOf(day: number, { stretches }: Scale): number {
  const stretch = stretches.find(({ end }) => day <= end);
  if (!stretch) return 1;
  const within = (day - stretch.first) / (stretch.end - stretch.first);
  return stretch.from + Math.max(0, within) * (stretch.to - stretch.from);
}

/** The day at a place. */
export function dayAt(share: number, { stretches, first, end }: Scale): number {
  const stretch = stretches.find(({ to }) => share <= to);
  if (!stretch) return end;
  const within = stretch.to === stretch.from ? 0 : (share - stretch.from) / (stretch.to - stretch.from);
  return Math.max(first, Math.floor(stretch.first + within * (stretch.end - stretch.first)));
}
