import { expect, it } from "vitest";
import { report } from "./analysis.test-data.ts";
import { mentionsOf } from "./event.test-data.ts";
import type { Profile } from "./profile.ts";
import { surroundingsOf } from "./surroundings.ts";

const told = (id: string, text: string) =>
  report({ id, day: "2030-03-01", text, sentences: true, events: [{ trigger: "sank", lemma: "sink" }] });

it("compares reports by what sets them off from the others, and counts how a word is used", () => {
  const mentions = mentionsOf(
    told("a", "The tanker Borea sank off Brenna."),
    told("b", "The tanker Borea sank in a gale."),
    told("c", "The tanker Lovisa sank at Lund."),
  );
  const { alike, crowd, profiles } = surroundingsOf(mentions);
  const [a, b, c] = mentions.map((each) => profiles.get(each)) as [Profile, Profile, Profile];
  expect(alike(a.report, b.report)).toBeGreaterThan(alike(a.report, c.report));
  expect(alike(a.report, b.report)).toBe(alike(b.report, a.report));
  expect(crowd).toBe(0);
  expect(a.rivals).toBe(Math.log(3));
  expect(a.repeated).toBe(0);
});
