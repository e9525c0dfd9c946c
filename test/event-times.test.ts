import { expect, test } from "vitest";
import { readText } from "./read-text.ts";

/** The time of the event that the word names, in a text of Wednesday, 7 February 2024. */
function timeOf(text: string, word: string): { edtf: string | null; basis: string } | undefined {
  const found = readText(text, { published: "2024-02-07" }).events.find((each) => each.trigger.text === word);
  return found && { edtf: found.time.edtf, basis: found.time.basis };
}

const MONDAY = "2024-02-05";

test.each([
  ["a time of its own", "Anna Weiss left Riga on Monday.", "left", { edtf: MONDAY, basis: "stated" }],
  [
    "the day after an amount is of the verb",
    "Police released Anna Weiss, the manager, on bail of 500,000 crowns on Monday.",
    "released",
    { edtf: MONDAY, basis: "stated" },
  ],
  [
    "a time of day is of the day told last",
    "A fire broke out at the plant at 3 a.m. on Monday. Some 120 men fought the flames until noon.",
    "fought",
    { edtf: MONDAY, basis: "stated" },
  ],
  [
    "a day, where a part of the day stands apart from it",
    "Anna Weiss visited the early morning fish market of Riga on January 31.",
    "visited",
    { edtf: "2024-01-31", basis: "stated" },
  ],
  [
    "what is said has the day of publication",
    "Anna Weiss told reporters that the port was closed.",
    "told",
    { edtf: "2024-02-07", basis: "inferred" },
  ],
  [
    "or the day that the lead names",
    "Anna Weiss visited Riga on Monday. She told reporters that the port was closed.",
    "told",
    { edtf: MONDAY, basis: "anchored" },
  ],
  [
    "a second verb of the same subject",
    "Anna Weiss visited Riga on Monday and met the mayor.",
    "met",
    { edtf: MONDAY, basis: "anchored" },
  ],
  [
    "a day right after a verb of saying",
    "Norway said Monday its divers would join the search in Iceland.",
    "said",
    { edtf: MONDAY, basis: "stated" },
  ],
  [
    "a bare day between a noun and its participle",
    "Police found the stolen boat Monday tied to a pier.",
    "found",
    { edtf: MONDAY, basis: "stated" },
  ],
  [
    "a meeting of hours before what was said",
    "After a two-hour meeting with Anna Weiss, the mayor said on Monday that the port would open.",
    "meeting",
    { edtf: MONDAY, basis: "anchored" },
  ],
  [
    "what was announced for a day, and is called off",
    "The planned reopening of the dock, which Norbank had announced for March 4, has been cancelled.",
    "reopening",
    { edtf: "2024-03-04", basis: "stated" },
  ],
  [
    "what is called off by a verb with its own subject",
    "The town cancelled the parade, which it had announced for March 4.",
    "parade",
    { edtf: "2024-03-04", basis: "stated" },
  ],
  [
    "what is called off, by when it was due",
    "The town called off a duck race with the neighbours that had been due on March 4.",
    "race",
    { edtf: "2024-03-04", basis: "stated" },
  ],
  [
    "what was due on a day, and is put off",
    "Talks that were due to open on Thursday have been put off until next Tuesday.",
    "Talks",
    { edtf: "2024-02-13", basis: "stated" },
  ],
  [
    "what was planned for a day, and is moved",
    "The trip, planned for Thursday, was moved to Friday.",
    "trip",
    { edtf: "2024-02-09", basis: "stated" },
  ],
  [
    "what is put off, by its new day",
    "The town put off the strike until Friday.",
    "strike",
    { edtf: "2024-02-09", basis: "stated" },
  ],
  [
    "what is moved in time, by its new day",
    "A storm moves the regatta from Thursday to Friday",
    "regatta",
    { edtf: "2024-02-09", basis: "stated" },
  ],
  [
    "what was to be, just over",
    "Anna Weiss was to meet the mayor on Monday.",
    "meet",
    { edtf: MONDAY, basis: "stated" },
  ],
  [
    "what happened when something else did",
    "Two people died when a bus hit a tree in Oslo on Monday.",
    "died",
    { edtf: MONDAY, basis: "anchored" },
  ],
  [
    "an audience with a day",
    "Anna Weiss told a news conference on Monday that the port was closed.",
    "told",
    { edtf: MONDAY, basis: "anchored" },
  ],
  [
    "a clause after a semicolon",
    "Norway said the ban was wise; the mayor called the ban a mistake.",
    "called",
    { edtf: "2024-02-07", basis: "inferred" },
  ],
])("%s", (_name, text, word, time) => {
  expect(timeOf(text, word)).toEqual(time);
});

test.each([
  [
    "right after a look back",
    "Anna Weiss visited Riga in 2015. She told reporters that she liked it.",
    "told",
  ],
  ["what will be said", "Anna Weiss will tell reporters that the port is closed.", "tell"],
  ["what had been said before", "Anna Weiss had told reporters that the port was closed.", "told"],
  ["what happens, in the past, on no day that is told", "Anna Weiss visited Riga.", "visited"],
  ["what is only called for", "Norway called on Monday for a conference of the ministers.", "conference"],
  ["what it happened after", "Anna Weiss left Riga on Monday after the attack on the port.", "attack"],
  [
    "what else was done",
    "Anna Weiss had condemned the seizure of the port on Monday but also praised the mayor.",
    "praised",
  ],
  [
    "what is said beside a longer time",
    "Anna Weiss met the mayor this month, but told reporters nothing.",
    "told",
  ],
  ["what will be, beside a day that is over", "The ferry will leave Riga on 3 February 2024.", "leave"],
  ["the announcing", "The parade, which Norbank had announced for March 4, pleased the town.", "announced"],
  ["when it was called off", "The parade was called off on Monday.", "parade"],
  ["what is moved to a place", "The town moved the regatta to Norway.", "regatta"],
  [
    "what stands before another thing that is due",
    "Anna Weiss told of the attack and said that the rent was due on March 4.",
    "attack",
  ],
  ["when it was agreed", "The visit was agreed on 12 January by both towns.", "visit"],
  [
    "what made them call off a plan for a day",
    "Gales forced the club to call off the race planned for 9 February.",
    "forced",
  ],
  ["a second verb in the same year only", "Anna Weiss visited Riga in 2015 and met the mayor.", "met"],
])("no day: %s", (_name, text, word) => {
  const time = timeOf(text, word);
  expect(time?.edtf ?? null).toBeNull();
});

test.each([
  ["The guild called for a march through Riga on Saturday.", "march", "2024-02-10"],
  ["The guild announced a strike for Monday.", "strike", "2024-02-12"],
  ["The guild called for a strike next week.", "strike", "2024-02-12/2024-02-18"],
  ["On Monday the guild called for a march on Saturday.", "called", MONDAY],
  ["The mayor called for talks on Monday.", "called", MONDAY],
  ["The guild announced a strike on Monday.", "announced", MONDAY],
])("what is called for has its own day: %s", (text, word, edtf) => {
  expect(timeOf(text, word)).toEqual({ edtf, basis: "stated" });
});

test("whether what had been called for lies behind or ahead is left open, and nothing was called for on that day", () => {
  const text = "The guild had called for a march through Riga on Saturday.";
  expect(["called", "march"].map((word) => timeOf(text, word)?.edtf)).toEqual([null, null]);
});
