import { describe, expect, test } from "vitest";
import { quotationsOf } from "./reading.test-data.ts";

/** Kind, source, cue and content of each quotation, in order of the text. */
function told(text: string, options?: { title?: boolean }): string[] {
  return quotationsOf(text, options).map(
    ({ kind, source, cue, content }) =>
      `${kind} | ${source?.text ?? "-"} | ${cue?.text ?? "-"} | ${content.text}`,
  );
}

describe("direct speech", () => {
  test.each([
    [
      "cue and name behind",
      "“We will sign on Friday,” Mayor Ana Brandt said.",
      "direct | Mayor Ana Brandt | said | We will sign on Friday,",
    ],
    [
      "inverted, with an apposition",
      "“We will sign on Friday,” said Ana Brandt, the mayor of Oslo.",
      "direct | Ana Brandt, the mayor of Oslo | said | We will sign on Friday,",
    ],
    [
      "cue before",
      "Brandt said: “We will sign on Friday.”",
      "direct | Brandt | said | We will sign on Friday.",
    ],
    [
      "straight marks",
      '"We will sign on Friday," Brandt said.',
      "direct | Brandt | said | We will sign on Friday,",
    ],
    [
      "single marks",
      "‘We’ll sign on Friday,’ Brandt said.",
      "direct | Brandt | said | We’ll sign on Friday,",
    ],
    [
      "two apostrophes",
      "''We will sign on Friday,'' Brandt said.",
      "direct | Brandt | said | We will sign on Friday,",
    ],
    [
      "guillemets",
      "«We will sign on Friday», Brandt said.",
      "direct | Brandt | said | We will sign on Friday",
    ],
    [
      "a verb of no table",
      "“Get off my bridge,” Brandt barked.",
      "direct | Brandt | barked | Get off my bridge,",
    ],
    ["not of the quotation", "“We do not know,” Brandt said.", "direct | Brandt | said | We do not know,"],
    ["a question", "“Will they sign?” Brandt asked.", "direct | Brandt | asked | Will they sign?"],
  ])("%s", (_, text, expected) => expect(told(text)).toEqual([expected]));

  test.each([
    ["“Apparently not,“ he said. “A town stays a town.”"],
    ['“Apparently not," he said. “A town stays a town.”'],
    ['"Apparently not,” he said. "A town stays a town."'],
  ])("a mistyped closing mark: %s", (text) => {
    const [only] = quotationsOf(text);
    expect(only?.pieces?.map((piece) => piece.text)).toEqual(["Apparently not,", "A town stays a town."]);
  });

  test("a cue in the middle leaves two pieces", () => {
    const [only, ...rest] = quotationsOf("“We are ready,” Brandt said, “and we will sign on Friday.”");
    expect(rest).toEqual([]);
    expect(only?.pieces?.map((piece) => piece.text)).toEqual([
      "We are ready,",
      "and we will sign on Friday.",
    ]);
  });

  test("who is told, and where", () => {
    const [only] = quotationsOf("“We are ready,” Brandt told reporters at a news conference in Oslo.");
    expect(only?.addressee?.text).toBe("reporters");
    expect(only?.occasion?.text).toBe("at a news conference in Oslo");
  });

  test("the document it is known by", () => {
    const text =
      "“We are ready,” Brandt said in an interview, according to a transcript released by her office.";
    const [only, ...rest] = quotationsOf(text);
    expect(rest).toEqual([]);
    expect(only?.source?.text).toBe("Brandt");
    expect(only?.accordingTo?.text).toBe("a transcript released by her office");
  });
});

describe("speech that goes on", () => {
  test("in a paragraph of its own, without a cue", () => {
    const [first, second] = quotationsOf(
      "“We are ready,” Brandt told reporters.\n\n“The date has been agreed.”",
    );
    expect(second).toMatchObject({ kind: "direct", cue: null, continues: first?.id });
    expect(second?.source?.text).toBe("Brandt");
  });

  test("over paragraphs that open with a mark", () => {
    const found = quotationsOf("Brandt said: “We are ready.\n\n“We will sign on Friday.”");
    expect(found.map((each) => each.source?.text)).toEqual(["Brandt", "Brandt"]);
  });

  test.each([
    ["The timing of the vote was clear: “The bridge will open in May.”"],
    ["Her reality added: “The bridge will open in May.”"],
    ["“The bridge will open in May,” you say."],
  ])("who cannot speak is not named: %s", (text) => expect(quotationsOf(text)[0]?.source).toBeNull());

  test("of several speakers in a sentence the one of its main clause goes on", () => {
    const text =
      "“We are ready,” Brandt said, recalling what Weiss had told her. “The date has been agreed.”";
    const last = quotationsOf(text).find(({ content }) => content.text.includes("has been agreed"));
    expect(last?.source?.text).toBe("Brandt");
  });

  test("not past a paragraph of something else: then nobody is named", () => {
    const text = "“We are ready,” Brandt said.\n\nThe talks began in May.\n\n“The date has been agreed.”";
    expect(quotationsOf(text).at(-1)?.source).toBeNull();
  });
});

