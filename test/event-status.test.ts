import { describe, expect, test } from "vitest";
import { readText } from "./read-text.ts";

/** Words that govern one event stand in event-contexts.tsv; here is what grammar says of the status. */
const STATUSES: readonly (readonly [sentence: string, trigger: string, status: string])[] = [
  ["The minister is to visit Oslo on Friday.", "visit", "scheduled"],
  ["The ministers have yet to sign the accord.", "accord", "denied"],
  ["The minister left Oslo without meeting the envoy.", "meeting", "denied"],
  ["The storm kept the ferry from leaving Oslo.", "leaving", "denied"],
  ["Neither side signed the accord.", "accord", "denied"],
  ["The minister would have visited Oslo in May.", "visited", "possible"],
  ["Had the minister visited Oslo, the envoy would know.", "visited", "possible"],
  ["Did the minister visit Oslo?", "visit", "possible"],
  ["The plan is aimed at building a bridge.", "building", "proposed"],
  ["The minister met the mayor ahead of his visit to Oslo.", "visit", "scheduled"],
  ["The minister may cancel the visit to Oslo.", "visit", "possible"],
  ["The parade was called off because of the snow.", "parade", "cancelled"],
  ["The town called off the duck race because of the snow.", "race", "cancelled"],
  ["The town postponed the duck race.", "race", "scheduled"],
  ["The town moved the duck race from Sunday because of the snow.", "race", "scheduled"],
  ["The duck race will be held in May.", "race", "scheduled"],
  ["The duck race took place in May.", "race", "happened"],
  ["The minister did not cancel the visit to Oslo.", "visit", "scheduled"],
  ["The minister appeared in court in May.", "appeared", "happened"],
  ["The minister is to appear before a tribunal in July.", "appear", "scheduled"],
  ["The minister failed to appear in court in May.", "appear", "denied"],
  ["The verdict on the minister is expected in July.", "verdict", "scheduled"],
  ["The verdict on the minister was expected in February.", "verdict", "proposed"],
  ["A strike planned for July has been suspended.", "strike", "cancelled"],
  ["The planned visit of the minister took place in May.", "visit", "happened"],
  ["Ana Weiss was elected mayor in May.", "elected", "happened"],
  ["The minister was to have met the envoy in May.", "met", "possible"],
  ["The minister was to meet the envoy in Oslo.", "meet", "proposed"],
  ["The minister had planned to meet the envoy in Oslo.", "meet", "possible"],
  ["The minister left Oslo on Monday and will return in May.", "return", "scheduled"],
  ["The visit will please the town of Oslo.", "visit", "scheduled"],
  ["The earthquake will cost the town of Oslo a fortune.", "earthquake", "happened"],
  ["A fire broke out in Oslo on Friday.", "fire", "happened"],
  ["The town of Oslo fears a fire.", "fire", "possible"],
  ["The report may not be copied or sold in Norway.", "sold", "denied"],
  ["The list shows all tickets sold to members.", "sold", "ongoing"],
  ["The list shows all tickets sold in May.", "sold", "happened"],
  ["Norway wants to prevent future attacks.", "attacks", "denied"],
];

test.each([
  ["The envoys sang at the end of the Norwegian minister’s visit to the town.", "event-noun/framing"],
  ["Ana Weiss sang during her visit to Oslo.", "event-noun/framing"],
  ["Ana Weiss spoke of her visit to Oslo.", "event-noun/presupposed"],
  ["Ana Weiss will sing during her visit to Oslo.", "event-noun/under-open"],
])("what places something that happened has taken place itself: %s", (sentence, rule) => {
  expect(readText(sentence).events.find((each) => each.trigger.text === "visit")?.rule).toBe(rule);
});

describe("status from grammar", () => {
  test.each(STATUSES)("%s: %s is %s", (sentence, trigger, status) => {
    const event = readText(sentence).events.find((each) => each.trigger.text === trigger);
    expect(event?.status).toBe(status);
  });
});
