import { describe, expect, test } from "vitest";
import { quotationsOf } from "./reading.test-data.ts";

/** Who says what, in order of the text. */
function told(text: string): string[] {
  return quotationsOf(text).map(({ source, content }) => `${source?.text ?? "-"} | ${content.text}`);
}

describe("two sources in one sentence say each their own", () => {
  test.each([
    [
      "The mayor said that nobody was hurt; the guild said that two sailors had died.",
      ["The mayor | nobody was hurt", "the guild | two sailors had died"],
    ],
    [
      "The bridge is safe, the mayor said; the engineers called it a danger.",
      ["the mayor | The bridge is safe", "the engineers | it a danger"],
    ],
    [
      "The mayor said that nobody was hurt, while the guild said two sailors had died.",
      ["The mayor | nobody was hurt", "the guild | two sailors had died"],
    ],
    [
      "The ministry counted 30 dead; the opposition said 50.",
      ["The ministry | 30 dead", "the opposition | 50"],
    ],
    [
      "According to police, 3,000 people marched; according to the guild, 6,000.",
      ["police | 3,000 people marched", "the guild | 6,000"],
    ],
  ])("%s", (text, expected) => expect(told(text)).toEqual(expected));
});

describe("one cue for two sources", () => {
  test.each([
    [
      "Police spoke of 3,000 marchers, the organisers of 6,500.",
      ["Police | 3,000 marchers", "the organisers | 6,500"],
    ],
    [
      "Police put the crowd at 3,000; the organisers at more than 6,500.",
      ["Police | the crowd at 3,000", "the organisers | more than 6,500"],
    ],
    ["The guild put the toll at 60, the ministry 40.", ["The guild | the toll at 60", "the ministry | 40"]],
    ["The ministry counted 30 dead, the opposition 50.", ["The ministry | 30 dead", "the opposition | 50"]],
  ])("%s", (text, expected) => expect(told(text)).toEqual(expected));
});

describe("one source that goes on", () => {
  test.each([
    [
      "The mayor said that the bridge was safe; it would open in May.",
      "the bridge was safe; it would open in May",
    ],
    [
      "The mayor said that the bridge was safe; the engineers had told her that it held.",
      "the bridge was safe; the engineers had told her that it held",
    ],
    ["Police spoke of 30 dead, a rise of 10 on the day before.", "30 dead"],
    ["Police counted 30 dead, the highest toll in 20 years.", "30 dead"],
  ])("%s", (text, content) => {
    const [first, ...rest] = quotationsOf(text);
    expect(first?.content.text).toBe(content);
    expect(rest.filter(({ reportedIn }) => reportedIn === undefined)).toEqual([]);
  });
});
