import { describe, expect, test } from "vitest";
import { quotationsOf, tables } from "./reading.test-data.ts";

describe("each reporting word gives what its example says", () => {
  test.each(tables.rows.map((row) => [`${row.lemma} ${row.particle}`.trim(), row] as const))(
    "%s",
    (_, row) => {
      const found = quotationsOf(row.example).map((each) => [each.source?.text, each.content.text, each.act]);
      expect(found).toContainEqual([row.source, row.content, row.act]);
    },
  );
});

describe("each occasion is found", () => {
  test.each(tables.occasions.map((row) => [row.noun, row] as const))("%s", (_, row) => {
    const found = quotationsOf(row.example).map((each) => each.occasion?.text);
    expect(found).toContain(row.occasion);
  });
});

describe("each word tells the kind of source", () => {
  test.each(tables.sources.rows.map((row) => [row.word, row] as const))(
    "%s",
    (_, { kind, word, example }) => {
      const [first] = quotationsOf(example);
      if (kind === "anonymity") expect(first?.anonymity?.text).toBe(word);
      else
        expect(first?.sourceKind).toBe({ official: "unnamed-official", "media-name": "media" }[kind] ?? kind);
    },
  );
});
