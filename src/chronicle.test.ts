import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { chronicleOf } from "./chronicle.ts";
import type { Article } from "./model/article.ts";
import type { Chronicle } from "./model/chronicle.ts";
import { ChroniclerError } from "./model/error.ts";
import type { Analysis } from "./model/layers.ts";
import type { LinkedEvent, Links } from "./model/link.ts";
import type { Source } from "./model/source.ts";
import type { Timeline } from "./model/timeline.ts";
import type { Stages } from "./store/derive.ts";
import { article, NO_LAYERS, NO_LINKS, source } from "./store/store.contract.ts";

/** Reads "id: text" out of each line; a line without an id is a bad report, "boom" breaks its analysis. */
function read({ bytes, name, given }: Source): ReturnType<Stages["read"]> {
  const lines = new TextDecoder().decode(bytes).split("\n");
  return lines.map((line) => {
    const [id, text] = line.split(": ");
    if (!id || text === undefined)
      return { failure: { code: "empty", message: `${name}: nothing in it` }, name };
    const made = article(id, text, given.published ?? null);
    return { article: given.outlet === undefined ? made : { ...made, outlet: given.outlet } };
  });
}

function analyze(each: Article): Analysis {
  if (each.text === "boom") throw new TypeError("boom");
  const trigger = { start: 0, end: each.text.length, text: each.text };
  const event = {
    id: "v1",
    trigger,
    lemma: each.text,
    clause: trigger,
    headline: each.text,
    participants: [],
    time: { edtf: each.published.value, basis: "inferred" as const },
    status: "happened" as const,
    codes: {},
    salience: 1,
    rule: "whole-text",
  };
  return { article: each, ...NO_LAYERS, events: [event] };
}

function toEvent({ article: each }: Analysis, index: number): LinkedEvent {
  const value = each.published.value;
  return {
    id: `E${index + 1}`,
    story: "s1",
    headline: each.text,
    time: { edtf: value, begin: value, end: value, precision: value ? "day" : "unknown" },
    status: "happened",
    participants: [],
    codes: {},
    history: [],
    disagreements: [],
    citations: [{ article: each.id, start: 0, end: 1, text: each.text.slice(0, 1), prefix: "", suffix: "" }],
    mentions: [{ article: each.id, id: "v1" }],
    reasons: ["It stands alone."],
    outlets: 1,
    origins: 1,
    salience: 1,
  };
}

function link(given: Iterable<Analysis>): Links {
  const analyses = [...given];
  const ids = analyses.map((each) => each.article.id);
  const events = analyses.map(toEvent);
  const story = {
    id: "s1",
    title: "All",
    articles: ids,
    events: events.map((each) => each.id),
    begin: null,
    end: null,
  };
  return {
    ...NO_LINKS,
    origins: ids.map((id, index) => ({ id: `o${index + 1}`, articles: [id], basis: "single" as const })),
    stories: ids.length > 0 ? [story] : [],
    events,
  };
}

function timelines(links: Links): readonly Timeline[] {
  return links.stories.map((story) => ({
    story: story.id,
    title: story.title,
    begin: null,
    end: null,
    reports: story.articles.length,
    total: 0,
    entries: [],
  }));
}

function stages(changes: Partial<Stages> = {}): Stages {
  return { rules: "1", read, analyze, link, timelines, ...changes };
}

function open(changes: Partial<Stages> = {}): Chronicle {
  return chronicleOf(":memory:", stages(changes));
}

const json = (chronicle: Chronicle): string => JSON.stringify(chronicle.export());

