import { describe, expect, it } from "vitest";
import type { Article, Published } from "../model/article.ts";
import { findCopyDates } from "./copy-date.ts";

const WORDS = Array.from({ length: 60 }, (_each, index) => `word${index}`).join(" ");
const OTHER = Array.from({ length: 60 }, (_each, index) => `other${index}`).join(" ");
const UNKNOWN: Published = { value: null, basis: "unknown" };

function article(id: string, text: string, published: Published): Article {
  const blocks = [{ kind: "paragraph" as const, start: 0, end: text.length }];
  return { id, authors: [], published, language: "en", text, blocks, dropped: [] };
}

const dated = (id: string, value: string, text = WORDS): Article =>
  article(id, text, { value, basis: "metadata" });

describe("a dated copy", () => {
  const undated = article("u", WORDS, UNKNOWN);

  it("tells when an undated report appeared, whatever the order", () => {
    const articles = [undated, dated("b", "2016-08-31"), dated("a", "2016-08-30"), dated("c", "2016")];
    const expected = new Map([["u", { value: "2016-08-30", basis: "copy", source: "a" }]]);
    expect(findCopyDates(articles)).toEqual(expected);
    expect(findCopyDates([...articles].reverse())).toEqual(expected);
  });
  it("tells the same when it was told before", () => {
    const told = article("u", WORDS, { value: "2016-08-30", basis: "copy", source: "a" });
    expect(findCopyDates([told, dated("a", "2016-08-30")]).get("u")?.value).toBe("2016-08-30");
    expect(findCopyDates([told])).toEqual(new Map());
  });
  it("is not one that knows its own day by a copy", () => {
    const other = article("v", WORDS, { value: "2016-08-30", basis: "copy", source: "gone" });
    expect(findCopyDates([undated, other])).toEqual(new Map());
  });
  it("may say more, but the undated report may not", () => {
    expect(findCopyDates([undated, dated("a", "2016-08-30", `${WORDS} ${OTHER}`)]).size).toBe(1);
    const longer = article("u", `${WORDS} ${OTHER}`, UNKNOWN);
    expect(findCopyDates([longer, dated("a", "2016-08-30")]).size).toBe(0);
  });
  it("is not told by a few words in common", () => {
    const short = article("u", "The ferry sails again on Thursday, the port said.", UNKNOWN);
    expect(findCopyDates([short, dated("a", "2016-08-30", short.text)]).size).toBe(0);
  });
});
