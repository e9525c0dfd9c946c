import { expect, it } from "vitest";
import type { Member } from "../../model/near.ts";
import { report } from "../analysis.test-data.ts";
import { sketchOf } from "../near/sketch.ts";
import { WORDS } from "../words.test-data.ts";
import { storyTitle } from "./title.ts";

const member = (id: string, title: string | undefined, text: string): Member => {
  const analysis = report({ id, text, ...(title ? { title } : {}) });
  return {
    analysis,
    sketch: sketchOf(analysis, WORDS),
    ties: { parent: null, follows: 0, copies: [], credited: [], version: null },
  };
};
const HEADLINES = [
  { headline: "Islanders wait for bread", origins: 1, salience: 0.9 },
  { headline: "The Brenna ferry broke down", origins: 4, salience: 0.8 },
];
const text = "The ferry of Brenna stays in harbour, and Brenna has no bread.";

it("is the title most like all reports", () => {
  const members = [
    member("a", "Ferry of Brenna in harbour", text),
    member("b", "What else is on this week", text),
  ];
  expect(storyTitle(members, HEADLINES)).toBe("Ferry of Brenna in harbour");
});

it.each([0, 1])("is what the weightiest event tells where %d of four reports has a title", (titled) => {
  const members = [0, 1, 2, 3].map((i) =>
    member(`r${i}`, i < titled ? "A reader's letter" : undefined, text),
  );
  expect(storyTitle(members, HEADLINES)).toBe("The Brenna ferry broke down");
});

it("is unknown where there is neither", () => {
  expect(storyTitle([member("a", undefined, text)], [])).toBe("Untitled story");
});
