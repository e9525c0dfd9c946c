import { describe, expect, it } from "vitest";
import { type EventPlan, JOURNEY_CODES, report } from "./analysis.test-data.ts";
import { told } from "./event.test-data.ts";
import { linkAnalyses } from "./link.ts";

describe("a journey in several reports", () => {
  const minister = (id: string, day: string, text: string, event: Partial<EventPlan>) =>
    report({
      id,
      day,
      text: `${text}\n\nThe harbour of Port Hale waits for the ferry line and the herring permits.`,
      sentences: true,
      names: Object.fromEntries(
        (["Mira Olsen", "Port Hale", "Norland"] as const)
          .filter((name) => text.includes(name) || name === "Port Hale")
          .map((name) => [name, name === "Mira Olsen" ? "person" : "place"]),
      ),
      ...(text.includes("Norland Harbour Minister")
        ? { roles: { "Mira Olsen": "Norland Harbour Minister" } }
        : {}),
      events: [{ trigger: "visit", codes: JOURNEY_CODES, ...event }],
    });
  const announced = minister("a", "2030-03-12", "Norland Harbour Minister Mira Olsen will visit Port Hale.", {
    agent: "Mira Olsen",
    place: "Port Hale",
    status: "scheduled",
    time: "2030-03-14",
  });
  const elsewhere = report({
    id: "z",
    day: "2030-03-02",
    text: "Dockers at Lund walked out, the union said.",
  });

  it("is known by the title of who travels, and has been made when it places what happened", () => {
    const held = minister(
      "b",
      "2030-03-15",
      "They signed at the end of the harbour minister’s visit to the town.",
      {
        agent: "harbour minister",
        rule: "event-noun/framing",
      },
    );
    const { events } = linkAnalyses([announced, held, elsewhere]);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ status: "happened", time: { edtf: "2030-03-14" } });
    const later = { ...held, article: { ...held.article, published: announced.article.published } };
    later.article.published = { ...later.article.published, value: "2030-05-15" };
    expect(linkAnalyses([announced, later, elsewhere]).events).toHaveLength(2);
  });

  it("is not told by what a country could not do", () => {
    const text =
      "Norland could not sail beyond the herring line of Port Hale, the ferry and harbour office said.";
    const denied = minister("b", "2030-03-15", text, {
      trigger: "sail",
      agent: "Norland",
      status: "denied",
      rule: "event-verb/negated",
    });
    expect(told(elsewhere, announced, denied)).toEqual([["a"], ["b"]]);
  });

  it("is not told by another verb where neither who nor where to is the same", () => {
    const text = "There was no ferry in the harbour of herring permits since the last boat came.";
    const boat = minister("b", "2030-03-15", text, { trigger: "came", agent: "last boat" });
    expect(told(elsewhere, announced, boat)).toEqual([["a"], ["b"]]);
  });

  it("is not one of the regular ones", () => {
    const line = "from Port Hale, where the ferry company counts on the herring harbour";
    const sailing = minister("a", "2030-03-12", `The trial sailing ${line}.`, {
      trigger: "sailing",
      lemma: "sail",
    });
    const plural = minister("b", "2030-03-15", `Regular sailings ${line}.`, {
      trigger: "sailings",
      lemma: "sail",
    });
    const tokens = plural.tokens.map((each) => (each.text === "sailings" ? { ...each, xpos: "NNS" } : each));
    expect(told(elsewhere, sailing, { ...plural, tokens })).toEqual([["a"], ["b"]]);
  });

  it("is spoken of while it lies ahead, weeks after it was announced", () => {
    const early = minister("a", "2030-01-16", "Mira Olsen will visit Port Hale in March.", {
      agent: "Mira Olsen",
      place: "Port Hale",
      status: "scheduled",
      time: "2030-03",
    });
    const spoken = (day: string) =>
      minister("b", day, "The visit of Mira Olsen remained in the calendar.", {
        agent: "Mira Olsen",
        rule: "event-noun/presupposed",
      });
    expect(told(elsewhere, early, spoken("2030-02-08"))).toEqual([["a", "b"]]);
    expect(told(elsewhere, early, spoken("2030-09-08"))).toHaveLength(2);
  });
});
