import { describe, expect, it } from "vitest";
import { readPackageFile } from "../../training/package-file.ts";
import { loadRules } from "./load.ts";
import { splitTokens } from "./split-tokens.ts";

const rules = loadRules(readPackageFile);

function tokens(text: string): string {
  return splitTokens(text, { start: 0, end: text.length }, rules)
    .map(({ start, end }) => text.slice(start, end))
    .join("|");
}

describe("splitTokens", () => {
  it.each([
    ["We don't know.", "We|do|n't|know|."],
    ["We don’t know.", "We|do|n’t|know|."],
    ["Putin's dog", "Putin|'s|dog"],
    ["Putin’s dog", "Putin|’s|dog"],
    ["the workers’ pay", "the|workers|’|pay"],
    ["They cannot go", "They|can|not|go"],
    ["a long-delayed visit", "a|long|-|delayed|visit"],
    ["a pre-war treaty", "a|pre-war|treaty"],
    ["al-Qaeda", "al|-|Qaeda"],
    ["O'Neill said", "O'Neill|said"],
    ["$5m deal", "$|5|m|deal"],
    ["€4.5bn", "€|4.5|bn"],
    ["2,000 jobs, 4.5%", "2,000|jobs|,|4.5|%"],
    ["on Aug. 30, 2016", "on|Aug.|30|,|2016"],
    ["the 1990s and ’90s", "the|1990s|and|’90s"],
    ["the 15th day", "the|15th|day"],
    ["2001-2005", "2001|-|2005"],
    ["1/2 of 5/6/2016", "1/2|of|5/6/2016"],
    ["10:30 p.m.", "10:30|p.m."],
    ["J.K. Rowling", "J.K.|Rowling"],
    ["J. K. Rowling", "J.|K.|Rowling"],
    ["the U.S. Army", "the|U.S.|Army"],
    ["AT&T and R&D", "AT&T|and|R&D"],
    ["No. 5 and no.", "No.|5|and|no|."],
    ["see www.example.com/a?b=1.", "see|www.example.com/a?b=1|."],
    ["write to a.b@example.org, please", "write|to|a.b@example.org|,|please"],
    ["bbc.co.uk says", "bbc.co.uk|says"],
    ["“Yes,” he said…", "“|Yes|,|”|he|said|…"],
    ["wait... what?!", "wait|...|what|?!"],
    ["talks — again", "talks|—|again"],
    ["and/or", "and|/|or"],
    ["so th- the plan", "so|th-|the|plan"],
    ["we belie- — I think", "we|belie-|—|I|think"],
    ["a plan [...] of theirs", "a|plan|[...]|of|theirs"],
    ["they youve met", "they|you|ve|met"],
    ["MOSCOW (AFP) --", "MOSCOW|(|AFP|)|--"],
    ["😀 ok", "😀|ok"],
    ["", ""],
  ])("cuts %s", (text, expected) => {
    expect(tokens(text)).toBe(expected);
  });
});
