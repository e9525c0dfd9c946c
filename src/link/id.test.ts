import { expect, it } from "vitest";
import { IdMaker } from "./id.ts";

it("makes the same id of the same words, whatever else is made", () => {
  const [alone, among] = [new IdMaker(), new IdMaker()];
  among.make("E", "a report of long ago");
  expect(among.make("E", "a report")).toBe(alone.make("E", "a report"));
});

it("makes short ids that can stand in an address", () => {
  expect(new IdMaker().make("E", "a report")).toMatch(/^E[0-9a-hjkmnp-tv-z]{6}$/);
  expect(new IdMaker().make("P", "a name")).toMatch(/^P[0-9a-hjkmnp-tv-z]{10}$/);
});

it("makes others of other words and for other kinds of thing", () => {
  const ids = new IdMaker();
  const made = Array.from({ length: 20_000 }, (_, i) => ids.make("E", `report ${i}`));
  expect(new Set([...made, ids.make("s", "report 1")]).size).toBe(20_001);
});

it("gives a longer id where two would be equal", () => {
  const ids = new IdMaker();
  const [first, second] = [ids.make("E", "a report"), ids.make("E", "a report")];
  expect(second).toHaveLength(first.length + 1);
  expect(second.startsWith(first)).toBe(true);
});
