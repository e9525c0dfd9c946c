import { describe, expect, test } from "vitest";
import { readText } from "./read-text.ts";

/** Each entity of a text as "type name". */
function named(text: string): string[] {
  return readText(text).entities.map(({ type, name }) => `${type} ${name}`);
}

describe("a name is one piece", () => {
  test.each([
    ["Aid reached Port-au-Prince on Monday. Port-au-Prince was hit hard.", "place Port-au-Prince"],
    ["He lives in Stoke-on-Trent.", "place Stoke-on-Trent"],
    ["He spoke with Lim Kwang-su, who leads the talks.", "person Lim Kwang-su"],
    ["The USS Norva left Riga on Monday.", "other USS Norva"],
    ["Leaders of the G-20 met in Riga.", "organization Group of 20"],
    ["The Kyoto Protocol was signed there.", "other Kyoto Protocol"],
    ["Bank of America Merrill Lynch lent less.", "organization Bank of America Merrill Lynch"],
  ])("%s", (text, name) => {
    expect(named(text)).toContain(name);
  });

  test("what is made of a name is no part of it", () => {
    expect(named("A plan of the Kim Tamm-led party was voted down.").join()).not.toContain("led");
  });
});

describe("what is no part of a name", () => {
  test.each([
    ["“We must help,” said Sen. Karl Weiss (D-N.Y.), who leads the committee.", "D-"],
    ["A man sells fish in Riga on Monday. (AP Photo\\/Karl Tamm)", "Photo"],
    ["A man sells fish in Riga on Monday. (Karl Tamm - AP)", " - "],
    ["The Briton Ann Tamm was found alive.", "Briton Ann"],
  ])("%s", (text, part) => {
    expect(named(text).join("\n")).not.toContain(part);
  });
});
