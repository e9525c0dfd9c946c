import { expect, it } from "vitest";
import { type EventPlan, report } from "./analysis.test-data.ts";
import { mentionsOf } from "./event.test-data.ts";
import { evidenceOf } from "./evidence.ts";
import type { Profile } from "./profile.ts";
import { surroundingsOf } from "./surroundings.ts";

function evidence(first: readonly [string, EventPlan], second: readonly [string, EventPlan]) {
  const reports = [first, second].map(([text, event], i) =>
    report({
      id: "ab"[i] as string,
      day: `2030-03-0${i + 1}`,
      text,
      sentences: true,
      names: { "Mira Olsen": "person" },
      events: [{ agent: "Mira Olsen", ...event }],
    }),
  );
  const mentions = mentionsOf(...reports);
  const surroundings = surroundingsOf(mentions);
  const [a, b] = mentions.map((each) => surroundings.profiles.get(each)) as [Profile, Profile];
  return evidenceOf(a, b, surroundings);
}

const BOUGHT = [
  "Mira Olsen bought the shipyard.",
  { trigger: "bought", lemma: "buy", senses: ["buy"] },
] as const;

it("is of one word, or of two that share a sense, and of nothing else", () => {
  const acquired = { trigger: "acquired", lemma: "acquire", senses: ["buy"] };
  expect(evidence(BOUGHT, BOUGHT)).toMatchObject({ lemma: 1, sense: 0, agent: 1, days: 1 });
  expect(evidence(BOUGHT, ["Mira Olsen acquired the shipyard.", acquired])).toMatchObject({
    lemma: 0,
    sense: 1,
  });
  expect(evidence(BOUGHT, ["Mira Olsen left the shipyard.", { trigger: "left", lemma: "leave" }])).toBeNull();
});

it("counts what both clauses tell", () => {
  expect(evidence(BOUGHT, BOUGHT)?.told).toBeGreaterThan(0);
  const other = ["Mira Olsen bought the shipyard.", { ...BOUGHT[1], clause: "bought" }] as const;
  expect(evidence(BOUGHT, other)).toMatchObject({ told: 0, otherTold: 0 });
});
