import { describe, expect, it } from "vitest";
import type { Analysis } from "../../model/layers.ts";
import type { LinkedEvent } from "../../model/link.ts";
import type { Timex } from "../../model/timex.ts";
import type { NameType } from "../../model/token.ts";
import { type EventPlan, type ReportPlan, report } from "../analysis.test-data.ts";
import { linkAnalyses } from "../link.ts";

const NAMES: Readonly<Record<string, NameType>> = { "Mira Olsen": "person", "Baltic Star": "organization" };

/** A report of a ship that was launched, told in its title and first sentence. */
function launch(
  id: string,
  text: string,
  plan: Partial<EventPlan>,
  more: Partial<ReportPlan> = {},
): Analysis {
  const named = [plan.agent ?? "Mira Olsen", plan.place].filter((name) => name !== undefined);
  return report({
    id,
    outlet: `The ${id} Post`,
    day: "2030-05-16",
    title: "Mira Olsen launched the ferry Kestrel before islanders, shipwrights, musicians",
    text,
    sentences: true,
    names: Object.fromEntries(named.map((name) => [name, NAMES[name] ?? "place"])),
    events: [{ trigger: "launched", lemma: "launch", clause: text, agent: "Mira Olsen", ...plan }],
    ...more,
  });
}

const WORDS = "the ferry Kestrel before islanders, shipwrights, musicians";
const onDay = (id: string, day: string, time: string, more: Partial<ReportPlan> = {}) =>
  launch(id, `Mira Olsen launched ${WORDS} on ${day}.`, { time }, more);

/** The differences found: field, kind and values, each with the reports whose words give it. */
function found(...reports: readonly Analysis[]) {
  return linkAnalyses(reports).events.flatMap((event: LinkedEvent) =>
    event.disagreements.map(({ field, kind, values }) => [
      field,
      kind,
      Object.fromEntries(
        values.map(({ value, citations }) => [value, citations.map((i) => event.citations[i]?.article)]),
      ),
    ]),
  );
}

describe("the day of an event", () => {
  it("of which each report gives its own", () => {
    expect(found(onDay("a", "Tuesday", "2030-05-14"), onDay("b", "Wednesday", "2030-05-15"))).toEqual([
      ["time", "contradiction", { "2030-05-14": ["a"], "2030-05-15": ["b"] }],
    ]);
  });

  it("that an outlet corrects later", () => {
    const corrected = onDay("c", "Wednesday", "2030-05-15", { outlet: "The a Post", day: "2030-05-17" });
    const reports = [onDay("a", "Tuesday", "2030-05-14"), onDay("b", "Wednesday", "2030-05-15"), corrected];
    expect(found(...reports)).toEqual([
      ["time", "correction", { "2030-05-14": ["a"], "2030-05-15": ["b", "c"] }],
    ]);
  });

  it.each<[string, Analysis]>([
    ["said less exactly", onDay("b", "May", "2030-05")],
    ["weeks apart", onDay("b", "2 April", "2030-04-02")],
    [
      "told by another agent",
      launch("b", `Baltic Star launched ${WORDS} on Wednesday.`, {
        agent: "Baltic Star",
        time: "2030-05-15",
      }),
    ],
  ])("is not %s", (_, other) => {
    expect(found(onDay("a", "Tuesday", "2030-05-14"), other).filter(([field]) => field === "time")).toEqual(
      [],
    );
  });

  it("is not one of two that a report knows", () => {
    const both = onDay("b", "Wednesday", "2030-05-15");
    const timex = {
      id: "t1",
      type: "DATE",
      value: "2030-05-14",
      edtf: "2030-05-14",
      rule: "weekday",
    } as const;
    const span = { start: 0, end: 4, text: "Mira" };
    const told = { ...both, timexes: [{ ...span, ...timex } as Timex] };
    expect(found(onDay("a", "Tuesday", "2030-05-14"), told)).toEqual([]);
  });
});

it("another place, in another country", () => {
  const placed = (id: string, place: string, country: string) => {
    const one = launch(id, `Mira Olsen launched ${WORDS} in ${place}.`, { place });
    return {
      ...one,
      entities: one.entities.map((each) =>
        each.name === place ? { ...each, country, lat: country.length, lon: place.length } : each,
      ),
    };
  };
  expect(found(placed("a", "Riga", "LV"), placed("b", "Turku", "FI"))).toEqual([
    ["place", "contradiction", { Riga: ["a"], Turku: ["b"] }],
  ]);
  expect(found(placed("a", "Riga", "LV"), placed("b", "Ventspils", "LV"))).toEqual([]);
});

it("a number in events that were not joined", () => {
  const counted = (id: string, words: string, value: number, time: string) =>
    report({
      id,
      outlet: `The ${id} Post`,
      day: "2030-05-16",
      title: "Storm drowned sailors beside Kestrel lighthouse",
      text: `The storm drowned ${words} beside Kestrel lighthouse.`,
      sentences: true,
      events: [
        {
          trigger: "drowned",
          lemma: "drown",
          clause: `The storm drowned ${words} beside Kestrel lighthouse`,
          time,
        },
      ],
      quantities: [{ words, value, unit: "sailors" }],
    });
  const [first, second] = [
    counted("a", "14 sailors", 14, "2030-05-14"),
    counted("b", "17 sailors", 17, "2030-05-15"),
  ];
  expect(found(first, second)).toEqual([
    ["number", "contradiction", { "14 sailors": ["a"], "17 sailors": ["b"] }],
  ]);
});

describe("what something costs", () => {
  const told = (id: string, sentence: string, sum: string, value: number) =>
    report({
      id,
      outlet: `The ${id} Post`,
      day: "2030-02-08",
      title: "Storm tore Kestrel quay, harbourmaster counts damage",
      text: `${sentence}\n\nWork would start in April.`,
      sentences: true,
      events: [
        { trigger: "start", clause: "Work would start in April", time: "2030-04", status: "scheduled" },
      ],
      quantities: [{ words: sum, value, unit: "euros" }],
    });
  const repairs = told("a", "Repairs would cost 2.1 million euros, she said.", "2.1 million euros", 2.1e6);

  it("is of the plan that is told beside it", () => {
    const other = told("b", "Repairing the quay will cost 3.4 million euros.", "3.4 million euros", 3.4e6);
    expect(found(repairs, other)).toEqual([
      ["number", "contradiction", { "2.1 million euros": ["a"], "3.4 million euros": ["b"] }],
    ]);
  });

  it.each([
    ["another thing", "A new lighthouse will cost 3.4 million euros.", "3.4 million euros", 3.4e6],
    ["the same sum", "Repairing the quay will cost 2.1 million euros.", "2.1 million euros", 2.1e6],
    ["far more", "Repairing the whole coast will cost 900 million euros.", "900 million euros", 9e8],
  ])("is not of %s", (_, sentence, sum, value) => {
    expect(found(repairs, told("b", sentence, sum, value))).toEqual([]);
  });
});