describe("indirect and mixed speech", () => {
  test.each([
    [
      "that",
      "Brandt said on Monday that the town would sign.",
      "indirect | Brandt | said | the town would sign",
    ],
    ["no that", "Brandt said the town would sign.", "indirect | Brandt | said | the town would sign"],
    [
      "cue behind",
      "The town will sign the deal on Friday, Brandt said.",
      "indirect | Brandt | said | The town will sign the deal on Friday",
    ],
    [
      "quoted words",
      "Brandt said the deal was “a gift” to the town.",
      "mixed | Brandt | said | the deal was “a gift” to the town",
    ],
    [
      "passive",
      "Brandt was quoted as saying that the town would sign.",
      "indirect | Brandt | saying | the town would sign",
    ],
    [
      "relative clause",
      "The story quotes Brandt, who said the town would sign.",
      "indirect | Brandt | said | the town would sign",
    ],
    [
      "according to",
      "The town will sign the deal, according to Mayor Ana Brandt.",
      "indirect | Mayor Ana Brandt | according to | The town will sign the deal",
    ],
    [
      "according to, first",
      "According to Brandt, the town will sign.",
      "indirect | Brandt | According to | the town will sign",
    ],
    [
      "a quoted name behind a verb of naming, wherever the parse hangs it",
      "Ana Brandt called the plan “the bad plan of the year.”",
      "mixed | Ana Brandt | called | the plan “the bad plan of the year.”",
    ],
    [
      "asked about something",
      "The judge asked Brandt about her links with the firm.",
      "indirect | The judge | asked | her links with the firm",
    ],
    [
      "a share of those asked",
      "About one in five say they would not vote.",
      "indirect | one in five | say | they would not vote",
    ],
    [
      "a quantity that opens its clause",
      "The voters came late; most said they had lost their way.",
      "indirect | most | said | they had lost their way",
    ],
    [
      "a past form that could be a participle",
      "Brandt had said 40 letters contained secrets, but most were harmless.",
      "indirect | Brandt | said | 40 letters contained secrets",
    ],
    [
      "as, behind a linking word",
      "But as Brandt noted, those voters will come back.",
      "indirect | Brandt | noted | those voters will come back",
    ],
    [
      "a description before the name",
      "The town built the bridge in May, a spokeswoman, Ana Berg, said on Saturday.",
      "indirect | a spokeswoman, Ana Berg | said | The town built the bridge in May",
    ],
    [
      "a participle with its agent",
      "The bill, opposed by the mayor, never became law.",
      "indirect | the mayor | opposed | The bill",
    ],
    [
      "who is asked does not ask",
      "Asked whether she would sign, Brandt laughed.",
      "indirect | - | Asked | whether she would sign",
    ],
    [
      "a second verb is no part of the object of the first",
      "Brandt posted a picture of the bridge and said it was safe.",
      "indirect | Brandt | said | it was safe",
    ],
  ])("%s", (_, text, expected) => expect(told(text)).toContain(expected));
});

describe("headlines", () => {
  test.each([
    [
      "source behind",
      "Mayor to sign bridge deal in May: Oslo Council",
      "indirect | Oslo Council | : | Mayor to sign bridge deal in May",
    ],
    [
      "source before",
      "Brandt: Town will sign bridge deal in May",
      "indirect | Brandt | : | Town will sign bridge deal in May",
    ],
  ])("%s", (_, text, expected) => expect(told(text, { title: true })).toEqual([expected]));
});

describe("no statement", () => {
  test.each([
    ["negated", "Brandt did not say whether the town would sign."],
    ["withheld", "Brandt declined to say whether the town would sign."],
    ["questioned", "Did Brandt say that the town would sign?"],
    ["scare quotes", "The “old bridge” was closed in May."],
    ["title of a work", "The band played “Night Over Oslo” in May."],
    ["apostrophes", "The voters' plans and the mayor's car stood outside in the rock 'n' roll '90s."],
    ["nothing said", "The town closed the bridge on Friday."],
    ["a verb with a preposition of its own", "Anna Brandt was sworn in as mayor on Monday."],
    ["a verb with a particle of its own", "The mayor called off the regatta with Norway."],
  ])("%s", (_, text) => expect(told(text)).toEqual([]));
});
