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