describe("adding", () => {
  it("adds articles, and the same ones only once", () => {
    const chronicle = open();
    const both = [source("a: one", { published: "2019-05-02" }), source("b: two")];
    expect(chronicle.add(both)).toEqual({ added: ["a", "b"], updated: [], unchanged: 0, failures: [] });
    const before = json(chronicle);
    expect(chronicle.add(both)).toEqual({ added: [], updated: [], unchanged: 2, failures: [] });
    expect(chronicle.add([source("a: one")])).toMatchObject({ added: [], unchanged: 1 });
    expect(json(chronicle)).toBe(before);
    expect(chronicle.articles()[0]).toMatchObject({ id: "a", origin: "o1", story: "s1" });
  });

  it("names of a report that stands in two stories its own first", () => {
    const [first, second] = [
      { id: "s1", beside: ["b"] },
      { id: "s2", articles: ["b"] },
    ];
    const both = (given: Iterable<Analysis>): Links => {
      const links = link(given);
      const [story] = links.stories;
      return story
        ? {
            ...links,
            stories: [
              { ...story, ...first },
              { ...story, ...second },
            ],
          }
        : links;
    };
    const chronicle = open({ link: both });
    chronicle.add([source("a: one"), source("b: two")]);
    const placed = chronicle.articles().map(({ id, story, stories }) => [id, story, stories]);
    expect(placed).toEqual([
      ["a", "s1", ["s1"]],
      ["b", "s2", ["s2", "s1"]],
    ]);
  });

  it("keeps what is given later, and makes the derived data anew", () => {
    const chronicle = open();
    chronicle.add([source("a: one", { published: "2019-05" })]);
    const later = chronicle.add([source("a: one", { published: "2019-05-02", outlet: "Gazette" })]);
    expect(later).toEqual({ added: [], updated: ["a"], unchanged: 0, failures: [] });
    expect(chronicle.export()).toMatchObject({
      articles: [{ outlet: "Gazette", published: { value: "2019-05-02" } }],
      events: [{ time: { edtf: "2019-05-02" } }],
    });
  });

  it("takes the same bytes twice in one call", () => {
    const chronicle = open();
    const twice = [source("a: one"), source("a: one", { outlet: "Gazette" })];
    expect(chronicle.add(twice)).toMatchObject({ added: ["a"], unchanged: 0 });
    expect(chronicle.articles()[0]?.outlet).toBe("Gazette");
  });

  it("keeps the first of two articles with one id", () => {
    const chronicle = open();
    chronicle.add([source("a: one")]);
    expect(chronicle.add([source("a: another\nb: two")])).toMatchObject({ added: ["b"], unchanged: 1 });
    expect(chronicle.analysis("a")?.article.text).toBe("one");
  });

  it("does not depend on the order of adding", () => {
    const all = ["a: one", "b: two", "c: three"].map((text, index) =>
      source(text, index === 1 ? { published: "2019-05-02" } : {}),
    );
    const forward = open();
    forward.add(all);
    const backward = open();
    for (const each of all.toReversed()) backward.add([each]);
    expect(json(backward)).toBe(json(forward));
  });
});

describe("bad reports", () => {
  it("loses none of the others", () => {
    const chronicle = open();
    const result = chronicle.add([
      source("nothing here"),
      source("a: one\nbad\nb: boom"),
      source("c: three"),
    ]);
    expect(result.added).toEqual(["a", "c"]);
    expect(result.failures.map((each) => [each.name, each.code])).toEqual([
      ["nothing here.txt", "empty"],
      ["a: one\nbad\nb: boom.txt", "empty"],
      ["a: one\nbad\nb: boom.txt", "unreadable"],
    ]);
    expect(chronicle.add([source("nothing here")]).failures).toHaveLength(1);
  });

  it("notices bytes that cannot be fetched", () => {
    const gone: Source = {
      name: "gone.txt",
      given: {},
      get bytes(): Uint8Array {
        throw new ChroniclerError("unreadable", "gone.txt cannot be read");
      },
    };
    const result = open().add([gone, source("a: one")]);
    expect(result).toMatchObject({ added: ["a"], failures: [{ name: "gone.txt", code: "unreadable" }] });
  });

  it("keeps nothing that makes a known report unreadable", () => {
    const strict = (each: Source): ReturnType<Stages["read"]> =>
      each.given.published === "soon" ? [{ failure: { code: "bad-date", message: "soon" } }] : read(each);
    const chronicle = open({ read: strict });
    chronicle.add([source("a: one")]);
    expect(chronicle.add([source("a: one", { published: "soon" })]).failures).toHaveLength(1);
    expect(chronicle.articles()).toHaveLength(1);
    chronicle.rebuild();
    expect(chronicle.articles()).toHaveLength(1);
  });
});

