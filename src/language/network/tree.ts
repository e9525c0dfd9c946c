/** Scores of the heads of a sentence's words: row `word - 1`, column `head`; words count from 1, 0 is the root. */
export interface HeadScores {
  readonly values: Float32Array;
  /** Columns of a row; those beyond the last word mean nothing. */
  readonly width: number;
  readonly count: number;
}

/** Less than any sum of scores: keeps all words but one from hanging on the root. */
const ROOT_PRICE = 1e4;

/**
 * A graph that shrinks: cycles of best arcs become one component, which takes the place (row and column) of one of
 * its members. Place 0 is the root.
 */
class Graph {
  readonly size: number;
  /** Score of the best arc between the components at two places: `child * size + head`. */
  readonly #scores: Float64Array;
  /** The words that this arc joins. */
  readonly #children: Int16Array;
  readonly #heads: Int16Array;
  readonly #alive: Uint8Array;

  constructor({ values, width, count }: HeadScores) {
    const size = count + 1;
    this.size = size;
    this.#scores = new Float64Array(size * size);
    this.#children = new Int16Array(size * size);
    this.#heads = new Int16Array(size * size);
    this.#alive = new Uint8Array(size).fill(1);
    for (let child = 1; child < size; child++) {
      for (let head = 0; head < size; head++) {
        const score = values[(child - 1) * width + head] as number;
        const at = child * size + head;
        this.#scores[at] = head === 0 ? score - ROOT_PRICE : score;
        this.#children[at] = child;
        this.#heads[at] = head;
      }
    }
  }

  /** The place of the best head for the component at a place. */
  bestHead(child: number): number {
    let best = -1;
    for (let head = 0; head < this.size; head++) {
      if (head === child || !this.#alive[head]) continue;
      const at = child * this.size;
      if (best < 0 || (this.#scores[at + head] as number) > (this.#scores[at + best] as number)) best = head;
    }
    return best;
  }

  /** The arc of words behind the best arc between two places. */
  arc(child: number, head: number): Arc {
    const at = child * this.size + head;
    return { child: this.#children[at] as number, head: this.#heads[at] as number };
  }

  #copyArc(from: number, to: number, score: number): void {
    this.#scores[to] = score;
    this.#children[to] = this.#children[from] as number;
    this.#heads[to] = this.#heads[from] as number;
  }

  /** Makes one component of those at the places of a cycle, each of whose best heads is the next; at the first place. */
  contract(cycle: readonly number[]): void {
    const { size } = this;
    const place = cycle[0] as number;
    const own = cycle.map((member, k) => this.#scores[member * size + (cycle[k + 1] ?? place)] as number);
    for (const member of cycle) this.#alive[member] = 0;
    for (let other = 0; other < size; other++) {
      if (!this.#alive[other]) continue;
      // To enter the cycle at a member is to give up the member's own arc.
      this.#scores[place * size + other] =
        (this.#scores[place * size + other] as number) - (own[0] as number);
      for (let k = 1; k < cycle.length; k++) {
        const member = cycle[k] as number;
        const into = (this.#scores[member * size + other] as number) - (own[k] as number);
        if (into > (this.#scores[place * size + other] as number)) {
          this.#copyArc(member * size + other, place * size + other, into);
        }
        const from = this.#scores[other * size + member] as number;
        if (from > (this.#scores[other * size + place] as number)) {
          this.#copyArc(other * size + member, other * size + place, from);
        }
      }
    }
    this.#alive[place] = 1;
  }
}

/** An arc between words; 0 is the root. */
interface Arc {
  readonly child: number;
  readonly head: number;
}

/** A word, or a cycle of components made one, with the arc that it was left with. */
interface Component {
  readonly members: readonly Component[];
  parent: Component | undefined;
  arc: Arc;
}

/** Sets the heads within a component: all its members keep their arcs but the one that is entered from outside. */
function expand(component: Component, leaves: readonly Component[], heads: Int32Array): void {
  const pending = [component];
  for (let next = pending.pop(); next; next = pending.pop()) {
    heads[next.arc.child] = next.arc.head;
    // From the word that is entered up to this component, the other members of each cycle keep their own arcs.
    for (let inner = leaves[next.arc.child] as Component; inner !== next; inner = inner.parent as Component) {
      const { members } = inner.parent as Component;
      for (const member of members) if (member !== inner) pending.push(member);
    }
  }
}

/**
 * The heads of the highest-scoring tree with one root (Chu and Liu 1965, Edmonds 1967; a path of best arcs is grown
 * as by Gabow et al. 1986, in time of the square of the words): for each word its head, counted from 0; -1 is the
 * root.
 */
export function decodeTree(scores: HeadScores): Int32Array {
  const graph = new Graph(scores);
  const leaf = (word: number): Component => ({
    members: [],
    parent: undefined,
    arc: { child: word, head: 0 },
  });
  const leaves = Array.from({ length: graph.size }, (_, word) => leaf(word));
  /** The component at each place. */
  const at = [...leaves];
  const done = new Uint8Array(graph.size);
  done[0] = 1;
  for (let start = 1; start < graph.size; start++) {
    const path: number[] = [];
    if (!done[start]) path.push(start);
    while (path.length > 0) {
      const top = path.at(-1) as number;
      const head = graph.bestHead(top);
      (at[top] as Component).arc = graph.arc(top, head);
      if (done[head]) {
        for (const place of path) done[place] = 1;
        break;
      }
      const from = path.indexOf(head);
      if (from < 0) {
        path.push(head);
        continue;
      }
      const cycle = path.splice(from);
      const members = cycle.map((place) => at[place] as Component);
      const whole: Component = { members, parent: undefined, arc: { child: 0, head: 0 } };
      for (const member of members) member.parent = whole;
      graph.contract(cycle);
      at[head] = whole;
      // The other places of the cycle are gone.
      for (const place of cycle) done[place] = place === head ? 0 : 1;
      path.push(head);
    }
  }
  const heads = new Int32Array(graph.size);
  for (const component of new Set(leaves.map(outermost)))
    if (component !== leaves[0]) expand(component, leaves, heads);
  return heads.subarray(1).map((head) => head - 1);
}

function outermost(component: Component): Component {
  let outer = component;
  while (outer.parent) outer = outer.parent;
  return outer;
}
