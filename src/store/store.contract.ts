import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Article } from "../model/article.ts";
import type { Layers } from "../model/layers.ts";
import type { Links } from "../model/link.ts";
import type { Source } from "../model/source.ts";
import type { Store } from "./store.ts";

export const NO_LAYERS: Layers = {
  sentences: [],
  tokens: [],
  names: [],
  timexes: [],
  entities: [],
  quotations: [],
  events: [],
  quantities: [],
};

export const NO_LINKS: Links = {
  origins: [],
  stories: [],
  entities: [],
  events: [],
  quotations: [],
  quantities: [],
};

export function article(id: string, text: string, published: string | null = null): Article {
  const basis = published === null ? "unknown" : "given";
  return {
    id,
    title: `Title of ${id}`,
    authors: [],
    published: { value: published, basis },
    language: "en",
    text,
    blocks: [],
    dropped: [],
  };
}

export function source(text: string, given: Source["given"] = {}): Source {
  return { bytes: new TextEncoder().encode(text), name: `${text}.txt`, given };
}

/** Puts one article in, as the chronicle does. */
export function put(store: Store, text: string, made: Article): void {
  store.transaction(() => {
    store.derived.setReports(store.facts.add(source(text)), [{ article: made }]);
    for (const each of store.derived.unanalyzed()) store.derived.setLayers(each.report, NO_LAYERS);
    store.derived.setLinks(NO_LINKS, []);
  });
}

/** What every store must do, wherever it keeps things. */
export function storeContract(name: string, open: () => Store): void {
  describe(`a store ${name}`, () => {
    let store: Store;
    beforeEach(() => {
      store = open();
    });
    afterEach(() => store.close());
    facts(() => store);
    derived(() => store);
    versions(() => store);
    search(() => store);
  });
}

function facts(store: () => Store): void {
  it("keeps bytes as they came", () => {
    const bytes = Uint8Array.from({ length: 1000 }, (_, index) => index % 256);
    const kept = store().facts.add({ bytes, name: "a.bin", given: {} });
    expect([...store().facts.bytes(kept.id)]).toEqual([...bytes]);
    expect(kept).toMatchObject({ name: "a.bin", size: 1000, given: {}, revision: 0 });
    expect(store().facts.find(bytes)).toEqual(kept);
    expect(store().facts.find(new Uint8Array([1]))).toBeNull();
  });

  it("keeps all that was given, the later value first", () => {
    const { id, revision } = store().facts.add(source("one", { outlet: "A", published: "2016-08" }));
    store().facts.give(id, { published: "2016-08-30" });
    const kept = store().facts.get(id);
    expect(kept?.given).toEqual({ outlet: "A", published: "2016-08-30" });
    expect(kept?.revision).toBeGreaterThan(revision);
    expect(store().facts.all()).toEqual([kept]);
  });

  it("keeps records beside the sources, once each", () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    const page = { ...source("page"), fetched: { payload: "ab12", records: [bytes("request")] } };
    const kept = store().facts.add(page);
    expect(store().facts.findPayload("ab12")).toEqual(kept);
    expect(store().facts.findPayload("cd34")).toBeNull();
    store().facts.addRecords([bytes("revisit"), bytes("request")], kept.id);
    store().facts.addRecords([bytes("feed")], null);
    const texts = (id: number | null) =>
      [...store().facts.records(id)].map((each) => Buffer.from(each).toString());
    expect(texts(kept.id)).toEqual(["request", "revisit"]);
    expect(texts(null)).toEqual(["feed"]);
  });

  it("remembers visits and entries", () => {
    const { visits } = store();
    expect(visits.visit("u")).toBeNull();
    visits.setVisit("u", { checked: "2026-05-03T10:00:00Z" });
    visits.setVisit("u", { checked: "2026-05-04T10:00:00Z", etag: "x" });
    expect(visits.visit("u")).toEqual({ checked: "2026-05-04T10:00:00Z", etag: "x" });
    visits.setEntry("u", "1", { mark: "m" });
    visits.setEntry("u", "1", { mark: "n", due: "2026-05-05T10:00:00Z", failures: 1 });
    expect([...visits.entries("u")]).toEqual([
      ["1", { mark: "n", due: "2026-05-05T10:00:00Z", failures: 1 }],
    ]);
    expect(visits.entries("v").size).toBe(0);
  });

  it("does all of a transaction or nothing", () => {
    const work = (): void => {
      store().facts.add(source("one"));
      throw new Error("stop");
    };
    expect(() => store().transaction(work)).toThrow("stop");
    expect(store().facts.all()).toEqual([]);
  });
}

