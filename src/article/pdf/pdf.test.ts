import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadArticleTables, readSource } from "../read.ts";
import { makePdf, type Printed } from "./pdf.test-data.ts";

const tables = loadArticleTables((path) => readFileSync(new URL(`../../../${path}`, import.meta.url)));

function read(bytes: Uint8Array) {
  const [report] = readSource({ bytes, name: "report.pdf", given: {} }, tables);
  if (!report?.ok) throw report?.error ?? new Error("no report");
  return report.article;
}

/** Lines below each other, the first at `top`. */
function column(texts: readonly string[], { top = 740, x = 72, leading = 14 } = {}): Printed[] {
  return texts.map((text, index) => ({ text, x, y: top - index * leading }));
}

const BODY = [
  "The ferries between the two islands sail again after a pause of three weeks, the port",
  "authority said on Tuesday. Nobody was hurt, and the time-table stays as it was until the",
  "end of the month. The ministry of trans-",
  "port had asked for the repair in spring, and the work was done by the yard of the port.",
];

describe("a PDF with words", () => {
  it("gives title and paragraphs, with lines and parted words joined", () => {
    const page = [
      { text: "Ferries sail again", y: 780, size: 22 },
      ...column(BODY),
      ...column(["A second paragraph stands further down, and tells of the harbour of Porto Alto."], {
        top: 660,
      }),
    ];
    const article = read(makePdf([page]));
    expect(article.title).toBe("Ferries sail again");
    expect(article.text.split("\n\n")).toEqual([
      "Ferries sail again",
      "The ferries between the two islands sail again after a pause of three weeks, the port authority said on Tuesday. Nobody was hurt, and the time-table stays as it was until the end of the month. The ministry of transport had asked for the repair in spring, and the work was done by the yard of the port.",
      "A second paragraph stands further down, and tells of the harbour of Porto Alto.",
    ]);
  });

  it("begins a paragraph where a line is set in after a sentence has ended", () => {
    const lines = column([
      "The ferries between the two islands sail again after a pause of three weeks today.",
      "Nobody was hurt when the old ferry struck the quay of the harbour in the night of it.",
    ]);
    const page = lines.map((line, index) => (index === 1 ? { ...line, x: 90 } : line));
    expect(read(makePdf([page])).blocks).toHaveLength(2);
  });

  it("drops what the pages repeat at head and foot, and joins a paragraph over the page's end", () => {
    const page = (number: number, texts: readonly string[]): Printed[] => [
      { text: "The Harbour Review", y: 810 },
      ...column(texts),
      { text: `Page ${number} of 3`, y: 30 },
    ];
    const article = read(
      makePdf([
        page(1, [
          "The ferries between the islands sail again, and the port authority said on Tuesday that it",
        ]),
        page(2, ["would keep to the old table. A third ferry has been ordered from the yard in the south."]),
        page(3, ["Nobody was hurt when the old one struck the quay of the harbour in the night of Monday."]),
      ]),
    );
    expect(article.text).toContain("said on Tuesday that it would keep to the old table.");
    expect(article.text).not.toMatch(/Harbour Review|Page/);
    expect(article.dropped.map(({ reason }) => reason)).toEqual(Array(6).fill("page-furniture"));
  });

  it("keeps lines apart that were broken on purpose, though no gap is between them", () => {
    const page = column([
      "By Ana Novak",
      "RIGA - The ferries between the two islands sail again after a pause of three weeks today",
      "as the port authority said.",
      "Advertisement",
      "The quarrel about the quay has kept the two sides apart since the autumn of last year.",
    ]);
    expect(read(makePdf([page])).text.split("\n\n")).toEqual([
      "RIGA - The ferries between the two islands sail again after a pause of three weeks today as the port authority said.",
      "The quarrel about the quay has kept the two sides apart since the autumn of last year.",
    ]);
  });

  it("takes the address that a browser prints below the page", () => {
    const around = [
      { text: "11/21/26, 11:18 PM", y: 820 },
      { text: "https://courier.example/ferries", y: 20 },
    ];
    const article = read(makePdf([[...column(BODY), ...around]]));
    expect(article).toMatchObject({ url: "https://courier.example/ferries", outlet: "courier.example" });
    expect(article.text).not.toMatch(/11:18/);
  });

  it("reads two columns one after the other", () => {
    const left = column([
      "The ferries between the two islands",
      "sail again after three weeks, the",
      "port said on Tuesday.",
    ]);
    const right = column(
      ["Nobody was hurt when the old one", "struck the quay of the harbour", "in the night of Monday."],
      { x: 320 },
    );
    expect(read(makePdf([[...left, ...right]])).text).toBe(
      "The ferries between the two islands sail again after three weeks, the port said on Tuesday.\n\nNobody was hurt when the old one struck the quay of the harbour in the night of Monday.",
    );
  });

  it("runs no script and opens nothing that the document asks for", () => {
    const action = "/OpenAction << /S /JavaScript /JS (while (true) {}) >>";
    expect(read(makePdf([column(BODY)], action)).text).toContain("The ferries");
  });
});

describe("a PDF that gives no report", () => {
  it.each([
    ["a scan", makePdf([[], []]), "not-text", /has 2 pages and no words: it is a scan/],
    ["a broken one", Buffer.from("%PDF-1.4\nnothing of a PDF"), "unreadable", /is a PDF that cannot be read/],
    ["a cut one", makePdf([column(BODY)]).subarray(0, 300), "unreadable", /fetch it anew|cannot be read/],
  ])("%s says so", (_name, bytes, code, message) => {
    expect(() => read(bytes)).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(message) }),
    );
  });
});
