import type { Analysis } from "../model/layers.ts";
import { linkEntities } from "./entity.ts";
import { clusterMentions } from "./event.ts";
import { IdMaker } from "./id.ts";
import { linkAnalyses } from "./link.ts";
import { type EventMention, toMention } from "./mention.ts";
import { sketchOf } from "./near/sketch.ts";
import { WORDS } from "./words.test-data.ts";

/** The events of the reports as they are compared, in their order. */
export function mentionsOf(...reports: readonly Analysis[]): EventMention[] {
  const entities = linkEntities(reports, new IdMaker());
  const terms = new Map(reports.map((each) => [each.article.id, sketchOf(each, WORDS).terms]));
  const context = { entities, originOf: new Map(), terms, words: WORDS.words };
  return reports.flatMap((analysis) => analysis.events.map((event) => toMention(analysis, event, context)));
}

/** Which reports tell one event, by rules alone: their ids, each group sorted. */
export function groups(...reports: readonly Analysis[]): string[][] {
  const mentions = mentionsOf(...reports).map((each) => ({ ...each, report: NOTHING }));
  return clusterMentions(mentions)
    .map((cluster) => cluster.mentions.map(({ analysis }) => analysis.article.id).sort())
    .sort();
}

const NOTHING = { words: new Uint32Array(), weights: new Float32Array() };

/** The same when the reports are linked as a whole. */
export function told(...reports: readonly Analysis[]): string[][] {
  return linkAnalyses(reports, WORDS)
    .events.map(({ mentions }) => mentions.map(({ article }) => article).sort())
    .sort();
}
