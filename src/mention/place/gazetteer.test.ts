import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { kilometres } from "./distance.ts";
import { readGazetteer } from "./gazetteer.ts";
import { placeKey } from "./key.ts";

const gazetteer = readGazetteer(readFileSync(resolve(import.meta.dirname, "../../../data/places.bin.gz")));

/** "kind division" of all places of a name. */
function kinds(name: string): string[] {
  return gazetteer.lookup(name).map(({ kind, division }) => `${kind} ${division}`);
}

test.each([
  ["Kuril Islands", "region RU"],
  ["Kurile Islands", "region RU"],
  ["Iturup", "region RU"],
  ["Crimea", "state UA.11"],
  ["Middle East", "region "],
  ["Donbas", "region UA"],
  ["Sea of Japan", "region "],
  ["Kiev", "capital UA.12"],
  ["Kyiv", "capital UA.12"],
  ["Bombay", "city IN.16"],
  ["Washington", "capital US.DC"],
  ["Georgia", "country GE"],
  ["Georgia", "state US.GA"],
  ["Japan", "country JP"],
  ["the Netherlands", "country NL"],
  ["Sakhalin Oblast", "state RU.64"],
  ["Cook County", "county US.IL"],
  ["São Paulo", "city BR.27"],
  ["Sao Paulo", "city BR.27"],
  ["St. Paul", "city US.MN"],
  ["Saint Paul", "city US.MN"],
])("%s is a %s", (name, kind) => {
  expect(kinds(name)).toContain(kind);
});

test("a place has its point, people and number", () => {
  const tokyo = gazetteer.lookup("Tokyo").find(({ kind }) => kind === "capital");
  expect(tokyo).toMatchObject({ country: "JP", geonames: 1850147 });
  expect(tokyo && kilometres(tokyo, { lat: 35.69, lon: 139.69 })).toBeLessThan(5);
  expect(tokyo?.population).toBeGreaterThan(5e6);
});

test("what is no place is not found", () => {
  expect(gazetteer.lookup("Qzxwv")).toEqual([]);
  expect(gazetteer.lookup("東京")).toEqual([]);
  expect(gazetteer.lookup("")).toEqual([]);
});

test("spellings of one name share their key", () => {
  expect(placeKey("Nagorno-Karabakh")).toBe(placeKey("Nagorno Karabakh"));
  expect(placeKey("U.S.")).toBe("us");
  expect(placeKey("Göteborg")).toBe("goteborg");
  expect(placeKey("Łódź")).toBe("lodz");
});

test("distances are along the surface of the earth", () => {
  expect(kilometres({ lat: 0, lon: 0 }, { lat: 0, lon: 180 })).toBeCloseTo(20015, 0);
  expect(kilometres({ lat: 55.75, lon: 37.62 }, { lat: 35.69, lon: 139.69 })).toBeCloseTo(7485, -2);
});
