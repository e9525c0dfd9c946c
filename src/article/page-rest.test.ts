import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Piece } from "./draft.ts";
import { agencyAbove, withLost } from "./page-rest.ts";
import { loadArticleTables } from "./tables.ts";

const tables = loadArticleTables((path) => readFileSync(new URL(`../../${path}`, import.meta.url)));
const piece = (text: string, kind: Piece["kind"] = "paragraph"): Piece => ({ kind, text });

const TITLE = piece("Ferries sail again", "heading");
const FIRST = piece("The ferries sail again, the port said on Tuesday, and nobody was hurt in the storm.");
const LAST = piece("Forty of them lay in the harbour for a week, and the crews played cards all day.");
const LOST = piece("The storm was the longest since the harbour was built, the port said in a statement.");
const metadata = { title: "Ferries sail again" };
const textsOf = (pieces: readonly Piece[]): readonly string[] => pieces.map(({ text }) => text);

describe("what the library leaves out of the content", () => {
  it("comes back where it is a caption or a paragraph between two others", () => {
    const caption = piece("A ferry leaves the harbour of Split.", "caption");
    const page = [TITLE, caption, FIRST, piece("Read more"), LOST, LAST];
    const found = withLost({ page, content: [FIRST, LAST], metadata });
    expect(textsOf(found)).toEqual(textsOf([caption, FIRST, LOST, LAST]));
  });
  it.each([
    ["above the text", [TITLE, LOST, FIRST, LAST]],
    ["below the text", [TITLE, FIRST, LAST, LOST]],
    [
      "in a box of many",
      [TITLE, FIRST, LOST, piece(`${LOST.text} It is.`), piece(`${LOST.text} It was.`), LAST],
    ],
    ["without a headline to go by", [FIRST, LOST, LAST]],
    ["a link", [TITLE, FIRST, { ...LOST, linked: true }, LAST]],
  ])("stays out %s", (_where, page) => {
    expect(textsOf(withLost({ page, content: [FIRST, LAST], metadata }))).toEqual(textsOf([FIRST, LAST]));
  });
});

it("the agency is credited between headline and text", () => {
  const page = [TITLE, piece("Our Correspondent with agencies"), FIRST, piece("By Reuters"), LAST];
  expect(agencyAbove({ page, content: [FIRST, LAST], metadata }, tables)).toBe("agencies");
  expect(agencyAbove({ page: page.slice(1), content: [FIRST, LAST], metadata }, tables)).toBeUndefined();
});
