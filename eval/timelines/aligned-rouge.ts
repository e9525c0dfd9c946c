import model from "wink-eng-lite-web-model";
import winkNlp from "wink-nlp";
import { dayNumber } from "../../src/model/calendar.ts";
import { f1Of } from "./dates.ts";

/** What is used of wink-nlp. */
interface Wink {
  readonly its: { readonly type: unknown; readonly stopWordFlag: unknown; readonly stem: unknown };
  readDoc(text: string): { tokens(): { out(its: unknown): readonly (string | boolean)[] } };
}

const wink = (winkNlp as unknown as (model: unknown) => Wink)(model);

type Counts = ReadonlyMap<string, number>;

/** What a timeline tells of each day. */
type Texts = ReadonlyMap<string, readonly string[]>;

/**
 * Alignment-based ROUGE-1 F with date and content costs, many to one (Martschat and Markert 2017, "align+ m:1"; the
 * AR1-F of later papers): each day is aligned with the day of the other timeline that costs least by distance and
 * words, and shared words count the less, the farther the two days lie apart. Stems of words without stop words are
 * compared, as in ROUGE's usual settings; both come from wink-nlp here and not from tilse:
 * published figures are not the same measure to the digit.
 */
export function alignedRouge(ours: Texts, gold: Texts): number {
  const [a, b] = [countsByDay(ours), countsByDay(gold)];
  return f1Of(aligned(a, b), aligned(b, a));
}

function countsByDay(texts: Texts): ReadonlyMap<string, Counts> {
  return new Map([...texts].map(([day, sentences]) => [day, countsOf(sentences.join("\n"))]));
}

function countsOf(text: string): Counts {
  const counts = new Map<string, number>();
  const { its } = wink;
  const tokens = wink.readDoc(text).tokens();
  const [types, stops] = [tokens.out(its.type), tokens.out(its.stopWordFlag)];
  for (const [index, stem] of tokens.out(its.stem).entries()) {
    if (types[index] === "punctuation" || stops[index] === true) continue;
    counts.set(String(stem), (counts.get(String(stem)) ?? 0) + 1);
  }
  return counts;
}

function total(counts: Counts): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

function shared(a: Counts, b: Counts): number {
  return [...a].reduce((sum, [word, count]) => sum + Math.min(count, b.get(word) ?? 0), 0);
}

/** Share of the words of one timeline that the days which are aligned with its own have too. */
function aligned(from: ReadonlyMap<string, Counts>, to: ReadonlyMap<string, Counts>): number {
  let [found, all] = [0, 0];
  for (const [day, words] of from) {
    let best = { cost: Number.POSITIVE_INFINITY, gain: 0 };
    for (const [other, theirs] of to) {
      const nearness = 1 / (Math.abs(dayNumber(day) - dayNumber(other)) + 1);
      const both = shared(words, theirs);
      const rouge = f1Of(both / Math.max(1, total(words)), both / Math.max(1, total(theirs)));
      const cost = (1 - nearness) * (1 - rouge);
      if (cost < best.cost) best = { cost, gain: nearness * both };
    }
    found += best.gain;
    all += total(words);
  }
  return all === 0 ? 0 : found / all;
}
