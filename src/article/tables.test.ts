import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { agencyName, dropClutter } from "./clean.ts";
import { datelineOf } from "./dateline.ts";
import type { Metadata } from "./draft.ts";
import { loadArticleTables } from "./tables.ts";

const read = (path: string): Uint8Array => readFileSync(new URL(`../../${path}`, import.meta.url));
const tables = loadArticleTables(read);

/** What was told, in the form of the table: `outlet=Name;date=2024-03-12`. */
function given(metadata: Metadata): string {
  const parts = [
    metadata.outlet && `outlet=${metadata.outlet}`,
    metadata.authors && `author=${metadata.authors.join(" and ")}`,
    metadata.agency && `agency=${metadata.agency}`,
    metadata.publishedInText && `date=${metadata.publishedInText}`,
    metadata.url && `url=${metadata.url}`,
  ];
  return parts.filter(Boolean).join(";");
}

describe("clutter rules", () => {
  it.each(tables.clutter.map((rule) => [rule.id, rule] as const))(
    "%s does what its example says",
    (id, rule) => {
      const draft = {
        metadata: {},
        pieces: [{ kind: "paragraph", text: rule.example } as const],
        dropped: [],
      };
      const cleaned = dropClutter(draft, tables);
      expect(cleaned.dropped).toEqual([{ text: rule.dropped, reason: id }]);
      expect(given(cleaned.metadata)).toBe(rule.gives);
    },
  );
});

describe("caption rules", () => {
  it.each(tables.captions.map((rule) => [rule.id, rule] as const))("%s finds its credit", (_id, rule) => {
    expect(rule.pattern.exec(rule.example)?.groups?.credit ?? null).toBe(rule.credit);
  });
});

describe("agencies", () => {
  it.each(tables.agencies.map((rule) => [rule.name, rule] as const))("%s has its name", (name, rule) => {
    expect(agencyName(rule.example, tables)).toBe(name);
  });
});

describe("dateline rules", () => {
  it.each(tables.datelines.map((rule) => [rule.id, rule] as const))("%s reads its example", (_id, rule) => {
    const found = datelineOf(rule.example, tables);
    expect([found?.text, found?.place ?? "", found?.agency ?? ""]).toEqual([
      rule.words,
      rule.place,
      rule.agency,
    ]);
  });
});

it("does not load a row without an example", () => {
  const broken = (path: string): Uint8Array =>
    path.endsWith("article-agency.tsv")
      ? new TextEncoder().encode("name\tpattern\texample\nAFP\tAFP\t\n")
      : read(path);
  expect(() => loadArticleTables(broken)).toThrow(/article-agency\.tsv, line 2: the row has no example/);
});
