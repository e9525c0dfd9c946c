/** So many of its reports a lone report must be near for a story to be its own; one could be near by chance. */
const NEAREST = 3;
/** Mean likeness to these, at the least. Of 41 reports that it brings into a story, about 33 belong there when read. */
const LEAST = 0.25;
/** And so much of what the reports of the story are alike: a story told in few words lets in less than one that goes on for years. */
const AS_ONE_OF_THEM = 0.75;

/** How alike two items are, and the items of a group on the mean. */
export interface Closeness {
  readonly alike: (a: number, b: number) => number;
  readonly within: (group: readonly number[]) => number;
}

type Group = readonly number[];

/**
 * The groups after each item that stands alone has gone to the one whose nearest items it is most like, if it is like
 * them. On average over a long story it is like few: what is told in the third week is not told in the first.
 */
export function bringIn(groups: readonly Group[], closeness: Closeness): readonly Group[] {
  const large = groups.filter(({ length }) => length >= NEAREST);
  const home = new Map<Group, Group>();
  for (const group of groups) {
    const [item] = group;
    const found = group.length === 1 && item !== undefined ? homeOf(item, large, closeness) : null;
    if (found) home.set(group, found);
  }
  const guests = (host: Group): Group => [...home].flatMap(([lone, its]) => (its === host ? lone : []));
  return groups
    .filter((group) => !home.has(group))
    .map((group) => [...group, ...guests(group)].sort((a, b) => a - b))
    .sort(([a = 0], [b = 0]) => a - b);
}

function homeOf(item: number, groups: readonly Group[], { alike, within }: Closeness): Group | null {
  const near = groups
    .map((group) => ({ group, mean: meanOfNearest(group.map((other) => alike(item, other))) }))
    .filter(({ mean }) => mean >= LEAST);
  const [best] = near.sort((a, b) => b.mean - a.mean);
  return best && best.mean >= AS_ONE_OF_THEM * within(best.group) ? best.group : null;
}

function meanOfNearest(likenesses: number[]): number {
  const nearest = likenesses.sort((a, b) => b - a).slice(0, NEAREST);
  return nearest.reduce((sum, each) => sum + each, 0) / NEAREST;
}
