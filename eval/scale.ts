import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chronicleOf } from "../src/chronicle.ts";
import type { Article } from "../src/model/article.ts";
import type { Entity } from "../src/model/entity.ts";
import type { Analysis } from "../src/model/layers.ts";
import type { Source } from "../src/model/source.ts";
import { textSpan } from "../src/model/span.ts";
import type { Token } from "../src/model/token.ts";
import { type LoadedStages, loadStages } from "../src/resources.ts";
import { type OwnReport, ownReport } from "./own-reports.ts";

/** Sizes at which the cost is measured. */
const SIZES = [1000, 3000, 10_000, 30_000, 100_000];
/** So many reports are added one by one at each size; the middle one counts. */
const SINGLES = 21;
const BATCH = 1000;

function toSource(report: OwnReport): Source {
  const bytes = new TextEncoder().encode(JSON.stringify(report));
  return {
    name: report.id,
    given: {},
    get bytes() {
      return bytes;
    },
  };
}

function toArticle(bytes: Uint8Array): Article {
  const { id, title, text, published, outlet } = JSON.parse(new TextDecoder().decode(bytes)) as OwnReport;
  const whole = `${title}\n\n${text}`;
  const blocks = [...whole.matchAll(/[^\n]+/gu)].map(({ index, 0: line }, i) => ({
    kind: i === 0 ? ("title" as const) : ("paragraph" as const),
    start: index,
    end: index + line.length,
  }));
  const day = { value: published, basis: "given" as const };
  return { id, title, outlet, authors: [], published: day, language: "en", text: whole, blocks, dropped: [] };
}

function toToken(text: string, start: number, opens: boolean): Token {
  const upos = /^\p{Lu}/u.test(text) && !opens ? "PROPN" : text.length > 4 ? "NOUN" : "ADP";
  const rest = { xpos: "_", feats: "_", head: -1, deprel: "dep", sentence: 0 };
  return { start, end: start + text.length, text, lemma: text.toLowerCase(), upos, ...rest };
}

/**
 * The layers of a report whose names are known, without the language models: what they cost does not depend on
 * how many reports there are.
 */
function toAnalysis(article: Article): Analysis {
  const { text, title = "" } = article;
  const tokens = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ index, 0: word }) =>
    toToken(word, index, index > title.length && /[.\n]\s*$/u.test(text.slice(index - 2, index))),
  );
  const [, person = "", trigger = "", place = ""] = /^(\S+ \S+) (\S+) .* in (\S+)$/u.exec(title) ?? [];
  const entity = (id: string, name: string, type: Entity["type"]): Entity[] => {
    const start = name === "" ? -1 : text.indexOf(name);
    const mention = { ...textSpan(text, start, start + name.length), kind: "name" as const, rule: "by-name" };
    return start < 0 ? [] : [{ id, name, type, roles: [], mentions: [mention] }];
  };
  const entities = [...entity("e1", person, "person"), ...entity("e2", place, "place")];
  const at = trigger === "" ? -1 : text.indexOf(trigger);
  const event = {
    id: "v1",
    trigger: textSpan(text, at, at + trigger.length),
    lemma: trigger,
    clause: textSpan(text, 0, title.length),
    headline: title,
    participants: [{ role: "agent" as const, ...textSpan(text, 0, person.length), entity: "e1" }],
    place: "e2",
    time: { edtf: article.published.value, basis: "inferred" as const },
    status: "happened" as const,
    codes: {},
    salience: 0.8,
    rule: "event-verb",
  };
  const none = { sentences: [], names: [], timexes: [], quotations: [], quantities: [] };
  return { article, tokens, entities, events: at < 0 ? [] : [event], ...none };
}

function measuredStages(stages: LoadedStages): LoadedStages {
  return { ...stages, read: ({ bytes }) => [{ article: toArticle(bytes) }], analyze: toAnalysis };
}

/** The number of a report that comes as the given one: old and new ones mixed, as from many feeds. */
function shuffledNumber(i: number, count: number): number {
  return (i * 7919) % count;
}

async function addMany(chronicle: ReturnType<typeof chronicleOf>, from: number, to: number): Promise<void> {
  async function* found(): AsyncGenerator<{ readonly source: Source }> {
    for (let i = from; i < to; i++) yield { source: toSource(ownReport(shuffledNumber(i, 100_003))) };
  }
  await chronicle.addAll(found());
}

/**
 * Time per report and memory while a chronicle of short reports of our own grows: added in bulk, and one by one
 * when it has its size.
 */
export async function evalScale({ reports = 10_000 }: { reports?: number }): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "chronicler-scale-"));
  const path = join(folder, "scale.db");
  const chronicle = chronicleOf(path, measuredStages(await loadStages()));
  const rows: string[] = [];
  try {
    let at = 0;
    for (const size of SIZES.filter((each) => each <= reports)) {
      const begin = performance.now();
      const before = at;
      for (; at < size; at = Math.min(size, at + BATCH))
        await addMany(chronicle, at, Math.min(size, at + BATCH));
      const bulk = (performance.now() - begin) / (size - before);
      const singles: number[] = [];
      for (let i = 0; i < SINGLES; i++, at++) {
        const start = performance.now();
        chronicle.add([toSource(ownReport(shuffledNumber(at, 100_003)))]);
        singles.push(performance.now() - start);
      }
      singles.sort((a, b) => a - b);
      const cells = [
        size.toLocaleString("en").padStart(8),
        bulk.toFixed(1).padStart(9),
        (singles[Math.floor(SINGLES / 2)] ?? 0).toFixed(1).padStart(11),
        (singles.at(-1) ?? 0).toFixed(1).padStart(9),
        (process.memoryUsage().rss / 2 ** 20).toFixed(0).padStart(8),
        (statSync(path).size / 2 ** 20).toFixed(0).padStart(8),
      ];
      rows.push(cells.join(" "));
      console.error(rows.at(-1));
    }
  } finally {
    chronicle.close();
    rmSync(folder, { recursive: true });
  }
  return [" reports  bulk ms  one: median  slowest  RSS MiB file MiB", ...rows].join("\n");
}
