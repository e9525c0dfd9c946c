import { expect, test } from "vitest";
import { readText } from "./read-text.ts";

/** The line of the event that the word names, in a text of Wednesday, 7 February 2024. */
function lineOf(text: string, word: string): string | undefined {
  const { events } = readText(text, { published: "2024-02-07" });
  return events.find((each) => each.trigger.text === word)?.headline;
}

test.each([
  ["the time is taken out", "Anna Weiss visited Riga on Monday.", "visited", "Anna Weiss visited Riga"],
  [
    "but not a limit",
    "Anna Weiss will not sign the treaty until May 2025.",
    "treaty",
    "Anna Weiss will not sign the treaty until May 2025",
  ],
  [
    "nor a holiday that is celebrated",
    "Thousands celebrated New Year's Eve in Riga.",
    "celebrated",
    "Thousands celebrated New Year's Eve in Riga",
  ],
  [
    "a name for a pronoun",
    "Anna Weiss arrived in Riga. She met the mayor of the town.",
    "met",
    "Anna Weiss met the mayor of the town",
  ],
  [
    "an aside goes with its commas",
    "Anna Weiss, who won the vote in May, visited Riga.",
    "visited",
    "Anna Weiss visited Riga",
  ],
  [
    "an article stays",
    "The police stopped the ship, which had carried weapons to Riga.",
    "carried",
    "The ship had carried weapons to Riga",
  ],
  [
    "what a relative stands for, however it is parsed",
    "Finnish President Anna Weiss arrives for an interview with her horse Storm, which she was given as a foal by Latvia in 2012 in return for Finland’s help after the 2011 flood.",
    "given",
    "Anna Weiss was given her horse Storm as a foal by Latvia in return for Finland’s help after the flood",
  ],
  [
    "a quotation mark whose pair is not in the line is left out",
    'Then came a "more aggressive version," launched by the bank Norva on Monday.',
    "launched",
    "A more aggressive version was launched by the bank Norva",
  ],
  ["the future stays", "Anna Weiss will visit Riga on Friday.", "visit", "Anna Weiss will visit Riga"],
  [
    "no quotation marks",
    "Anna Weiss called the treaty “a grave mistake” in Riga.",
    "called",
    "Anna Weiss called the treaty a grave mistake in Riga",
  ],
  [
    "an infinitive with its verb",
    "Anna Weiss promised to release the prisoners in Riga.",
    "release",
    "Anna Weiss promised to release the prisoners in Riga",
  ],
  [
    "no time, no comma of its own, but the one that parts what stands around it",
    "Anna Weiss lashed out at the reports on Monday, challenging journalists to come up with details.",
    "lashed",
    "Anna Weiss lashed out at the reports, challenging journalists to come up with details",
  ],
  [
    "what is added to a time goes with it",
    "Norway fired a missile into orbit in December 2012, the month that Anna Weiss became president.",
    "fired",
    "Norway fired a missile into orbit",
  ],
  [
    "a participle goes with its time",
    "Gales forced the company to call off the sailing planned for Saturday.",
    "forced",
    "Gales forced the company to call off the sailing",
  ],
  [
    "an award keeps its name",
    "The song won Single of the Year at the Riga Awards in 2022.",
    "won",
    "The song won Single of the Year at the Riga Awards",
  ],
  [
    "an article where the time was the owner",
    "This year's game took place at the stadium in Riga.",
    "game",
    "The game took place at the stadium in Riga",
  ],
  [
    "the speaker first",
    "“The permits are another matter,” Anna Weiss told journalists on Monday.",
    "told",
    "Anna Weiss told journalists: “The permits are another matter”",
  ],
  [
    "the speaker first where the verb breaks in",
    "“The talks will go on,” said Jan Berg on Monday. “We are ready.”",
    "said",
    "Jan Berg said: “The talks will go on”",
  ],
  [
    "a gerund with the verb that says whether it was done",
    "Jan Berg accused the minister of giving away the islands in 2021.",
    "giving",
    "Jan Berg accused the minister of giving away the islands",
  ],
  [
    "a name is more than the country in it",
    "Tourism Latvia, who released a fake video last year, was pleased.",
    "released",
    "Tourism Latvia released a fake video",
  ],
  [
    "a name for the pronoun that takes up the subject",
    "Lawmaker Jan Berg accused Anna Weiss of theft in Riga. He threatened to call a vote.",
    "threatened",
    "Jan Berg threatened to call a vote",
  ],
  [
    "a hyphenated name in one piece",
    "Rebels attack the consulate in the northern city of Mazar-i-Sharif with a truck bomb.",
    "attack",
    "Rebels attack the consulate in the northern city of Mazar-i-Sharif",
  ],
  [
    "what follows an aside is not of it",
    "Critics dismissed Jan Berg, who gave an interview on Friday, as a failed minister.",
    "interview",
    "Jan Berg gave an interview",
  ],
  [
    "no word that ties it to another clause",
    "Japan put satellites into orbit in 2003, five years after Norway fired a missile into the sea.",
    "fired",
    "Norway fired a missile into the sea",
  ],
  [
    "which ones are meant, rather than a title",
    "Latvian Foreign Minister Anna Weiss announced on Monday that her party has decided to take tougher action against all of the firms that break the law.",
    "announced",
    "Anna Weiss announced that her party has decided to take tougher action against all of the firms that break the law",
  ],
])("%s", (_name, text, word, line) => {
  expect(lineOf(text, word)).toBe(line);
});

