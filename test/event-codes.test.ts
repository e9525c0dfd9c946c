import { describe, expect, test } from "vitest";
import type { EventCodes } from "../src/model/event.ts";
import { readText, rowsOf } from "./read-text.ts";

/** CAMEO codes of the events in a text. */
function cameoOf(text: string): (string | undefined)[] {
  return readText(text).events.map((event) => event.codes.cameo);
}

/** Every row is tried on its own example: one of its events has the code, or none has one. */
function expectCameo(example: string, cameo: string): void {
  if (cameo === "-") expect(cameoOf(example).filter((code) => code !== undefined)).toEqual([]);
  else expect(cameoOf(example)).toContain(cameo);
}

describe.each([
  "data/en/event-code-frames.tsv",
  "data/en/event-code-nouns.tsv",
  "data/en/event-code-acts.tsv",
])("%s", (path) => {
  test.each(rowsOf(path).map((row) => [row.example ?? "", row.cameo ?? ""] as const))("%s %s", expectCameo);
});

/** The codes of the event that the word names. */
function codesOf(text: string, word: string): EventCodes | undefined {
  return readText(text, { published: "2024-02-07" }).events.find((each) => each.trigger.text === word)?.codes;
}

describe("a journey leads somewhere", () => {
  test.each([
    ["The envoy went home.", "went"],
    ["The envoy went to see the damage.", "went"],
    ["The envoy will go to Oslo in May.", "go"],
    ["The minister headed for Oslo.", "headed"],
    ["The crew came ashore.", "came"],
  ])("%s", (sentence, word) => {
    expect(codesOf(sentence, word)?.kind).toBe("journey");
  });

  test.each([
    ["Norway could not go beyond what the reef can bear.", "go"],
    ["The talks would go on as planned.", "go"],
    ["The tickets had gone in two hours.", "gone"],
    ["The visit comes a month after the vote.", "comes"],
    ["Ana Weiss heads the office.", "heads"],
  ])("%s: none", (sentence, word) => {
    expect(codesOf(sentence, word)).not.toHaveProperty("kind");
  });
});

describe("codes", () => {
  test("type and mode of PLOVER beside the code of CAMEO", () => {
    expect(codesOf("The police arrested Anna Weiss.", "arrested")).toEqual({
      plover: "COERCE",
      mode: "arrest",
      cameo: "173",
      kind: "justice",
    });
  });

  test("what is promised has its type, and the promise the code", () => {
    const text = "The minister promised to send food to Norway.";
    expect(codesOf(text, "promised")).toMatchObject({ plover: "AGREE", cameo: "033" });
    expect(codesOf(text, "send")).toEqual({
      plover: "AID",
      mode: "humanitarian",
      kind: "movement",
      flags: ["future"],
    });
  });

  test("what is called off has the code of no call", () => {
    expect(codesOf("The mayor called off the duck race with Norway.", "race")).toEqual({});
  });

  test("a visit that is called off stays a visit, negated; for CAMEO relations are reduced", () => {
    expect(codesOf("The minister called off the visit to Norway.", "visit")).toMatchObject({
      plover: "CONSULT",
      mode: "visit",
      cameo: "161",
      flags: ["negation"],
    });
  });

  test.each([
    ["The soldiers seized the island in 1945.", "seized", ["historical"]],
    ["The minister will visit Norway.", "visit", ["future"]],
    ["The minister may visit Norway.", "visit", ["hypothetical"]],
    ["The minister did not visit Norway.", "visit", ["negation"]],
    ["The minister visited Norway on Monday.", "visited", undefined],
  ])("flags: %s", (text, word, flags) => {
    expect(codesOf(text, word)?.flags).toEqual(flags);
  });

  test("a word of many meanings has no code where its object is none of those that are coded", () => {
    expect(codesOf("The company withdrew the ferry in May.", "withdrew")).toEqual({});
  });

  test("what will not be given is refused", () => {
    expect(codesOf("The minister will not send food to Norway.", "send")).toMatchObject({
      plover: "AID",
      cameo: "122",
      flags: ["negation"],
    });
  });

  test("whom it concerns takes part", () => {
    const [event] = readText("Norway restored diplomatic ties with Denmark.").events;
    expect(event?.participants.map(({ role, text }) => `${role} ${text}`)).toContain("other Denmark");
  });
});
