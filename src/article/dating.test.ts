import { describe, expect, it } from "vitest";
import { type DateEvidence, dateReport } from "./dating.ts";
import type { StatedDate } from "./draft.ts";
import type { Stamp } from "./stamp.ts";

const at = (text: string, basis: StatedDate["basis"] = "metadata"): StatedDate => {
  const [, day = "", clock, offset] = /^([\d-]{10})(?:T([\d:]+)(Z|[+-][\d:]+)?)?$/.exec(text) ?? [];
  const stamp: Stamp = { day, ...(clock ? { clock } : {}), ...(offset ? { offset } : {}) };
  return { stamp, source: basis, basis };
};

function dated(evidence: Partial<DateEvidence>) {
  return dateReport({ published: [], updated: [], past: null, ...evidence });
}

describe("publication", () => {
  it("is what the page tells machines, then its address, then what readers see", () => {
    const published = [at("2024-03-11"), at("2024-03-13", "text")];
    const url = "https://courier.example/2024/03/12/ferries";
    expect(dated({ published, url }).published).toMatchObject({ value: "2024-03-11", basis: "metadata" });
    expect(dated({ published: published.slice(1), url }).published).toMatchObject({
      value: "2024-03-12",
      basis: "url",
    });
    expect(dated({ published: published.slice(1) }).published).toMatchObject({
      value: "2024-03-13",
      basis: "text",
    });
    expect(dated({}).published).toEqual({ value: null, basis: "unknown" });
  });

  it("has the day of the outlet's own clock where the stamp is in Universal Time", () => {
    const published = [at("2024-03-12T02:30Z"), at("2024-03-11", "text")];
    expect(dated({ published }).published).toMatchObject({ value: "2024-03-11", time: "2024-03-12T02:30Z" });
    const tokyo = [at("2024-03-11T23:30Z"), at("2024-03-12T08:30+09:00", "text")];
    expect(dated({ published: tokyo }).published.value).toBe("2024-03-12");
    const far = [at("2024-03-12T23:30Z"), at("2024-03-11", "text")];
    expect(dated({ published: far }).published.value).toBe("2024-03-12");
    const own = [at("2024-03-12T02:30+01:00"), at("2024-03-11", "text")];
    expect(dated({ published: own }).published.value).toBe("2024-03-12");
  });

  it("takes the time of day from where it is stated", () => {
    const published = [
      at("2024-03-12"),
      at("2024-03-12T08:30", "text"),
      at("2024-03-12T08:30+09:00", "text"),
    ];
    expect(dated({ published }).published.time).toBe("2024-03-12T08:30+09:00");
  });

  it("is not of the day on which an old report was moved", () => {
    const published = [at("2021-06-01T10:00Z"), at("2016-08-30", "text")];
    const { published: found, rejected } = dated({
      published,
      url: "https://courier.example/2016/08/30/visit",
    });
    expect(found).toMatchObject({ value: "2016-08-30", basis: "url" });
    expect(rejected).toMatchObject([{ value: "2021-06-01T10:00Z" }]);
  });
});

describe("what cannot be", () => {
  it("is later than the page was fetched", () => {
    const evidence = {
      published: [at("2031-01-01"), at("2024-03-12", "text")],
      fetched: "2024-03-12T23:00:00Z",
    };
    expect(dated(evidence).published.value).toBe("2024-03-12");
    expect(dated(evidence).rejected).toEqual([
      {
        value: "2031-01-01",
        source: "metadata",
        reason: "later than the page was fetched (2024-03-12T23:00:00Z)",
      },
    ]);
    expect(dated({ published: [at("2024-03-13")], fetched: "2024-03-12T23:00:00Z" }).published.value).toBe(
      "2024-03-13",
    );
  });

  it("is before what the text tells of as past, unless it was added later", () => {
    const published = [at("2016-08-30")];
    expect(dated({ published, past: "2024-03-12" }).published).toEqual({ value: null, basis: "unknown" });
    expect(dated({ published, past: "2016-08-31" }).published.value).toBe("2016-08-30");
    expect(dated({ published, past: "2024-03-12", updated: [at("2024-03-13")] }).published.value).toBe(
      "2016-08-30",
    );
  });

  it("is the first day of computers' clocks", () => {
    expect(dated({ published: [at("1970-01-01T00:00Z")] }).published.value).toBeNull();
  });
});

describe("the last change", () => {
  const published = [at("2024-03-12T10:00Z")];
  it.each([
    ["2024-03-12T11:30Z", "2024-03-12"],
    ["2024-03-14", "2024-03-14"],
    ["2024-03-12T10:00Z", undefined],
    ["2024-03-11", undefined],
  ])("%s", (text, value) => {
    expect(dated({ published, updated: [at(text)] }).updated?.value).toBe(value);
  });
});
