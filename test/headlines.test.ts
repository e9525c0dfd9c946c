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
])("%s", (_name, text, word, line) => {
  expect(lineOf(text, word)).toBe(line);
});

test("a line that does not stand alone weighs less", () => {
  const [first] = readText("If Anna Weiss visits Riga, she will sign the treaty.").events;
  const [whole] = readText("Anna Weiss will visit Riga and sign the treaty.").events;
  expect(first?.salience ?? 0).toBeLessThan((whole?.salience ?? 0) - 0.3);
});
