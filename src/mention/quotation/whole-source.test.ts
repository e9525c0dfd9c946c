import { expect, test } from "vitest";
import { readText } from "../../../test/read-text.ts";

test.each([
  ["“We did it,” declares Dr Henriette Weiss, country director for the fund.", "Dr Henriette Weiss"],
  [
    "1546 Spanish Prime Minister Jose Luis Rodriguez Brandt calls on the world to react with strength.",
    "Spanish Prime Minister Jose Luis Rodriguez Brandt",
  ],
  ["The plan is dead, Brandt said Tuesday.", "Brandt"],
  ["The minister told Brandt that the plan was dead.", "The minister"],
])("a title has its name: %s", (text, source) => {
  const { quotations } = readText(text);
  expect(quotations[0]?.source?.text).toBe(source);
});

test("August 29, 1958, Oslo, is nobody's words", () => {
  const { quotations } = readText(
    "Born: August 29, 1958, Oslo, Norway Earlier, Brandt said the plan was dead.",
  );
  expect(quotations.map((each) => each.source?.text ?? "-").join()).not.toContain("Oslo");
});
