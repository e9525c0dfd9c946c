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

test("a common noun of the report is no name in a heading", () => {
  expect(
    named("Channel closed\n\nThe channel was closed on Monday. Nobody knew why the Channel was closed."),
  ).toEqual([]);
});

test("an initial tells a person, where another name would be a place", () => {
  expect(named("They saw a saviour in Karl J. Tamm Jr. that day.")).toContain("person Karl J. Tamm Jr.");
});

describe("one person", () => {
  test.each([
    ["Henry M. Tamm Jr. spoke. Tamm left.", "Tamm"],
    ["Henry M. Tamm Jr. spoke. Henry Tamm left.", "Henry Tamm"],
    ["Henry M. Tamm Jr. spoke. Hank Tamm left.", "Hank Tamm"],
    ["Hank Tamm spoke. Henry Tamm left.", "Henry Tamm"],
  ])("%s", (text, name) => {
    const [tamm, ...others] = readText(text).entities;
    expect(others).toEqual([]);
    expect(tamm?.mentions.map((mention) => mention.text)).toContain(name);
  });

  test("father and son are two, and the surname alone is the father's", () => {
    const { entities } = readText("Karl Tamm spoke. Karl Tamm Jr. left. Tamm stayed.");
    expect(entities.map(({ name }) => name)).toEqual(["Karl Tamm", "Karl Tamm Jr."]);
    expect(entities[0]?.mentions.map(({ text }) => text)).toEqual(["Karl Tamm", "Tamm"]);
  });

  test.each(["Karl W. Tamm spoke. Karl H. Tamm left.", "Bill Tamm spoke. Walter Tamm left."])(
    "not %s",
    (text) => {
      expect(readText(text).entities).toHaveLength(2);
    },
  );
});

test("a time is no name", () => {
  expect(named("Monday's fire killed two people. Karl Tamm said so in May.")).toEqual(["person Karl Tamm"]);
});

describe("where a person comes from", () => {
  test("is no part of the name, and the surname is the person's", () => {
    const text =
      "Teresa Weiss of Aldmoor won the vote on Monday. Weiss told reporters of it. Teresa Weiss spoke.";
    const [person, ...others] = readText(text).entities;
    expect(person).toMatchObject({ type: "person", name: "Teresa Weiss" });
    expect(person?.mentions.filter(({ kind }) => kind === "name")).toHaveLength(3);
    expect(others.filter(({ type }) => type === "person")).toEqual([]);
  });

  test("is a place of its own", () => {
    expect(named("Senator Mark Weiss of Ohio said no.")).toEqual(["person Mark Weiss", "place Ohio"]);
  });

  test.each(["Bank of England", "University of Tartu", "Duke of York", "Joan of Arc"])(
    "%s stays whole",
    (name) => expect(named(`The ${name} was spoken of on Monday.`).join()).toContain(name),
  );
});
