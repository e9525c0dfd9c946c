import { describe, expect, it } from "vitest";
import type { Article } from "../model/article.ts";
import type { Citation } from "../model/link.ts";
import { laterVersion, newestVersions } from "./later.ts";

function article(id: string, text: string, more: Partial<Article> = {}): Article {
  return {
    id,
    authors: [],
    published: { value: null, basis: "unknown" },
    language: "en",
    text,
    blocks: [],
    dropped: [],
    ...more,
  };
}

function citation(of: string, text: string): Citation {
  return { article: of, start: 0, end: text.length, text, prefix: "", suffix: "" };
}

const first = article("a", "Twelve people died. The cause is\nunknown.");
const second = article("a@2", "Fifteen people died. The cause is unknown.", {
  version: { of: "a", number: 2 },
  fetched: "2024-03-12T10:00:00Z",
});
const newest = newestVersions([first, second, article("b", "Else.")]);

describe("what has become of cited words", () => {
  it("tells whether they still stand on their page, whatever its line breaks", () => {
    expect(laterVersion(citation("a", "The cause is\nunknown."), first, newest)).toEqual({
      id: "a@2",
      fetched: "2024-03-12T10:00:00Z",
      hasWords: true,
    });
    expect(laterVersion(citation("a", "Twelve people died."), first, newest)?.hasWords).toBe(false);
  });

  it("is nothing for the newest version, and for pages that have not changed", () => {
    expect(laterVersion(citation("a@2", "Fifteen people died."), second, newest)).toBeNull();
    expect(laterVersion(citation("b", "Else."), article("b", "Else."), newest)).toBeNull();
    expect(laterVersion(citation("c", "Gone."), undefined, newest)).toBeNull();
  });
});
