import { describe, expect, it } from "vitest";
import { type EventPlan, report } from "./analysis.test-data.ts";
import { mentionsOf } from "./event.test-data.ts";
import { likelihood } from "./likelihood.ts";
import { timesAllow } from "./news-time.ts";
import { oddsAllow } from "./odds-bound.ts";
import { Overlap } from "./overlap.ts";
import { type Profile, sharedTelling } from "./profile.ts";
import { surroundingsOf } from "./surroundings.ts";

const DAYS = ["2031-05-02", "2031-05-09", "2031-06-30"];

/** Sentences of two ships and a death, as three reports of different days tell them, with a time and without. */
const EVENTS: readonly (readonly [string, EventPlan])[] = [
  ["Pilgrims sailed with timber for Brenna.", { trigger: "sailed", lemma: "sail", things: ["Pilgrims"] }],
  ["Pilgrims sailed with timber.", { trigger: "sailed", lemma: "sail", clause: "sailed with timber" }],
  ["Dredgers sailed.", { trigger: "sailed", lemma: "sail" }],
  ["Mira Olsen died.", { trigger: "died", lemma: "die", agent: "Mira Olsen" }],
  [
    "Mira Olsen docked at Brenna.",
    { trigger: "docked", lemma: "dock", agent: "Mira Olsen", place: "Brenna" },
  ],
];

const REPORTS = DAYS.flatMap((day, i) =>
  EVENTS.flatMap(([text, event], j) =>
    [undefined, DAYS[0]].map((time, k) =>
      report({
        id: `${i}${j}${k}`,
        day,
        text: `${text}\n\nFerries between Brenna and Port Hale have stopped, Mira Olsen said.`,
        sentences: true,
        names: { "Mira Olsen": "person", Brenna: "place" },
        events: [{ ...event, ...(time === undefined ? {} : { time }) }],
      }),
    ),
  ),
);

/** Reports of other matters. */
const others = (count: number) =>
  Array.from({ length: count }, (_, i) =>
    report({
      id: `z${i}`,
      day: DAYS[0] as string,
      text: `Judges number ${i} sailed.`,
      events: [{ trigger: "sailed", lemma: "sail" }],
    }),
  );

describe.each([0, 60, 300])("beside %i other reports", (count) => {
  const surroundings = surroundingsOf(mentionsOf(...REPORTS, ...others(count)));
  const profiles = [...surroundings.profiles.values()];
  const own = profiles.slice(0, REPORTS.length);
  const pairs = own.flatMap((a, i) => own.slice(i + 1).map((b): [Profile, Profile] => [a, b]));

  it.each([0.1, 0.28, 0.4, 0.6])("leaves out no pair as likely as %f, and not all", (least) => {
    const inTime = timesAllow(profiles.map(({ mention }) => mention));
    const byOdds = oddsAllow(profiles, surroundings, least);
    const likely = pairs.filter((pair) => (likelihood(...pair, surroundings) ?? 0) >= least);
    const open = new Set(pairs.filter(([a, b]) => inTime(a.index, b.index) && byOdds(a.index, b.index)));
    expect(likely.length).toBeGreaterThan(0);
    expect(likely.every((pair) => open.has(pair))).toBe(true);
    expect(open.size).toBeLessThan(pairs.length);
  });

  it("finds the words that two share as they are found one by one", () => {
    const overlap = new Overlap(own.map(({ words }) => words));
    for (const [a, b] of pairs)
      expect(overlap.shared(a.index, b.index)).toBe(sharedTelling(a.words, b.words));
  });
});
