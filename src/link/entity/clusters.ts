import type { EntityRule } from "../../model/link.ts";
import { type Bearer, type Cluster, clusterOf, reportsOf } from "./bearer.ts";

/** Clusters of names while they are joined two by two. */
export class Clusters {
  readonly #of = new Map<Bearer, Cluster>();
  readonly #reports = new Map<Cluster, Set<string>>();

  constructor(bearers: readonly Bearer[]) {
    for (const bearer of bearers) {
      const cluster = clusterOf(bearer);
      this.#of.set(bearer, cluster);
      this.#reports.set(cluster, new Set(reportsOf(bearer.members)));
    }
  }

  of(bearer: Bearer): Cluster {
    return this.#of.get(bearer) ?? clusterOf(bearer);
  }

  /** Whether one report names both: then they are two. */
  areTold(a: Bearer, b: Bearer): boolean {
    const [left, right] = [this.#reports.get(this.of(a)), this.#reports.get(this.of(b))];
    return left !== right && [...(left ?? [])].some((report) => right?.has(report));
  }

  /** Joins the second to the first. */
  join(a: Bearer, b: Bearer, why: { readonly rule: EntityRule; readonly because: string }): void {
    const [left, right] = [this.of(a), this.of(b)];
    if (left === right) return;
    // What was joined before keeps its reason; the name by which it is joined now gets a new one.
    const [first, ...others] = right.joined;
    if (first) left.joined.push({ ...first, ...why }, ...others);
    for (const { bearer } of right.joined) this.#of.set(bearer, left);
    const reports = this.#reports.get(left);
    for (const report of this.#reports.get(right) ?? []) reports?.add(report);
  }

  all(): readonly Cluster[] {
    return [...new Set(this.#of.values())];
  }
}
