import { expect, it } from "vitest";
import * as chronicler from "./index.ts";

it("names what is public, and only that", () => {
  expect(Object.keys(chronicler).sort()).toEqual([
    "ChroniclerError",
    "ENDINGS",
    "addFromWeb",
    "analyze",
    "analyzeSource",
    "bytesInput",
    "citedSource",
    "dateInWords",
    "feedsInList",
    "findTimexes",
    "followFeeds",
    "isAside",
    "isVersionId",
    "joinResults",
    "mayHoldReport",
    "monthName",
    "newestVersions",
    "openChronicle",
    "openInput",
    "openWeb",
    "packageVersion",
    "pageId",
    "parse",
    "readOriginal",
    "weekdayName",
  ]);
});

it("analyzes a report", async () => {
  const analysis = await chronicler.analyze({
    id: "a1",
    title: "Berg leaves Riga",
    text: "President Anna Berg left Riga on Thursday.",
    published: "2019-05-04",
  });
  const { text } = analysis.article;
  expect(text).toBe("Berg leaves Riga\n\nPresident Anna Berg left Riga on Thursday.");
  expect(analysis.timexes).toMatchObject([{ text: "Thursday", value: "2019-05-02", anchor: "2019-05-04" }]);
  for (const { start, end, text: words } of analysis.timexes) expect(text.slice(start, end)).toBe(words);
});

it("says what is wrong with an input", async () => {
  await expect(chronicler.analyze({ text: " " })).rejects.toMatchObject({ code: "empty" });
  await expect(chronicler.analyze({})).rejects.toMatchObject({ code: "bad-json" });
  const late = chronicler.analyze({ text: "She left.", published: "soon" });
  await expect(late).rejects.toMatchObject({ name: "ChroniclerError", code: "bad-date" });
});

it("finds times at their places in the text as it is given", async () => {
  const text = "  She came in May 2019. ";
  const found = await chronicler.findTimexes(text, { published: "2019-06-01" });
  expect(found).toMatchObject([{ text: "May 2019", start: text.indexOf("May"), value: "2019-05" }]);
  await expect(chronicler.findTimexes(text, { published: "soon" })).rejects.toMatchObject({
    code: "bad-date",
  });
});

it("opens a chronicle", async () => {
  const chronicle = await chronicler.openChronicle(":memory:");
  const bytes = new TextEncoder().encode("Riga, 2 May 2019. The bridge was opened on 1 May 2019.");
  const { added } = chronicle.add([{ bytes, name: "bridge.txt", given: { outlet: "Riga Post" } }]);
  expect(chronicle.articles().map((each) => each.id)).toEqual(added);
  expect(chronicle.articles()[0]?.outlet).toBe("Riga Post");
  chronicle.close();
});
