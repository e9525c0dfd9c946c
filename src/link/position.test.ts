import { expect, test } from "vitest";
import type { Entity, Mention } from "../model/entity.ts";
import { linkedPosition } from "./position.ts";

function place(mentions: number, position: Partial<Entity>): Entity {
  const mention: Mention = { start: 0, end: 5, text: "Paris", kind: "name", rule: "r" };
  return {
    id: "e1",
    type: "place",
    name: "Paris",
    roles: [],
    mentions: Array(mentions).fill(mention),
    ...position,
  };
}

const FRANCE = { lat: 48.85, lon: 2.35, country: "FR", geonames: 2988507 };
const TEXAS = { lat: 33.66, lon: -95.56, country: "US", geonames: 4717560 };

test("most mentions decide which place it is", () => {
  expect(linkedPosition([place(1, TEXAS), place(2, FRANCE), place(5, {})])).toEqual(FRANCE);
});

test("mentions of several reports are counted together", () => {
  expect(linkedPosition([place(2, FRANCE), place(1, TEXAS), place(2, TEXAS)])).toEqual(TEXAS);
});

test("what nobody knows has no position", () => expect(linkedPosition([place(3, {})])).toEqual({}));
