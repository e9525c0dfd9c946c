import { describe, expect, it } from "vitest";
import { figuresOf } from "../src/link/disagreement/figure.ts";
import type { Linked } from "../src/link/disagreement/told.ts";
import { causeOf } from "../src/link/disagreement/toll-cause.ts";
import { linkEntities, refKey } from "../src/link/entity.ts";
import { generality } from "../src/link/generality.ts";
import { IdMaker } from "../src/link/id.ts";
import { toMention } from "../src/link/mention.ts";
import type { OnceRow, Ranks } from "../src/link/tables.ts";
import { WORD_TABLES } from "../src/link/tables.ts";
import { weighTerms } from "../src/link/terms.ts";
import { linkTables } from "../src/resources.ts";
import { readText, rowsOf } from "./read-text.ts";

/** Every row of the tables of words that linking goes by is tried on its example. */
const { names, words: tables } = linkTables();
const rankRows = (path: string) =>
  rowsOf(path).map(({ words = "", example = "", telling = "" }) => ({
    example,
    telling,
    words: words.split(" "),
  }));
const without = (ranks: Ranks, words: readonly string[]): Ranks =>
  new Map([...ranks].filter(([word]) => !words.includes(word)));

describe("noun-ranks.tsv", () => {
  const { nouns } = tables;
  const rows = rankRows(WORD_TABLES.nouns);
  it.each(rows)("$telling tells more: $example", ({ words, example, telling }) => {
    const weighed = weighTerms(readText(example), nouns);
    const [first, second] = weighed;
    expect([weighed.length, first?.word]).toEqual([2, telling]);
    expect(words).toContain(second?.word);
    expect(first?.weight).toBeGreaterThan(second?.weight ?? 0);
    const [one, other] = weighTerms(readText(example), without(nouns, words));
    expect(one?.weight).toBe(other?.weight);
  });
  it("no word stands twice", () => {
    expect(nouns.size).toBe(rows.flatMap(({ words }) => words).length);
  });
});

describe("verb-ranks.tsv", () => {
  const { verbs } = tables;
  const rows = rankRows(WORD_TABLES.verbs);
  it.each(rows)("$telling tells more: $example", ({ words, example, telling }) => {
    const told = readText(example).tokens.flatMap(({ upos, lemma }) => (upos === "VERB" ? lemma : []));
    const other = told.find((lemma) => lemma !== telling) ?? "";
    expect([told.length, told.includes(telling)]).toEqual([2, true]);
    expect(words).toContain(other);
    expect(generality(other, verbs)).toBeGreaterThan(0);
    expect([generality(telling, verbs), generality(other, without(verbs, words))]).toEqual([0, 0]);
  });
  it("no word stands twice", () => {
    expect(verbs.size).toBe(rows.flatMap(({ words }) => words).length);
  });
  it("the commoner a verb, the less it tells", () => {
    const general = ["have", "take", "visit", "capsize"].map((verb) => generality(verb, verbs));
    expect(general[0]).toBe(1);
    expect([...general].sort((a, b) => b - a)).toEqual(general);
  });
});

describe("event-once.tsv", () => {
  const rows = rowsOf(WORD_TABLES.once).map(({ word = "", one = "", other = "" }) => ({ word, one, other }));
  /** What each of two reports tells of one whom both name, as happening only once. */
  const onceIn = (texts: readonly string[], once: ReadonlyMap<string, OnceRow>) => {
    const reports = texts.map((text, i) => {
      const read = readText(text);
      return { ...read, article: { ...read.article, id: `a${i}` } };
    });
    const context = {
      entities: linkEntities(reports, new IdMaker(), names),
      originOf: new Map(),
      terms: new Map(),
      words: { ...tables, once },
    };
    return reports.map((report) =>
      report.events.flatMap((event) => toMention(report, event, context).once ?? []),
    );
  };
  it.each(rows)("$word", ({ word, one, other }) => {
    const [first, second] = onceIn([one, other], tables.once);
    expect(first).toHaveLength(1);
    expect(second).toEqual(first);
    const fewer = new Map([...tables.once].filter(([known]) => known !== word));
    expect(onceIn([one, other], fewer)).toEqual([[], []]);
  });
  it("nothing of two, and nothing that did not happen", () => {
    const told = ["Karl Tamm and Ben Okoro died in Oslo.", "Karl Tamm did not die in Oslo."];
    expect(onceIn(told, tables.once)).toEqual([[], []]);
  });
});

describe("quantity-counted-on.tsv", () => {
  it.each(rowsOf(WORD_TABLES.countedOn).map(({ verb = "", example = "" }) => [verb, example] as const))(
    "%s: %s",
    (verb, example) => {
      const analysis = readText(example);
      const counted = analysis.events.filter((event) => figuresOf({ analysis, event }).length > 0);
      expect(counted.map(({ lemma }) => lemma)).toEqual([verb]);
      expect(tables.countedOn).toContain(verb);
    },
  );
});

describe("event-outcomes.tsv", () => {
  /** Whether the sentence names what cost those of its figure, with such words for outcomes; every event is of one day. */
  const hasCause = (text: string, outcomes: ReadonlySet<string>) => {
    const analysis = readText(text);
    const [quantity] = analysis.quantities;
    const [sentence] = analysis.sentences;
    if (!quantity || !sentence) throw new RangeError(`"${text}" has no figure`);
    const day = "2024-05-13";
    const linked = { time: { edtf: day, begin: day, end: day, precision: "day" } } as Linked;
    const linkedOf = new Map(
      analysis.events.map(({ id, lemma }) => [
        refKey({ article: analysis.article.id, id }),
        { ...linked, id: lemma },
      ]),
    );
    return causeOf(quantity, { analysis, sentence }, { linkedOf, main: null, outcomes })?.isSure === true;
  };
  it.each(rowsOf(WORD_TABLES.outcomes).map(({ verb = "", example = "" }) => [verb, example] as const))(
    "%s: %s",
    (verb, example) => {
      expect([hasCause(example, tables.outcomes), hasCause(example, new Set())]).toEqual([false, true]);
      expect(tables.outcomes).toContain(verb);
    },
  );
  it("what cost the dead stands beside", () => {
    expect(hasCause("The earthquake injured 40 people on Monday.", tables.outcomes)).toBe(true);
  });
});
