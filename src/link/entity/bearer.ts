import type { Entity } from "../../model/entity.ts";
import type { Analysis } from "../../model/layers.ts";
import type { EntityRule } from "../../model/link.ts";
import type { NameType } from "../../model/token.ts";
import type { PlainName } from "./name.ts";

/** An entity of one report. */
export interface Member {
  readonly analysis: Analysis;
  readonly entity: Entity;
  /** Place among all entities of the part. */
  readonly place: number;
}

/** All entities of a part that have one name and type, in the order of their reports. */
export interface Bearer {
  /** Type and name, as no other bearer of the part has them. */
  readonly key: string;
  readonly type: NameType;
  /** As it is written in most of them. */
  readonly shown: string;
  readonly name: PlainName;
  readonly members: readonly Member[];
}

/** Bearers of a name that belong to somebody, and by what rule. */
export interface Joined {
  readonly bearer: Bearer;
  readonly members: readonly Member[];
  readonly rule: EntityRule;
  readonly because: string;
}

/** Those who are one. The first gives the id. */
export interface Cluster {
  readonly type: NameType;
  readonly joined: Joined[];
}

export function reportsOf(members: readonly Member[]): ReadonlySet<string> {
  return new Set(members.map(({ analysis }) => analysis.article.id));
}

/** Begins a cluster. */
export function clusterOf(bearer: Bearer): Cluster {
  return {
    type: bearer.type,
    joined: [{ bearer, members: bearer.members, rule: "same-name", because: "the same name" }],
  };
}
