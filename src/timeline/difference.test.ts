import { expect, it } from "vitest";
import { disagreementsIn } from "./difference.ts";
import { cited, entryAt, timelineOf } from "./entry.test-data.ts";

it("gives each value with its words, the first told first, contradictions before details", () => {
  const sources = [cited("Herald", "2030-03-02", "17 boats"), cited("Post", "2030-03-01", "14 boats")];
  const boats = {
    field: "number" as const,
    values: [
      { value: "17 boats", citations: [0] },
      { value: "14 boats", citations: [1] },
    ],
  };
  const timeline = timelineOf(
    entryAt("E1", "2030-03", { sources, disagreements: [{ ...boats, kind: "detail" }] }),
    entryAt("E2", "2030-03-01", { sources, disagreements: [{ ...boats, kind: "contradiction" }] }),
  );
  expect(disagreementsIn([timeline])).toMatchObject([
    {
      event: "E2",
      story: "s1",
      field: "number",
      kind: "contradiction",
      values: [
        { value: "14 boats", since: "2030-03-01", sources: [{ outlet: "Post" }] },
        { value: "17 boats", since: "2030-03-02", sources: [{ citation: { text: "17 boats" } }] },
      ],
    },
    { event: "E1", kind: "detail" },
  ]);
});

it("is empty where nothing differs", () => {
  expect(disagreementsIn([timelineOf(entryAt("E1", "2030"))])).toEqual([]);
});
