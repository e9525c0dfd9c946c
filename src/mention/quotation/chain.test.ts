import { describe, expect, test } from "vitest";
import { quotationsOf } from "./reading.test-data.ts";

/** Kind and words of each link, from the nearest to the reader on. */
function chain(text: string, credit: { outlet?: string; agency?: string } = {}): string[][] {
  return quotationsOf(text, { credit }).map((each) => each.chain.map((link) => `${link.kind}: ${link.text}`));
}

describe("by whose word it is known", () => {
  test.each<[string, string, string[]]>([
    [
      "outlet, agency, speaker",
      "The bridge is safe, Mayor Ana Brandt said.",
      ["outlet: Oslo Herald", "agency: NORD", "person: Mayor Ana Brandt"],
    ],
    [
      "a document stands behind the speaker",
      "“We are ready,” Brandt said, according to a transcript released by her office.",
      [
        "outlet: Oslo Herald",
        "agency: NORD",
        "person: Brandt",
        "document: a transcript released by her office",
      ],
    ],
    [
      "other media that were told stand before the speaker",
      "“We are ready,” Brandt told the Bergen Times.",
      ["outlet: Oslo Herald", "agency: NORD", "media: the Bergen Times", "person: Brandt"],
    ],
    [
      "and those that asked",
      "“We are ready,” Brandt said in an interview with state television.",
      ["outlet: Oslo Herald", "agency: NORD", "media: state television", "person: Brandt"],
    ],
    [
      "an interview with the outlet itself adds nobody",
      "“We are ready,” Brandt said in an interview with the Oslo Herald.",
      ["outlet: Oslo Herald", "agency: NORD", "person: Brandt"],
    ],
    [
      "the press is all of them",
      "“We are ready,” Brandt told the media.",
      ["outlet: Oslo Herald", "agency: NORD", "person: Brandt"],
    ],
    [
      "the outlet itself is no link of its own",
      "The Oslo Herald reported that the bridge was safe.",
      ["outlet: Oslo Herald", "agency: NORD"],
    ],
    [
      "nobody is named",
      "The talks began in May.\n\n“The bridge is safe, and it will stay so.”",
      ["outlet: Oslo Herald", "agency: NORD"],
    ],
  ])("%s", (_, text, expected) =>
    expect(chain(text, { outlet: "Oslo Herald", agency: "NORD" }).at(-1)).toEqual(expected),
  );

  test("what goes on with earlier words came the same way", () => {
    const found = chain("“We are ready,” Brandt told the Bergen Times.\n\n“The date has been agreed.”");
    expect(found[1]).toEqual(["media: the Bergen Times", "person: Brandt"]);
  });

  test("each link stands where its words are", () => {
    const text = "“We are ready,” Brandt told the Bergen Times, according to a transcript.";
    const [only] = quotationsOf(text);
    expect(only?.chain.map(({ start, end }) => text.slice(start, end))).toEqual([
      "the Bergen Times",
      "Brandt",
      "a transcript",
    ]);
  });
});

describe("speech reported in speech", () => {
  test("the inner one is known by way of the outer one", () => {
    const text = "Carl Weiss said the minister had told lawmakers that the bridge was safe.";
    const [outer, inner, ...rest] = quotationsOf(text);
    expect(rest).toEqual([]);
    expect(outer).toMatchObject({ source: { text: "Carl Weiss" }, nested: [{ text: "told" }] });
    expect(inner).toMatchObject({
      source: { text: "the minister" },
      content: { text: "the bridge was safe" },
      addressee: { text: "lawmakers" },
      reportedIn: outer?.id,
    });
    expect(inner?.chain.map((link) => link.text)).toEqual(["Carl Weiss", "the minister"]);
  });

  test("three deep", () => {
    const text = "Carl Weiss said the minister had told lawmakers that the mayor said the bridge was safe.";
    expect(chain(text).at(-1)).toEqual([
      "person: Carl Weiss",
      "unnamed-official: the minister",
      "unnamed-official: the mayor",
    ]);
  });

  test("what somebody denies to have been said is not reported", () => {
    expect(
      quotationsOf("Carl Weiss denied that the minister had told lawmakers that the bridge was safe."),
    ).toHaveLength(1);
  });

  test("what somebody is said to think or want, he has not said", () => {
    expect(quotationsOf("Carl Weiss said the minister believed that the bridge was safe.")).toHaveLength(1);
  });
});

describe("what a source is on its face", () => {
  test.each([
    ["person", "Ana Brandt said that the bridge was safe."],
    ["spokesperson", "“The bridge is safe,” said Carl Braun, a spokesman for the council."],
    ["unnamed-official", "A spokesman for the council said that the bridge was safe."],
    ["unnamed-official", "Officials said on condition of anonymity that the bridge was safe."],
    ["unnamed", "A source familiar with the matter said that the bridge was safe."],
    ["unnamed", "A fisherman said that the bridge was safe."],
    ["organization", "The Foreign Ministry said that the bridge was safe."],
    ["document", "Court documents said that the bridge was safe."],
    ["document", "According to a letter seen by lawyers, the bridge was safe."],
    ["media", "State media said that the bridge was safe."],
    ["media", "The newspaper reported that the bridge was safe."],
    ["media", "Kyodo News reported that the bridge was safe."],
    ["unknown", "He said that the bridge was safe."],
  ])("%s: %s", (kind, text) => expect(quotationsOf(text)[0]?.sourceKind).toBe(kind));

  test("the words that tell why there is no name", () => {
    const [only] = quotationsOf("Officials said on condition of anonymity that the bridge was safe.");
    expect(only?.anonymity?.text).toBe("on condition of anonymity");
    expect(only?.content.text).toBe("the bridge was safe");
  });
});
