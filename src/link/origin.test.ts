import { describe, expect, it } from "vitest";
import { type ReportPlan, report } from "./analysis.test-data.ts";
import { linkAnalyses } from "./link.ts";

const STORM = [
  "A storm tore the roof off the fish hall in Port Hale on Monday night and threw eleven small boats onto the quay, the harbour office said.",
  "Nobody was hurt, but the hall will stay shut until the beams have been looked at by an engineer from the capital, who is due on Thursday.",
  "Fishermen spent the morning pulling nets and broken masts out of the water with ropes and a borrowed crane.",
  "It was the third storm this winter, and the mayor asked the province for money to raise the northern sea wall by half a metre.",
  "The wall was built two generations ago by the men of the village, and older people remember carrying the stones up from the beach by hand.",
  "Rain is forecast again for the weekend.",
];
const OTHER_DESK = [
  "Eleven boats lie on the stones of Port Hale this morning after a night of gales, and the old fish hall has lost its roof.",
  "The harbour office knows of no injuries. An engineer is to come on Thursday, and until then nobody may go into the building.",
  "The mayor wants a higher sea wall, which the province has refused to pay for twice before.",
];
const NOTICE =
  "This page may not be printed again or sent on to others without a word from its publisher, Hale Press.";

function origins(texts: Readonly<Record<string, readonly string[]>>): string[][] {
  const reports = Object.entries(texts).map(([id, paragraphs]) =>
    report({ id, title: `Title of ${id}`, text: paragraphs.join("\n\n") }),
  );
  return linkAnalyses(reports).origins.map(({ articles }) => [...articles]);
}

describe("reports that are one piece of reporting", () => {
  it.each<[string, readonly string[]]>([
    ["a reprint under another title", STORM],
    ["a copy cut to its first third", STORM.slice(0, 2)],
    ["a copy without its lead", STORM.slice(1)],
    ["a copy with a paragraph of the outlet's own", [...STORM, "The Post has asked the mayor for a reply."]],
    ["a copy in capitals and with other dashes", STORM.map((line) => line.toUpperCase().replace(/,/g, " —"))],
  ])("%s", (_, copy) => {
    expect(origins({ a: STORM, b: copy })).toEqual([["a", "b"]]);
  });

  it("two cuts that share nothing but the whole report", () => {
    const cuts = { a: STORM.slice(0, 2), b: STORM, c: STORM.slice(3) };
    expect(origins(cuts)).toEqual([["a", "b", "c"]]);
    expect(origins({ a: cuts.a, c: cuts.c })).toEqual([["a"], ["c"]]);
  });
});

describe("reports that stand for themselves", () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ["two desks on one event", STORM, OTHER_DESK],
    [
      "a shared notice of 20 words in a short report",
      [NOTICE, "Bread costs more."],
      [NOTICE, "A cat was found."],
    ],
    ["one sentence taken over", STORM, [...OTHER_DESK, STORM[2] ?? ""]],
    ["nothing in them", [""], [""]],
  ])("%s", (_, left, right) => {
    expect(NOTICE.split(" ")).toHaveLength(20);
    expect(origins({ a: left, b: right })).toEqual([["a"], ["b"]]);
  });
});

it("names the agency that one of the copies names, and says how it is known", () => {
  const text = STORM.join("\n\n");
  const found = linkAnalyses([
    report({ id: "a", text }),
    report({ id: "b", text, agency: "NORD" }),
    report({ id: "c", text: OTHER_DESK.join("\n\n") }),
  ]).origins;
  expect(found).toMatchObject([
    { articles: ["a", "b"], agency: "NORD", basis: "near-duplicate" },
    { articles: ["c"], basis: "single" },
  ]);
  expect(found[1]).not.toHaveProperty("agency");
});

it("takes a report that very many print for one all the same", () => {
  const many = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`r${i}`, STORM]));
  expect(origins(many)).toHaveLength(1);
});

it("takes a notice that very many print for no copy", () => {
  const news = "bread boats cats rain ropes masts nets stones doors lamps coal tea salt oats".split(" ");
  const many = Array.from({ length: 60 }, (_, i) => [
    `r${i}`,
    [NOTICE, news.map((word) => word + i).join(" ")],
  ]);
  expect(origins(Object.fromEntries(many))).toHaveLength(60);
});

describe("how a copy is known", () => {
  const kindsOf = (first: Partial<ReportPlan>, second: Partial<ReportPlan>) => {
    const text = STORM.join("\n\n");
    const plans = [
      { id: "a", day: "2030-02-01", title: "Storm takes roof", text, ...first },
      { id: "b", day: "2030-02-02", title: "After the storm", text, ...second },
    ];
    return linkAnalyses(plans.map(report)).origins.flatMap(({ evidence = [] }) => evidence);
  };

  it.each<[string, string, readonly string[]]>([
    ["exact", "under another title", STORM],
    ["near", "with a word changed", STORM.map((line) => line.replace("third storm", "fourth storm"))],
    ["cut", "to its first third", STORM.slice(0, 2)],
    [
      "edited",
      "half told anew",
      [...STORM.slice(0, 2), ...OTHER_DESK, "A fund was set up, and nets were lent."],
    ],
  ])("%s: %s", (kind, _, copy) => {
    expect(kindsOf({}, { text: copy.join("\n\n") })).toMatchObject([{ kind, articles: ["a", "b"], days: 1 }]);
  });

  it("tells the share and the sentences in common", () => {
    expect(kindsOf({}, {})).toMatchObject([{ kind: "exact", shared: 1, sentences: 5 }]);
  });

  it("credited: told anew, after the agency that wrote the other", () => {
    const anew = {
      text: `${OTHER_DESK.join(" ")} The hall will stay shut until the beams have been looked at, NORD reports.`,
      quotations: [{ said: "The hall will stay shut", by: "NORD" }],
    };
    expect(kindsOf({ agency: "NORD" }, anew)).toMatchObject([{ kind: "credited", agency: "NORD" }]);
    expect(kindsOf({}, anew)).toEqual([]);
  });
});
