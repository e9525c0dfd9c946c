import { describe, expect, it } from "vitest";
import { cited, entryAt, timelineOf } from "./entry.test-data.ts";
import { newestReport, pendingEvents } from "./pending.ts";

describe("what is announced, on 20 March 2030", () => {
  it.each([
    ["2030-03-19", "overdue"],
    ["2030-03-20", "open"],
    ["2030-03", "open"],
    ["2030-02", "overdue"],
    ["2030/..", "open"],
    ["../2030-03-01", "overdue"],
    [null, "undated"],
  ])("for %s is %s", (time, state) => {
    const timeline = timelineOf(entryAt("E1", time, { status: "scheduled" }));
    expect(pendingEvents([timeline], "2030-03-20").map((each) => each.state)).toEqual([state]);
  });

  it.each(["happened", "ongoing", "cancelled", "denied", "possible", "proposed"] as const)(
    "%s is not pending",
    (status) => {
      expect(pendingEvents([timelineOf(entryAt("E1", "2030-05", { status }))], "2030-03-20")).toEqual([]);
    },
  );

  it("is given with when it was announced and last heard of, overdue first", () => {
    const sources = [cited("Post", "2030-03-02"), cited("Herald", "2030-02-01"), cited("Echo", null)];
    const timeline = timelineOf(
      entryAt("E1", "2030-05", { status: "scheduled", sources }),
      entryAt("E2", "2030-03-01", { status: "scheduled" }),
    );
    expect(pendingEvents([timeline], "2030-03-20")).toMatchObject([
      { story: "s1", state: "overdue", announced: "2030-02-01", entry: { event: "E2" } },
      { state: "open", announced: "2030-02-01", lastHeard: "2030-03-02", entry: { event: "E1" } },
    ]);
  });

  it.each([
    ["acts there on that day", "2030-03-03", "P2", []],
    ["acts there on another day", "2030-03-04", "P2", ["E1"]],
    ["acts elsewhere", "2030-03-03", "P3", ["E1"]],
  ])("has been made, as a journey, when the traveller %s", (_name, day, where, pending) => {
    const olsen = { id: "P1", name: "Mira Olsen", role: "agent" };
    const at = (id: string) => ({ participants: [olsen], place: { id, name: id } });
    const journey = { status: "scheduled", codes: { kind: "journey" }, ...at("P2") } as const;
    const timeline = timelineOf(entryAt("E1", "2030-03-03", journey), entryAt("E2", day, at(where)));
    expect(pendingEvents([timeline], "2030-03-20").map(({ entry }) => entry.event)).toEqual(pending);
  });

  it("is shown with what is told of its day, where the two have something in common", () => {
    const timeline = timelineOf(
      entryAt("E1", "2030-03-03", { status: "scheduled", headline: "The court will rule on the ferry" }),
      entryAt("E2", "2030-03-03", { headline: "The labour court rejected the request" }),
      entryAt("E3", "2030-03-03", { headline: "Snow fell in Brenna" }),
      entryAt("E4", "2030-03-04", { headline: "The court closed" }),
    );
    const [pending] = pendingEvents([timeline], "2030-03-20");
    expect(pending?.toldOfDay).toEqual([{ event: "E2", headline: "The labour court rejected the request" }]);
  });

  it("is never overdue where no report has a day", () => {
    const timeline = timelineOf(entryAt("E1", "2030-03-01", { status: "scheduled" }));
    expect(pendingEvents([timeline], null)).toMatchObject([{ state: "open" }]);
  });
});

it("counts from the newest report of all stories", () => {
  expect(newestReport([timelineOf(), { ...timelineOf(), end: "2030-04-01" }])).toBe("2030-04-01");
  expect(newestReport([])).toBeNull();
});
