import { f1Of } from "../timelines/dates.ts";
import { bestAssignment } from "./assignment.ts";

/** Mentions by cluster: two mentions with one name are one event. */
export type Clustering = ReadonlyMap<string, string>;

interface Fraction {
  readonly part: number;
  readonly whole: number;
}

/** Precision and recall of one measure, as fractions that can be added up over topics. */
export interface MeasureCounts {
  readonly precision: Fraction;
  readonly recall: Fraction;
}

export type ConllCounts = Readonly<Record<"muc" | "bcubed" | "ceafe", MeasureCounts>>;

/** MUC, B-cubed and CEAF-e over the same mentions in both clusterings. */
export function conllCounts(gold: Clustering, found: Clustering): ConllCounts {
  const [a, b] = [clustersOf(gold), clustersOf(found)];
  const similarity = ceaf(a, b);
  return {
    muc: { precision: muc(b, gold), recall: muc(a, found) },
    bcubed: { precision: bcubed(b, gold), recall: bcubed(a, found) },
    ceafe: {
      precision: { part: similarity, whole: b.length },
      recall: { part: similarity, whole: a.length },
    },
  };
}

/** The mean of the three F1, over all topics, from 0 to 100. */
export function conllF1(counts: readonly ConllCounts[]): number {
  const f1 = (["muc", "bcubed", "ceafe"] as const).map((measure) => {
    const rate = (side: "precision" | "recall") => {
      const fractions = counts.map((each) => each[measure][side]);
      const sum = (key: "part" | "whole") => fractions.reduce((total, each) => total + each[key], 0);
      return sum("part") / Math.max(1, sum("whole"));
    };
    return f1Of(rate("precision"), rate("recall"));
  });
  return (100 * f1.reduce((sum, each) => sum + each, 0)) / f1.length;
}

type Clusters = readonly (readonly string[])[];

function clustersOf(clustering: Clustering): Clusters {
  const clusters = new Map<string, string[]>();
  for (const [mention, name] of clustering) {
    const others = clusters.get(name);
    if (others) others.push(mention);
    else clusters.set(name, [mention]);
  }
  return [...clusters.values()];
}

/** Links of the clusters that hold in the other clustering, of all that they need. */
function muc(clusters: Clusters, other: Clustering): Fraction {
  return clusters.reduce(
    ({ part, whole }, cluster) => {
      const pieces = new Set(cluster.map((mention) => other.get(mention))).size;
      return { part: part + cluster.length - pieces, whole: whole + cluster.length - 1 };
    },
    { part: 0, whole: 0 },
  );
}

/** For each mention the share of its cluster that is with it in the other clustering. */
function bcubed(clusters: Clusters, other: Clustering): Fraction {
  let [part, whole] = [0, 0];
  for (const cluster of clusters) {
    const counts = new Map<string | undefined, number>();
    for (const mention of cluster) counts.set(other.get(mention), (counts.get(other.get(mention)) ?? 0) + 1);
    for (const count of counts.values()) part += (count * count) / cluster.length;
    whole += cluster.length;
  }
  return { part, whole };
}

/** The likeness of the best assignment of clusters to each other, one to one: twice the shared by all mentions. */
function ceaf(a: Clusters, b: Clusters): number {
  const place = new Map(b.flatMap((cluster, j) => cluster.map((mention) => [mention, j] as const)));
  const likeness = a.map((cluster) => {
    const row = new Array<number>(b.length).fill(0);
    for (const mention of cluster) {
      const j = place.get(mention);
      if (j !== undefined) row[j] = (row[j] ?? 0) + 1;
    }
    return row.map((shared, j) => (2 * shared) / (cluster.length + (b[j]?.length ?? 0)));
  });
  return bestAssignment(likeness);
}
