import { describe, expect, it } from "vitest";
import type { Analysis } from "../model/layers.ts";
import { type EventPlan, report } from "./analysis.test-data.ts";
import { mentionsOf } from "./event.test-data.ts";
import { likelihood } from "./likelihood.ts";
import type { Profile } from "./profile.ts";
import { surroundingsOf } from "./surroundings.ts";

const MATTER = "Ferries between Brenna and Port Hale have stopped for repairs.";

/** One report of a matter, its own sentence first. */
const told = (id: string, day: string, text: string, ...events: readonly EventPlan[]) =>
  report({
    id,
    day,
    text: `${text}\n\n${MATTER}`,
    sentences: true,
    names: text.includes("Mira Olsen") ? { "Mira Olsen": "person" } : {},
    events,
  });

/** A report of another matter: of what, nobody knows. */
const other = (i: number) =>
  report({
    id: `z${i}`,
    day: "2031-05-02",
    text: `Judges ${"abcdefghij"[i % 10]?.repeat(4 + (i % 7))} sailed.`,
    events: [{ trigger: "sailed", lemma: "sail" }],
  });

/** How likely it is that the first event of the first report is the last one of the last; among so many other reports. */
function likely(reports: readonly Analysis[], others = 0): number | null {
  const more = Array.from({ length: others }, (_, i) => other(i));
  const all = [...reports, ...more];
  const mentions = mentionsOf(...all);
  const own = mentions.filter(({ analysis }) => reports.includes(analysis));
  const surroundings = surroundingsOf(mentions);
  const [a, b] = [own[0], own.at(-1)].map((each) => each && surroundings.profiles.get(each));
  return likelihood(a as Profile, b as Profile, surroundings);
}

const taking = (id: string, what: string) =>
  told(id, "2031-05-02", `Crews took ${what}.`, {
    trigger: "took",
    lemma: "take",
    clause: `took ${what}`,
  });

describe("a verb that tells anything", () => {
  it("tells one event by what it is done to", () => {
    expect(likely([taking("a", "timber ashore"), taking("b", "timber to Brenna")])).toBeGreaterThan(0.3);
  });

  it("tells two where that is something else", () => {
    expect(likely([taking("a", "timber ashore"), taking("b", "soup to kitchens")])).toBe(0);
  });
});

it("among hundreds of reports, it takes more than a word to tell which event is meant", () => {
  const sailing = (id: string, who: string) =>
    told(id, "2031-05-02", `${who} sailed.`, { trigger: "sailed", lemma: "sail" });
  const pair = [sailing("a", "Pilgrims"), sailing("b", "Dredgers")];
  expect(likely(pair, 20)).toBeGreaterThan(0.5);
  expect(likely(pair, 200)).toBeLessThan(0.3);
});

describe("what is told twice in one sentence", () => {
  it("is two things", () => {
    const pair = told(
      "a",
      "2031-05-02",
      "Engineers inspected the hull and examined the hull.",
      { trigger: "inspected", lemma: "inspect", senses: ["inspect"] },
      { trigger: "examined", lemma: "examine", senses: ["inspect"] },
    );
    expect(likely([pair])).toBe(0);
  });
});

describe("a death", () => {
  const DIE: EventPlan = { trigger: "died", lemma: "die", agent: "Mira Olsen" };
  const late = (time?: string) => ({ ...DIE, ...(time === undefined ? {} : { time }) });
  const of = (id: string, day: string, plan: EventPlan) => told(id, day, "Mira Olsen died.", plan);

  it("is one however long after it is told", () => {
    expect(likely([of("a", "2031-05-02", late("2031-05-01")), of("b", "2034-05-02", late())])).toBe(1);
  });

  it("is one by the bare surname, and two by other names", () => {
    const olsen = (id: string, name: string) =>
      report({
        ...{ id, day: "2031-05-02", text: `${name} died.\n\n${MATTER}`, sentences: true },
        names: { [name]: "person" },
        events: [{ ...DIE, agent: name }],
      });
    expect(likely([olsen("a", "Mira Olsen"), olsen("b", "Olsen")])).toBe(1);
    expect(likely([olsen("a", "Mira Olsen"), olsen("b", "Jan Olsen")])).not.toBe(1);
  });

  it("is none on two days", () => {
    const days = [of("a", "2031-05-02", late("2031-05-01")), of("b", "2031-05-09", late("2031-05-08"))];
    expect(likely(days)).toBe(Number.NEGATIVE_INFINITY);
  });

  it("is not known where it is denied", () => {
    const denied = of("b", "2034-05-02", { ...late(), status: "denied" });
    expect(likely([of("a", "2031-05-02", late("2031-05-01")), denied])).not.toBe(1);
  });
});
