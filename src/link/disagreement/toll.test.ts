import { describe, expect, it } from "vitest";
import type { Analysis } from "../../model/layers.ts";
import { type ReportPlan, report } from "../analysis.test-data.ts";
import { linkAnalyses } from "../link.ts";

const ABOUT =
  "Rescuers dug for survivors of the quake in Port Hale, Norland, and tents were sent to the harbour.";

interface Told {
  readonly words: string;
  readonly value: number;
  readonly to?: number;
  readonly bound?: "at-least" | "at-most";
  readonly toll?: "dead" | "injured";
}

/** A report of the quake of 12 March 2030, with a sentence that gives a figure. */
function quake(id: string, sentence: string, told: Told, more: Partial<ReportPlan> = {}): Analysis {
  return report({
    id,
    outlet: `The ${id} Post`,
    day: "2030-03-13",
    text: `${sentence}\n\n${ABOUT.replace("Rescuers", id.toUpperCase().repeat(4))}`,
    sentences: true,
    names: {
      Norland: "place",
      "Port Hale": "place",
      ...(sentence.includes("Lund") ? { Lund: "place" } : {}),
    },
    events: [{ trigger: "quake", codes: { kind: "disaster" }, time: "2030-03-12", salience: 0.9 }],
    quantities: [{ unit: "people", toll: "dead", ...told }],
    ...more,
  });
}

const killed = (id: string, number: string, told: Omit<Told, "words">, more?: Partial<ReportPlan>) =>
  quake(id, `The quake killed ${number} people.`, { words: `${number} people`, ...told }, more);

/** Values of all differences, in their order. */
function values(...reports: readonly Analysis[]): readonly (readonly string[])[] {
  return linkAnalyses(reports).events.flatMap(({ disagreements }) =>
    disagreements
      .map((each) => each.values.map(({ value }) => value))
      .filter((all) => all.some((value) => /dead|injured/u.test(value))),
  );
}

const FIFTY = killed("a", "50,000", { value: 50_000, bound: "at-most" });
const HUNDRED = killed("b", "100,000", { value: 100_000 });
const SAME = killed("c", "100,000", { value: 100_000 }, { day: "2030-03-14" });

describe("tolls of one disaster", () => {
  it("differ where they cannot both be true, and stand with it in the order in which they were told", () => {
    expect(values(FIFTY, HUNDRED, SAME)).toEqual([["up to 50,000 dead", "100,000 dead"]]);
  });

  it.each<[string, Analysis]>([
    ["one that allows the other", killed("d", "some 105,000", { value: 90_000, to: 110_000 })],
    ["far later", killed("d", "150,000", { value: 150_000 }, { day: "2030-03-29" })],
    [
      "of another year",
      quake("d", "In 1999 a quake killed 60,000 people.", { words: "60,000 people", value: 60_000 }),
    ],
    [
      "of another place",
      quake("d", "The quake killed 60,000 people in Lund.", { words: "60,000 people", value: 60_000 }),
    ],
    [
      "of one part",
      quake("d", "The quake killed 60,000 people in the port alone.", {
        words: "60,000 people",
        value: 60_000,
      }),
    ],
    [
      "without its cause, and given by nobody else",
      quake("d", "We buried 60,000 people who died.", { words: "60,000 people", value: 60_000 }),
    ],
    ["of many times more", killed("d", "3,000,000", { value: 3_000_000 })],
  ])("do not differ: %s", (_, other) => {
    const rest = [
      HUNDRED,
      SAME,
      killed("e", "100,000", { value: 100_000 }),
      killed("f", "100,000", { value: 100_000 }),
    ];
    expect(values(...rest, other)).toEqual([]);
  });

  it("differ inside one piece of reporting only where two give them", () => {
    const text = "Olsen said the quake killed 50,000 people.\n\nBerg said the quake killed 100,000 people.";
    const both = (by: readonly [string, string]) =>
      quake(
        "g",
        text,
        { words: "50,000 people", value: 50_000 },
        {
          names: { Olsen: "person", Berg: "person", Norland: "place" },
          quotations: [
            { said: "the quake killed 50,000 people", by: by[0] },
            { said: "the quake killed 100,000 people", by: by[1] },
          ],
          quantities: [50_000, 100_000].map((value) => {
            return {
              words: `${value.toLocaleString("en")} people`,
              value,
              unit: "people",
              toll: "dead" as const,
            };
          }),
        },
      );
    expect(values(both(["Olsen", "Berg"]), HUNDRED, SAME)).toContainEqual(["50,000 dead", "100,000 dead"]);
    expect(values(both(["Olsen", "Olsen"]))).toEqual([]);
  });
});
