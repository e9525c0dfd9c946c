/** A mention with its place in a timeline: the number of its step, and its date as a name. */
export interface Placed {
  readonly name: string;
  readonly order: number;
  readonly date: string;
}

export interface Awareness {
  /** Relations of the reduced graph of ours that follow from the gold, and how many there are. */
  readonly right: number;
  readonly found: number;
  /** Relations of the reduced graph of the gold that follow from ours, and how many there are. */
  readonly recalled: number;
  readonly gold: number;
}

/**
 * Temporal awareness (UzZaman and others 2011) as SemEval-2015 task 4 counts it: each timeline becomes relations of
 * mentions – simultaneous within a step, before from one step to the next – and of mentions to their dates.
 */
export function awareness(found: readonly Placed[], gold: readonly Placed[]): Awareness {
  const [ours, theirs] = [reduced(found), reduced(gold)];
  const [inGold, inOurs] = [closure(gold), closure(found)];
  return {
    right: ours.filter(inGold).length,
    found: ours.length,
    recalled: theirs.filter(inOurs).length,
    gold: theirs.length,
  };
}

interface Relation {
  readonly from: string;
  readonly to: string;
  readonly kind: "before" | "simultaneous" | "dated";
}

/** Order 0 stands for what is not placed in time. */
function steps(placed: readonly Placed[]): readonly (readonly Placed[])[] {
  const orders = [...new Set(placed.map(({ order }) => order))].filter((order) => order > 0);
  return orders.sort((a, b) => a - b).map((order) => placed.filter((each) => each.order === order));
}

/** Each mention with the next of its step, the last of a step with the first of the next, and each with its date. */
function reduced(placed: readonly Placed[]): Relation[] {
  const all = steps(placed);
  const relation = (
    a: Placed | undefined,
    b: Placed | undefined,
    kind: "before" | "simultaneous",
  ): Relation[] => (a && b ? [{ from: a.name, to: b.name, kind }] : []);
  return [
    ...all.flatMap((step) => step.flatMap((each, i) => relation(each, step[i + 1], "simultaneous"))),
    ...all.flatMap((step, i) => relation(step.at(-1), all[i + 1]?.[0], "before")),
    ...placed
      .filter(({ date }) => !isUnknown(date))
      .map(({ name, date }): Relation => ({ from: name, to: date, kind: "dated" })),
  ];
}

export function isUnknown(date: string): boolean {
  return /^X/.test(date);
}

function closure(placed: readonly Placed[]): (relation: Relation) => boolean {
  const byName = new Map(placed.map((each) => [each.name, each]));
  return ({ from, to, kind }) => {
    const a = byName.get(from);
    if (kind === "dated") return a?.date === to;
    const b = byName.get(to);
    if (!a || !b || a.order === 0 || b.order === 0) return false;
    return kind === "before" ? a.order < b.order : a.order === b.order;
  };
}
