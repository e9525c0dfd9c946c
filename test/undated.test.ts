import { describe, expect, it } from "vitest";
import { type Chronicle, type Given, openChronicle, type Source } from "../src/index.ts";

const TEXT = `Berg to visit Riga: ministry

President Anna Berg of Estonia will visit Riga on Thursday, the foreign ministry said on Monday. The visit was agreed on 12 March 2019 by both ministries after long talks.

"The visit will last for two days," spokesman Karl Tamm told reporters in Tallinn. He said that the president would open the new bridge over the river and meet her colleague there.`;

const source = (text: string, given: Given = {}): Source => ({
  name: "report.txt",
  given,
  bytes: new TextEncoder().encode(text),
});

const UNDATED = source(TEXT);
const COPY = source(TEXT.replace("after long talks", "after some talks"), {
  published: "2019-04-01",
  outlet: "Gazette",
});

async function chronicleOf(...sources: readonly Source[]): Promise<Chronicle> {
  const chronicle = await openChronicle(":memory:");
  for (const each of sources) chronicle.add([each]);
  return chronicle;
}

const visit = (chronicle: Chronicle) =>
  chronicle.links().events.find((event) => event.status === "scheduled")?.time.edtf;
const published = (chronicle: Chronicle) => chronicle.articles().map((article) => article.published);

describe("an undated report", () => {
  it("keeps its Thursday open, within bounds of its own", async () => {
    const chronicle = await chronicleOf(UNDATED);
    expect(published(chronicle)).toEqual([{ value: null, basis: "unknown", bounds: "2019-03-12/.." }]);
    expect(visit(chronicle) ?? null).toBeNull();
  });

  it("is dated by a person", async () => {
    const chronicle = await chronicleOf(UNDATED, { ...UNDATED, given: { published: "2019-04-01" } });
    expect(published(chronicle)).toEqual([{ value: "2019-04-01", basis: "given" }]);
    expect(visit(chronicle)).toBe("2019-04-04");
  });

  it("is dated by a copy, whichever comes first, and after everything is made anew", async () => {
    const chronicle = await chronicleOf(UNDATED, COPY);
    const other = await chronicleOf(COPY, UNDATED);
    expect(published(chronicle)).toContainEqual({
      value: "2019-04-01",
      basis: "copy",
      source: chronicle.articles().find((article) => article.outlet === "Gazette")?.id,
    });
    expect(visit(chronicle)).toBe("2019-04-04");
    const whole = JSON.stringify(chronicle.export());
    expect(JSON.stringify(other.export())).toBe(whole);
    chronicle.rebuild();
    expect(JSON.stringify(chronicle.export())).toBe(whole);
  });

  it("gives up the day of a copy that turns out to be of another", async () => {
    const chronicle = await chronicleOf(UNDATED, COPY, { ...COPY, given: { published: "2019-04-08" } });
    expect(published(chronicle).map(({ value }) => value)).toEqual(["2019-04-08", "2019-04-08"]);
    expect(visit(chronicle)).toBe("2019-04-11");
  });

  it("comes to the same when sources are added as a stream", async () => {
    const chronicle = await openChronicle(":memory:");
    async function* found() {
      for (const each of [UNDATED, COPY]) yield { source: each };
      yield { failure: { name: "x", code: "empty", message: "x is empty." } };
    }
    const names: string[] = [];
    const result = await chronicle.addAll(found(), { progress: (name) => names.push(name) });
    expect(result).toMatchObject({ unchanged: 0, failures: [{ name: "x" }] });
    expect(result.added).toHaveLength(2);
    expect(names).toEqual(["report.txt", "report.txt", ""]);
    expect(JSON.stringify(chronicle.export())).toBe(
      JSON.stringify((await chronicleOf(COPY, UNDATED)).export()),
    );
  });
});
