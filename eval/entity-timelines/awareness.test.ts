import { expect, it } from "vitest";
import { awareness } from "./awareness.ts";

const gold = [
  { name: "a", order: 0, date: "XXXX-XX-XX" },
  { name: "b", order: 1, date: "2030" },
  { name: "c", order: 1, date: "2030" },
  { name: "d", order: 2, date: "2031-03-01" },
];

it("finds all in the gold itself", () => {
  expect(awareness(gold, gold)).toEqual({ right: 5, found: 5, recalled: 5, gold: 5 });
});

it("counts what follows, whatever lies between", () => {
  const ours = [
    { name: "b", order: 1, date: "2030" },
    { name: "x", order: 2, date: "2030-05-01" },
    { name: "d", order: 3, date: "2031-03-02" },
  ];
  // Ours: b before x, x before d, and three dates. Gold: b with c, c before d, and three dates.
  expect(awareness(ours, gold)).toEqual({ right: 1, found: 5, recalled: 1, gold: 5 });
});
