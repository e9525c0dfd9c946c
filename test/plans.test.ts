import { beforeAll, describe, expect, it } from "vitest";
import { type Chronicle, openChronicle } from "../src/index.ts";

const REPORTS = [
  {
    published: "2024-05-02",
    title: "Kolka prepares for its regatta",
    text: "The Kolka regatta will be held on 9 May, the sailing club said on Thursday. Some 40 boats from Latvia and Estonia have entered.\n\nThe council will hold a vote on the harbour plan on 10 May, mayor Anna Ozola said.",
  },
  {
    published: "2024-05-08",
    title: "Storm moves Kolka regatta to Saturday",
    text: "The Kolka regatta has been moved to Saturday because of a storm, the sailing club said on Wednesday. The race between Latvian and Estonian boats had been planned for Thursday.\n\nThe vote on the harbour plan was put off until 17 May, mayor Anna Ozola said.",
  },
  {
    published: "2024-05-12",
    title: "Estonian boat wins Kolka regatta",
    text: "The Estonian boat Lind won the Kolka regatta on Saturday in a light wind. Forty boats sailed. The regatta had been moved from Thursday because of a storm.",
  },
];

let chronicle: Chronicle;

beforeAll(async () => {
  chronicle = await openChronicle(":memory:");
  chronicle.add(
    REPORTS.map(({ published, title, text }, i) => ({
      name: `${i}.txt`,
      given: { published, title, outlet: `Paper ${i}` },
      bytes: new TextEncoder().encode(`${title}\n\n${text}`),
    })),
  );
});

/** The days of each plan that is told in such words. */
const plansOf = (words: RegExp) => {
  const { events } = chronicle.links();
  const plans = events.filter(({ status, headline }) => status === "scheduled" && words.test(headline));
  return plans.map(({ history }) => history.map(({ time }) => time));
};

describe("what was moved to another day, whoever moved it", () => {
  it.each([
    ["a vote put off until a day", /vote on the harbour plan/, ["2024-05-10", "2024-05-17"]],
    ["a race moved to a day", /Kolka regatta/, ["2024-05-09", "2024-05-11"]],
  ])("%s is one plan with two days", (_name, words, days) => {
    expect(plansOf(words)).toEqual([days]);
  });

  it("is not told to have happened on its old day", () => {
    const done = chronicle.links().events.filter(({ status }) => status === "happened");
    expect(done.filter(({ time }) => time.begin === "2024-05-09")).toEqual([]);
  });
});
