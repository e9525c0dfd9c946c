import { expect, test } from "vitest";
import { readText } from "./read-text.ts";

/** Status of the visit that the text speaks of, and whose words it stands in. */
function visit(text: string): { status?: string; saidBy?: string } {
  const found = readText(text, { published: "2024-02-07" }).events.find(
    ({ trigger }) => trigger.text === "visited",
  );
  return { ...(found ? { status: found.status } : {}), ...(found?.saidBy ? { saidBy: found.saidBy } : {}) };
}

test.each([
  ["did not say", "Anna Weiss did not say whether Carl Braun had visited Riga."],
  ["declined to say", "Anna Weiss declined to say whether Carl Braun visited Riga."],
  ["refused to comment", "Anna Weiss refused to comment on reports that Carl Braun visited Riga."],
  ["if she says", "If Anna Weiss says that Carl Braun visited Riga, the town will sue."],
  ["not clear whether", "It is not clear whether Anna Weiss told the town that Carl Braun visited Riga."],
  ["never said", "Anna Weiss never said that Carl Braun had visited Riga."],
  ["nobody said", "Nobody has said that Carl Braun visited Riga."],
  ["a question", "Did Anna Weiss say that Carl Braun visited Riga?"],
  ["could not confirm", "Anna Weiss could not confirm that Carl Braun had visited Riga."],
])("what nobody says has not happened: %s", (_, text) => expect(visit(text)).toEqual({ status: "possible" }));

test("what somebody says is claimed", () => {
  const text = "Anna Weiss said that Carl Braun had visited Riga.";
  expect(visit(text)).toEqual({ status: "happened", saidBy: "q1" });
});

test("what is known stays so, although it is not known to her", () => {
  const text = "Anna Weiss did not know that Carl Braun had visited Riga.";
  expect(visit(text)).toEqual({ status: "happened" });
});
