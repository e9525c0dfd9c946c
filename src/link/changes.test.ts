import { describe, expect, it } from "vitest";
import type { Article } from "../model/article.ts";
import { compareVersions } from "./changes.ts";

/** A version whose sentences are its lines. */
function version(id: string, lines: readonly string[], more: Partial<Article> = {}) {
  const article: Article = {
    id,
    authors: [],
    published: { value: null, basis: "unknown" },
    language: "en",
    text: lines.join("\n"),
    blocks: [],
    dropped: [],
    ...more,
  };
  let start = 0;
  const sentences = lines.map((line) => {
    const span = { start, end: start + line.length, from: 0, to: 0 };
    start = span.end + 1;
    return span;
  });
  return { article, sentences };
}

const compare = (before: readonly string[], after: readonly string[]) =>
  compareVersions(version("a", before), version("a@2", after));

describe("what has changed in a page", () => {
  it("is what came, what went, and what was put in other words", () => {
    const before = ["Twelve people died in the fire.", "The cause is unknown.", "Police are at the scene."];
    const after = [
      "Fifteen people died in the fire.",
      "Police are at the scene.",
      "The mayor has declared three days of mourning.",
    ];
    expect(compare(before, after)).toMatchObject({
      from: "a",
      to: "a@2",
      added: ["The mayor has declared three days of mourning."],
      removed: ["The cause is unknown."],
      reworded: [{ before: "Twelve people died in the fire.", after: "Fifteen people died in the fire." }],
    });
  });

  it("is not what only moved, or was set with other spaces", () => {
    const before = ["One happened.", "Two happened.", "Three  happened."];
    const after = ["Two happened.", "Three happened.", "One happened."];
    expect(compare(before, after)).toMatchObject({ added: [], removed: [], reworded: [] });
  });

  it("counts a sentence that stands twice", () => {
    expect(compare(["Yes.", "Yes."], ["Yes."])).toMatchObject({ added: [], removed: ["Yes."] });
  });

  it("pairs the sentences that are most alike", () => {
    const before = ["The talks in Riga ended on Monday.", "The talks in Oslo ended on Monday."];
    const after = ["The talks in Oslo ended on Monday night.", "The talks in Riga ended on Monday night."];
    expect(compare(before, after).reworded.map((each) => each.before)).toEqual([
      "The talks in Oslo ended on Monday.",
      "The talks in Riga ended on Monday.",
    ]);
  });

  it("tells title, day, authors and corrections", () => {
    const note = { kind: "correction" as const, start: 0, end: 22, text: "Correction: it was 15." };
    const change = compareVersions(
      version("a", ["One."], { title: "Twelve dead", authors: ["Anna Berg"], fetched: "2019-05-02" }),
      version("a@2", ["One."], {
        title: "Fifteen dead",
        published: { value: "2019-05-02", basis: "metadata" },
        fetched: "2019-05-03T10:00:00Z",
        notes: [note],
      }),
    );
    expect(change.fetched).toBe("2019-05-03T10:00:00Z");
    expect(change.notes).toEqual([{ kind: "correction", text: "Correction: it was 15." }]);
    expect(change.fields).toEqual([
      { field: "title", before: "Twelve dead", after: "Fifteen dead" },
      { field: "authors", before: "Anna Berg", after: null },
      { field: "published", before: null, after: "2019-05-02" },
    ]);
  });

  it("takes little time for two long reports that have nothing in common", () => {
    const lines = (word: string) =>
      Array.from({ length: 6000 }, (_, i) => `${word} ${i} happened in ${word}.`);
    const began = performance.now();
    expect(compare(lines("this"), lines("that")).added).toHaveLength(6000);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
