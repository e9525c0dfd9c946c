import { describe, expect, it } from "vitest";
import type { Article, Published } from "../model/article.ts";
import { dateOfCopy } from "./copy-date.ts";
import { sketchOf } from "./near/sketch.ts";

const WORDS = Array.from({ length: 60 }, (_each, index) => `word${index}`).join(" ");
const OTHER = Array.from({ length: 60 }, (_each, index) => `other${index}`).join(" ");
const NO_LAYERS = {
  sentences: [],
  tokens: [],
  names: [],
  timexes: [],
  entities: [],
  quotations: [],
  events: [],
  quantities: [],
};

function sketch(id: string, text: string, published: Published) {
  const blocks = [{ kind: "paragraph" as const, start: 0, end: text.length }];
  const article: Article = { id, authors: [], published, language: "en", text, blocks, dropped: [] };
  return sketchOf({ article, ...NO_LAYERS });
}

const undated = (text: string) => sketch("u", text, { value: null, basis: "unknown" });
const dated = (id: string, value: string, text = WORDS) => sketch(id, text, { value, basis: "metadata" });

describe("a dated copy", () => {
  it("tells when an undated report appeared, whatever the order", () => {
    const copies = [dated("b", "2016-08-31"), dated("a", "2016-08-30"), dated("c", "2016")];
    const expected = { value: "2016-08-30", basis: "copy", source: "a" };
    expect(dateOfCopy(undated(WORDS), copies)).toEqual(expected);
    expect(dateOfCopy(undated(WORDS), [...copies].reverse())).toEqual(expected);
  });
  it("tells the same when it was told before", () => {
    const told = sketch("u", WORDS, { value: "2016-08-30", basis: "copy", source: "a" });
    expect(dateOfCopy(told, [dated("a", "2016-08-30")])?.value).toBe("2016-08-30");
    expect(dateOfCopy(told, [])).toBeNull();
  });
  it("is not one that knows its own day by a copy", () => {
    const other = sketch("v", WORDS, { value: "2016-08-30", basis: "copy", source: "gone" });
    expect(dateOfCopy(undated(WORDS), [other])).toBeNull();
  });
  it("may say more, but the undated report may not", () => {
    expect(dateOfCopy(undated(WORDS), [dated("a", "2016-08-30", `${WORDS} ${OTHER}`)])).not.toBeNull();
    expect(dateOfCopy(undated(`${WORDS} ${OTHER}`), [dated("a", "2016-08-30")])).toBeNull();
  });
  it("is not told by a few words in common", () => {
    const short = "The ferry sails again on Thursday, the port said.";
    expect(dateOfCopy(undated(short), [dated("a", "2016-08-30", short)])).toBeNull();
  });
});
