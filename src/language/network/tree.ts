/** Scores of the heads of a sentence's words: row `word - 1`, column `head`; words count from 1, 0 is the root. */
export interface HeadScores {
  readonly values: Float32Array;
  /** Columns of a row; those beyond the last word mean nothing. */
  readonly width: number;
  readonly count: number;
}

/** Less than any sum of scores: keeps all words but one from hanging on the root. */
const ROOT_PRICE = 1e4;

const NEVER = -1e9;

/** A graph whose node 0 is the root: `scores[child * size + head]`. */
interface Graph {
  readonly size: number;
  readonly scores: Float64Array;
}

function graphOf({ values, width, count }: HeadScores): Graph {
  const size = count + 1;
  const scores = new Float64Array(size * size).fill(NEVER);
  for (let child = 1; child < size; child++) {
    for (let head = 0; head < size; head++) {
      if (head === child) continue;
      const score = values[(child - 1) * width + head] as number;
      scores[child * size + head] = head === 0 ? score - ROOT_PRICE : score;
    }
  }
  return { size, scores };
}

function bestHeads({ size, scores }: Graph): Int32Array {
  const heads = new Int32Array(size).fill(-1);
  for (let child = 1; child < size; child++) {
    let best = 0;
    for (let head = 1; head < size; head++) {
      if ((scores[child * size + head] as number) > (scores[child * size + best] as number)) best = head;
    }
    heads[child] = best;
  }
  return heads;
}

/** The nodes of a cycle, or nothing where all paths lead to the root. */
function findCycle(heads: Int32Array): number[] | undefined {
  const seen = new Int32Array(heads.length);
  for (let start = 1; start < heads.length; start++) {
    let node = start;
    while (node > 0 && seen[node] === 0) {
      seen[node] = start;
      node = heads[node] as number;
    }
    if (node <= 0 || seen[node] !== start) continue;
    const cycle = [node];
    for (let next = heads[node] as number; next !== node; next = heads[next] as number) cycle.push(next);
    return cycle;
  }
  return undefined;
}

/** The graph with a cycle made one node, its last, and which arcs stand behind those into and out of that node. */
function contract(graph: Graph, heads: Int32Array, cycle: readonly number[]) {
  const { size, scores } = graph;
  const inCycle = new Set(cycle);
  const others = Array.from({ length: size }, (_, node) => node).filter((node) => !inCycle.has(node));
  const one = others.length;
  const small = { size: one + 1, scores: new Float64Array((one + 1) ** 2).fill(NEVER) };
  /** For each other node: the node of the cycle that it would enter, and the one that it would hang on. */
  const enters = new Int32Array(one);
  const leaves = new Int32Array(one);
  others.forEach((node, k) => {
    let gain = Number.NEGATIVE_INFINITY;
    let score = Number.NEGATIVE_INFINITY;
    for (const member of cycle) {
      const own = scores[member * size + (heads[member] as number)] as number;
      const into = (scores[member * size + node] as number) - own;
      if (into > gain) {
        gain = into;
        enters[k] = member;
      }
      const from = scores[node * size + member] as number;
      if (from > score) {
        score = from;
        leaves[k] = member;
      }
    }
    small.scores[one * small.size + k] = gain;
    if (node === 0) return;
    small.scores[k * small.size + one] = score;
    others.forEach((head, h) => {
      if (h !== k) small.scores[k * small.size + h] = scores[node * size + head] as number;
    });
  });
  return { small, others, enters, leaves };
}

/** The best tree of a graph (Chu and Liu 1965, Edmonds 1967). */
function bestTree(graph: Graph): Int32Array {
  const heads = bestHeads(graph);
  const cycle = findCycle(heads);
  if (!cycle) return heads;
  const { small, others, enters, leaves } = contract(graph, heads, cycle);
  const found = bestTree(small);
  const one = others.length;
  for (let k = 1; k < one; k++) {
    const head = found[k] as number;
    heads[others[k] as number] = head === one ? (leaves[k] as number) : (others[head] as number);
  }
  const entry = found[one] as number;
  heads[enters[entry] as number] = others[entry] as number;
  return heads;
}

/** The heads of the highest-scoring tree with one root: for each word its head, counted from 0; -1 is the root. */
export function decodeTree(scores: HeadScores): Int32Array {
  return bestTree(graphOf(scores))
    .subarray(1)
    .map((head) => head - 1);
}