function derived(store: () => Store): void {
  it("knows which sources are to be read, and again when more is given", () => {
    const kept = store().facts.add(source("one"));
    expect(store().derived.unread()).toEqual([kept]);
    store().derived.setReports(kept, [{ failure: { code: "empty", message: "nothing" } }]);
    expect(store().derived.unread()).toEqual([]);
    store().facts.give(kept.id, { outlet: "A" });
    expect(store().derived.unread()).toHaveLength(1);
    store().derived.clear();
    expect(store().derived.unread()).toHaveLength(1);
  });

  it("gives articles by day, then id, undated ones last", () => {
    put(store(), "one", article("b", "text", "2016-08-30"));
    put(store(), "two", article("c", "text"));
    put(store(), "three", article("a", "text", "2016-08-30"));
    put(store(), "four", article("z", "text", "2016-08"));
    expect(
      store()
        .derived.articles()
        .map((each) => each.id),
    ).toEqual(["z", "a", "b", "c"]);
    expect(store().derived.analyses()[1]).toEqual({
      article: article("a", "text", "2016-08-30"),
      ...NO_LAYERS,
    });
    expect(store().derived.analysis("nobody")).toBeNull();
  });

  it("shows the first of several articles with one id", () => {
    put(store(), "one", article("a", "first"));
    put(store(), "two", article("a", "second"));
    expect(store().derived.articles()).toEqual([article("a", "first")]);
    expect(store().derived.sourceOf("a")).toBe(1);
    const first = store().facts.get(1);
    if (first) store().derived.setReports(first, []);
    expect(
      store()
        .derived.unanalyzed()
        .map((each) => each.article.text),
    ).toEqual(["second"]);
  });

  it("keeps links and timelines in their order", () => {
    const links: Links = {
      ...NO_LINKS,
      origins: [
        { id: "o2", articles: ["a"], basis: "single" },
        { id: "o1", articles: ["b"], basis: "single" },
      ],
    };
    const timeline = { story: "s1", title: "One", begin: null, end: null, reports: 1, total: 0, entries: [] };
    store().derived.setLinks(links, [timeline]);
    expect(store().derived.links()).toEqual(links);
    expect(store().derived.timelines()).toEqual([timeline]);
    expect(store().derived.linked("o1")).toEqual({ kind: "origins", value: links.origins[1] });
    expect(store().derived.linked("o9")).toBeNull();
    store().derived.setLinks(NO_LINKS, []);
    expect(store().derived.links()).toEqual(NO_LINKS);
  });

  it("remembers the version of the rules", () => {
    expect(store().derived.rules()).toBeNull();
    store().derived.setRules("1");
    store().derived.setRules("2");
    expect(store().derived.rules()).toBe("2");
  });
}

function versions(store: () => Store): void {
  it("shows a page that was fetched again and has changed as another version", () => {
    const fetched = (text: string, day: string): Article => ({ ...article("a", text), fetched: day });
    put(store(), "one", fetched("first", "2019-05-02"));
    put(store(), "two", fetched("first", "2019-05-03"));
    put(store(), "three", fetched("second", "2019-05-04"));
    put(store(), "four", article("a", "given by hand"));
    put(store(), "five", fetched("first", "2019-05-05"));
    const shown = store().derived.articles();
    expect(shown.map(({ id, text, version }) => [id, text, version])).toEqual([
      ["a", "first", undefined],
      ["a@2", "second", { of: "a", number: 2 }],
      ["a@3", "first", { of: "a", number: 3 }],
    ]);
    expect([1, 2, 3, 4, 5].map((id) => store().derived.articlesOf(id))).toEqual([
      ["a"],
      ["a"],
      ["a@2"],
      ["a"],
      ["a@3"],
    ]);
    expect(store().derived.analysis("a@2")?.article.text).toBe("second");
    expect(store().derived.newest("a")?.source).toBe(5);
    expect(store().derived.sourceOf("a@2")).toBe(3);
  });
}

function search(store: () => Store): void {
  const ids = (words: string): readonly string[] =>
    store()
      .derived.search(words, 10)
      .map((hit) => hit.article);

  it("finds words, phrases and beginnings, whatever signs are typed", () => {
    put(store(), "one", article("a", "The bridge at Čapek Street was opened.", "2019-05-02"));
    put(store(), "two", article("b", "The street was closed; no bridge was opened.", "2019-05-03"));
    expect([...ids("bridge")].sort()).toEqual(["a", "b"]);
    expect(ids("capek")).toEqual(["a"]);
    expect(ids('"bridge was"')).toEqual(["b"]);
    expect(ids("clos*")).toEqual(["b"]);
    expect(ids('street" AND (NOT')).toEqual([]);
    expect(ids('- * "')).toEqual([]);
    expect(ids("")).toEqual([]);
  });

  it("marks what was found, and says where it stands", () => {
    put(store(), "one", article("a", "The bridge was opened.", "2019-05-02"));
    expect(store().derived.search("opened", 10)).toEqual([
      {
        article: "a",
        title: "Title of a",
        outlet: null,
        published: "2019-05-02",
        snippet: "The bridge was \u0002opened\u0003.",
      },
    ]);
  });

  it("forgets the words of a text that is no longer there", () => {
    put(store(), "one", article("a", "The bridge was opened."));
    const kept = store().facts.get(1);
    if (kept) store().derived.setReports(kept, []);
    store().derived.setLinks(NO_LINKS, []);
    expect(ids("bridge")).toEqual([]);
  });
}
