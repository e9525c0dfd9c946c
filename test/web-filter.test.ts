import { describe, expect, test } from "vitest";
import type { TimelineEntry } from "../src/model/timeline.ts";
import { contentsOf } from "../src/web/contents.ts";
import { RequestError } from "../src/web/parts/page.ts";
import { pager, partOf } from "../src/web/parts/pager.ts";
import { filterEntries, filterOf, filterQuery } from "../src/web/timeline/filter.ts";
import { newsOf } from "../src/web/timeline/news.ts";
import { sinceOf, visitOf } from "../src/web/visit.ts";
import { sampleChronicle } from "./web-sample.ts";
import { ENTRIES } from "./web-sample-timeline.ts";

const CODES = new Map([
  ["E2", { kind: "journey", plover: "CONSULT" }],
  ["E3", { kind: "ceremony" }],
]);

function found(query: string, isFresh: (entry: TimelineEntry) => boolean = () => true): readonly string[] {
  const filter = filterOf(new URLSearchParams(query));
  return filterEntries(ENTRIES, filter, { codes: CODES, isFresh }).map(({ event }) => event);
}

describe("filter", () => {
  test.each([
    ["", ENTRIES.map(({ event }) => event)],
    ["status=denied&status=cancelled", ["E3", "E4"]],
    ["words=TAMM+treaty", ["E2"]],
    ["status=happened&words=turku", []],
    ["words=baltic", ["B1", "E0", "E2"]],
    ["who=P2", ["E2"]],
    ["place=P4", ["E3"]],
    ["kind=journey", ["E2"]],
    ["kind=CONSULT", ["E2"]],
    ["outlet=Baltic+Review", ["B1", "E0", "E2"]],
    ["from=2016-12-16&to=2016-12-16", ["E0", "E7", "E3", "E4"]],
    ["from=2017", []],
    ["to=1975", ["B1"]],
    ["from=1979-12&to=1979-12", ["B1"]],
  ])("%s", (query, events) => expect(found(query)).toEqual(events));

  test("the weightiest stay in the order of time", () => {
    const weighty = [...ENTRIES].sort((a, b) => a.rank - b.rank).slice(0, 2);
    const expected = ENTRIES.filter((entry) => weighty.includes(entry)).map(({ event }) => event);
    expect(found("top=2")).toEqual(expected);
  });

  test("only what is new", () => expect(found("fresh=1", ({ event }) => event === "E4")).toEqual(["E4"]));

  test.each(["from=2016-13", "to=yesterday", "asof=2016", "top=many", "status=perhaps", "from=2016-12-32"])(
    "%s is refused",
    (query) => expect(() => filterOf(new URLSearchParams(query))).toThrow(RequestError),
  );

  test("goes into an address and comes back", () => {
    const query = "words=a+b&who=P1&from=2016&asof=2016-12-13&status=denied&top=10&fresh=1";
    const filter = filterOf(new URLSearchParams(query));
    expect(filterOf(filterQuery(filter))).toEqual(filter);
    expect([...filterQuery(filterOf(new URLSearchParams()))]).toEqual([]);
  });
});

describe("parts of a long list", () => {
  const list = Array.from({ length: 25 }, (_, index) => index);
  const part = (query: string) =>
    partOf(list, new URLSearchParams(query), { size: 10, isWanted: (each) => each === 13 });

  test.each([
    ["", 1, 0],
    ["page=2", 2, 10],
    ["page=3", 3, 20],
    ["page=99", 3, 20],
    ["at=x", 2, 10],
  ])("%s is part %i", (query, number, first) => {
    expect(part(query)).toMatchObject({ number, parts: 3 });
    expect(part(query).shown[0]).toBe(first);
  });

  test.each(["page=0", "page=x", "page=-1"])("%s is refused", (query) =>
    expect(() => part(query)).toThrow(RequestError),
  );

  test("lead to one another", () => {
    const markup = String(pager(part("page=2"), "/list?a=b", "things"));
    expect(markup).toContain('rel="prev" href="/list?a=b&amp;page=1"');
    expect(markup).toContain('rel="next" href="/list?a=b&amp;page=3"');
    expect(markup).toContain("11–20 of 25");
  });
});

describe("what is new", () => {
  const MINUTE = 60_000;
  const start = Date.parse("2026-05-03T10:00:00Z");

  test("a visit begins after half an hour without a page", () => {
    const first = visitOf(undefined, start);
    expect(first).toEqual({ since: null, mark: "~2026-05-03T10:00:00Z" });
    const soon = visitOf(first.mark ?? "", start + 5 * MINUTE);
    expect(soon).toEqual({ since: null, mark: "~2026-05-03T10:05:00Z" });
    const later = visitOf(soon.mark ?? "", start + 65 * MINUTE);
    expect(later).toEqual({
      since: "2026-05-03T10:05:00Z",
      mark: "2026-05-03T10:05:00Z~2026-05-03T11:05:00Z",
    });
    expect(visitOf(later.mark ?? "", start + 65.5 * MINUTE)).toEqual({ since: later.since, mark: null });
  });

  test.each(["x", "~", "2026~2026", "a~2026-05-03T10:00:00Z; Path=/", "~9999-99-99"])(
    "a mark %j that is none is taken for the first visit",
    (mark) => expect(visitOf(mark, start).since).toBeNull(),
  );

  test("an address can say since when", () => {
    expect(sinceOf(new URLSearchParams("since=2026-05-01"), "2026-05-03")).toBe("2026-05-01");
    expect(sinceOf(new URLSearchParams(), "2026-05-03")).toBe("2026-05-03");
    expect(() => sinceOf(new URLSearchParams("since=soon"), null)).toThrow(RequestError);
  });

  test("an entry is new, or has new reports", () => {
    const arrivals = new Map([
      ["a1", "2026-05-01T00:00:00Z"],
      ["a2", "2026-05-01T00:00:00Z"],
      ["a3", "2026-05-04T00:00:00Z"],
      ["a4", "2026-05-04T00:00:00Z"],
    ]);
    const contents = contentsOf(sampleChronicle({ arrivals: () => arrivals }));
    const kinds = ENTRIES.map((entry) => newsOf(entry, contents, "2026-05-02T00:00:00Z"));
    expect(kinds).toEqual(["more", "more", null, "new", "more", "new", "new", null]);
    expect(newsOf(ENTRIES[0] as TimelineEntry, contents, null)).toBeNull();
  });
});
