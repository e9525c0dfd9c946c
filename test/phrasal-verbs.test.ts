import { describe, expect, it } from "vitest";
import { readText } from "./read-text.ts";

const lemmasOf = (text: string) => readText(text).events.map(({ lemma }) => lemma);

describe("a verb with its particle", () => {
  it.each([
    ["The club ruled out a sale on Monday.", "rule out", "ruled"],
    ["The shipyard laid off forty welders on Monday.", "lay off", "laid"],
  ])("is another verb: %s", (text, lemma, word) => {
    const told = readText(text).events.find((each) => each.lemma === lemma);
    expect(told?.trigger.text).toBe(word);
  });

  it("shares no sense with the bare one where it means another thing", () => {
    const [without] = readText("The court ruled on the case on Monday.").events;
    const [excluded] = readText("The club ruled out a sale on Monday.").events;
    expect(without?.senses?.filter((sense) => excluded?.senses?.includes(sense))).toEqual([]);
  });

  it("a bare verb stays one", () => {
    expect(lemmasOf("The court ruled on the case on Monday.")).toEqual(["rule"]);
  });
});