describe("what is kept", () => {
  it("gives the same bytes of export after a rebuild", () => {
    const chronicle = open();
    chronicle.add([source("a: one", { published: "2019-05-02" }), source("b: two\nb: other\nc: boom")]);
    chronicle.add([source("d: four"), source("a: one", { outlet: "Gazette" })]);
    const before = json(chronicle);
    const steps: number[] = [];
    chronicle.rebuild((done) => steps.push(done));
    expect(json(chronicle)).toBe(before);
    expect(steps.length).toBeGreaterThan(1);
  });

  it("is made anew when the rules are others", () => {
    const folder = mkdtempSync(join(tmpdir(), "chronicler-rules-"));
    const path = join(folder, "story.db");
    const first = chronicleOf(path, stages());
    first.add([source("a: one")]);
    first.close();
    const loud = (each: Article): Analysis => analyze({ ...each, text: each.text.toUpperCase() });
    const second = chronicleOf(path, stages({ rules: "2", analyze: loud }));
    expect(second.add([source("a: one")])).toMatchObject({ added: [], unchanged: 1 });
    expect(second.analysis("a")?.events[0]?.headline).toBe("ONE");
    second.close();
    const third = chronicleOf(path, null);
    expect(third.articles()).toHaveLength(1);
    expect(() => third.add([])).toThrow(/opened for reading only/);
    third.close();
    rmSync(folder, { recursive: true });
  });

  it("takes up what a program that broke off has left", () => {
    let isBroken = true;
    const fragile = (analyses: Iterable<Analysis>): Links => {
      if (isBroken) throw new TypeError("broken off");
      return link(analyses);
    };
    const chronicle = open({ link: fragile });
    expect(() => chronicle.add([source("a: one"), source("b: two")])).toThrow("broken off");
    expect(chronicle.articles()).toEqual([]);
    isBroken = false;
    expect(chronicle.add([source("a: one")])).toMatchObject({ added: ["a"], unchanged: 0 });
    expect(chronicle.articles().map((each) => each.id)).toEqual(["a", "b"]);
  });

  it("survives a rebuild by a broken program", () => {
    const broken = { now: false };
    const fragile = (each: Source): ReturnType<Stages["read"]> => {
      if (broken.now) throw new ChroniclerError("bad-table", "rules.tsv is missing");
      return read(each);
    };
    const chronicle = open({ read: fragile });
    chronicle.add([source("a: one")]);
    const before = json(chronicle);
    broken.now = true;
    expect(() => chronicle.rebuild()).toThrow("rules.tsv is missing");
    expect(() => chronicle.add([source("b: two")])).toThrow("rules.tsv is missing");
    expect(json(chronicle)).toBe(before);
  });

  it("gives originals, searches, and says what something is", () => {
    const chronicle = open();
    chronicle.add([source("a: the old bridge", { published: "2019-05-02" })]);
    const original = chronicle.original("a");
    expect(new TextDecoder().decode(original?.bytes)).toBe("a: the old bridge");
    expect(chronicle.original("b")).toBeNull();
    expect(chronicle.search("bridge").map((hit) => hit.article)).toEqual(["a"]);
    expect(chronicle.show("E1")?.kind).toBe("event");
    expect(chronicle.show("a")).toMatchObject({ kind: "article", value: { id: "a", origin: "o1" } });
    expect(chronicle.show("a:v1")).toMatchObject({ kind: "mention", value: { rule: "whole-text" } });
    expect(chronicle.show("a:v9")).toBeNull();
    expect(chronicle.show("nobody")).toBeNull();
  });

  it("explains an event from the source to the entry", () => {
    const chronicle = open();
    chronicle.add([source("a: the bridge opened", { published: "2019-05-02" })]);
    const steps = chronicle.explain("E1") ?? [];
    expect([...new Set(steps.map((step) => step.stage))]).toEqual([
      "source",
      "article",
      "mention",
      "link",
      "timeline",
    ]);
    expect(steps.map((step) => step.rule)).toContain("whole-text");
    expect(chronicle.explain("a")?.[1]?.rule).toBe("published: given");
    expect(chronicle.explain("a:v1")).not.toBeNull();
    expect(chronicle.explain("nobody")).toBeNull();
  });
});