test("a line that does not stand alone weighs less", () => {
  const [first] = readText("If Anna Weiss visits Riga, she will sign the treaty.").events;
  const [whole] = readText("Anna Weiss will visit Riga and sign the treaty.").events;
  expect(first?.salience ?? 0).toBeLessThan((whole?.salience ?? 0) - 0.3);
});

test.each([
  [
    "either may be meant",
    "Jan Berg went to Riga as Leo Roze went to Oslo. He signed the treaty in May.",
    "treaty",
  ],
  [
    "the name is too far away",
    "Jan Berg went home. The captain came back. He signed the treaty in Oslo on Monday.",
    "treaty",
  ],
])("no name for a pronoun where %s", (_name, text, word) => {
  expect(lineOf(text, word)).toMatch(/^He /u);
});

test.each([
  ["Jan Berg went home. “We left Norway in 2022,” he said.", "left"],
  ["The New Year's Eve celebrations were loud.", "celebrations"],
  ["Jan Berg wanted to visit Riga. Leo Roze said that he would do so in March.", "do"],
  ["“Leo Roze drove well in Riga,” Jan Berg said. “He did himself a pleasure on Monday.”", "did"],
  ["On Monday, Anna Weiss arrived at the line “Bet I will have you here by the end”, and left.", "arrived"],
  ["Norway fired four missiles on Monday, with three landing close to Japan.", "fired"],
  ["On Monday Jan Berg tweeted: Police cars arrived in Riga @jberg pic.example.com/abc.", "arrived"],
  ["Anna Weiss gave a similar speech in Riga on Monday.", "speech"],
  ["Jan Berg, Leo Roze and Anna Weiss, who signed the treaty in 2022, were there.", "signed"],
])("does not stand alone: %s", (text, word) => {
  const { events } = readText(text, { published: "2024-02-07" });
  expect(events.find((each) => each.trigger.text === word)?.salience ?? 0).toBeLessThan(0.45);
});

test("what is asked is no event", () => {
  expect(
    lineOf("The two sides did not agree on who should pay for the port in Riga.", "pay"),
  ).toBeUndefined();
});

test("many pronouns are read in bounded time", () => {
  const pronouns = "He said that she knew that he had met her before she wrote to him. ".repeat(80);
  const { events } = readText(`Karl Tamm met Anna Weiss in Riga. ${pronouns}`);
  expect(events.length).toBeGreaterThan(80);
});

test("a long line with a name torn apart by the parse ends, and is short", () => {
  const line = lineOf(
    "The minister opened the new hospital for the families of the wounded soldiers of the northern provinces in the city of Mazar-i-Sharif with the help of the provincial council of Balkh-i-Bala and of many others.",
    "opened",
  );
  expect(line?.length).toBeLessThanOrEqual(121);
  expect(line).toContain("The minister opened the new hospital");
});
