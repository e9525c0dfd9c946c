import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { overlaps, type Span } from "../../src/model/span.ts";
import { analyzeArticle, loadResources } from "../../src/pipeline.ts";
import { readPackageFile } from "../../src/resources.ts";
import type { Row } from "../language/table.ts";
import { plainArticle } from "../plain-article.ts";
import { errorsByKind, inContext, type Measured, triggersAndCues, triggersOf } from "./measured.ts";

/** A line of timebank-*.jsonl. */
interface GoldArticle {
  readonly id: string;
  readonly published: string;
  readonly text: string;
  readonly events: readonly (Span & { readonly text: string; readonly class: string })[];
}

interface Judged {
  readonly class: string;
  readonly event: boolean;
  readonly cue: boolean;
  readonly word: string;
  readonly example: string;
}

/** Events of TimeBank: how many of the marked words are found, by class. States and intentions are marked there too. */
export async function measureTimes(goldDir: string, errors: number): Promise<Measured> {
  const resources = loadResources(readPackageFile);
  const judged = ["train", "dev"]
    .flatMap((part) => readGold(goldDir, part))
    .flatMap((article) => {
      const analysis = analyzeArticle(plainArticle(article), resources);
      const [alone, withCues] = [triggersOf(analysis), triggersAndCues(analysis)];
      return article.events.map((gold) => ({
        class: gold.class,
        event: alone.some((span) => overlaps(span, gold)),
        cue: withCues.some((span) => overlaps(span, gold)),
        word: gold.text.toLowerCase(),
        example: inContext(article.text, gold),
      }));
    });
  const missed = judged.filter(({ cue }) => !cue);
  const kinds = missed.map((each) => ({ kind: `missed ${each.class}: ${each.word}`, example: each.example }));
  return {
    table: {
      title: "events of TimeBank",
      about:
        "share of the marked events that are found, by class; with cues: reporting verbs of quotations count as events; states and intentions are marked as well, which are none to us",
      columns: ["marked", "events with cues", "events alone"],
      floors: ["events with cues"],
      rows: rowsOf(judged),
    },
    errors: errors > 0 ? errorsByKind(kinds, errors) : [],
  };
}

function readGold(goldDir: string, part: string): readonly GoldArticle[] {
  const path = join(goldDir, "event-times", `timebank-${part}.jsonl`);
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as GoldArticle);
}

/** A class of fewer marked events has no floor. */
const FEW = 100;

function rowsOf(judged: readonly Judged[]): Row[] {
  const classes = [...new Set(judged.map((each) => each.class))].sort();
  return ["all", ...classes].map((name) => {
    const these = judged.filter((each) => name === "all" || each.class === name);
    const share = (found: readonly Judged[]) => (100 * found.length) / Math.max(1, these.length);
    return {
      name,
      cells: [
        String(these.length),
        share(these.filter(({ cue }) => cue)),
        share(these.filter(({ event }) => event)),
      ],
      noFloor: these.length < FEW,
    };
  });
}
