import { describe, expect, test } from "vitest";
import { readText } from "./read-text.ts";

/** Who did what to whom, however the sentence is turned. */
const SENTENCES: readonly (readonly [sentence: string, trigger: string, agent: string, patient: string])[] = [
  ["Norway annexed the island in 1920.", "annexed", "Norway", "island"],
  ["The island was annexed by Norway in 1920.", "annexed", "Norway", "island"],
  ["The island, annexed by Norway in 1920, is empty.", "annexed", "Norway", "island"],
  ["The island which Norway annexed in 1920 is empty.", "annexed", "Norway", "island"],
  ["Norway, which annexed the island in 1920, sent a ship.", "annexed", "Norway", "island"],
  ["Norway’s annexation of Jan Mayen angered the envoy.", "annexation", "Norway", "Jan Mayen"],
  ["The annexation of Jan Mayen by Norway angered the envoy.", "annexation", "Norway", "Jan Mayen"],
  ["Norway is set to sign the accord with Sweden.", "accord", "Norway", ""],
  ["Ana Weiss was asked to meet the envoy.", "meet", "Ana Weiss", "envoy"],
  ["Ana Weiss told the minister to leave Oslo.", "leave", "minister", ""],
  ["Ana Weiss, whose trip was put off in April, signed the paper.", "trip", "Ana Weiss", ""],
  ["Hopes of an accord over Jan Mayen, seized by Norway in 1920, are gone.", "seized", "Norway", "Jan Mayen"],
];

describe("participants", () => {
  test.each(SENTENCES)("%s", (sentence, trigger, agent, patient) => {
    const event = readText(sentence).events.find((each) => each.trigger.text === trigger);
    const having = (role: string) =>
      event?.participants.filter((each) => each.role === role).map(({ text }) => text);
    expect(having("agent")?.[0] ?? "").toContain(agent);
    const place = event?.place === undefined ? "" : patient;
    expect(having("patient")?.[0] ?? place).toContain(patient);
  });
});
