import { describe, expect, test } from "vitest";
import type { Entity } from "../src/model/entity.ts";
import { readText, rowsOf } from "./read-text.ts";

/** The place of which the words are a mention. */
function placeWith(entities: readonly Entity[], words: string): Entity | undefined {
  return entities.find(
    ({ type, mentions }) =>
      type === "place" && mentions.some(({ kind, text }) => kind === "name" && text === words),
  );
}

const near = (lat: number, lon: number) => ({ lat: expect.closeTo(lat, 0), lon: expect.closeTo(lon, 0) });

describe("a place is chosen by its surroundings", () => {
  test.each([
    ["Paris", "Police in Paris, Texas, have arrested two men.", near(33.66, -95.56)],
    ["Paris", "The French president returned to Paris on Monday.", near(48.85, 2.35)],
    ["Athens", "A fire broke out in Athens, Ga., on Monday.", near(33.96, -83.38)],
    ["Athens", "Greece has closed its port near Athens.", near(37.98, 23.73)],
    ["London", "The mayor of London, Ontario, has resigned.", near(42.98, -81.23)],
    ["Georgia", "Troops left Georgia and Armenia for Russia after talks in Tbilisi.", near(42, 43.5)],
    ["Georgia", "Storms hit Georgia and Alabama, and two roads near Atlanta were closed.", near(32.8, -83.2)],
    ["Jordan", "The king of Jordan met leaders of Egypt and Syria in Amman.", near(31, 36)],
    ["Cambridge", "Police in Cambridge closed a road to Ely in Cambridgeshire.", near(52.2, 0.12)],
    ["Kuril Islands", "Russian ships left the Kuril Islands on Monday.", near(45, 151)],
  ])("%s: %s", (name, text, point) => {
    expect(placeWith(readText(text).entities, name)).toMatchObject(point);
  });

  test("the country is told, and the number in GeoNames", () => {
    const tokyo = placeWith(readText("He flew to Tokyo on Monday.").entities, "Tokyo");
    expect(tokyo).toMatchObject({ country: "JP", geonames: 1850147 });
  });

  test("what lies in a state where the gazetteer has none of the name has no point", () => {
    const { entities } = readText("Police in Moscow, Delaware, have arrested two men.");
    expect(placeWith(entities, "Moscow")?.lat).toBeUndefined();
  });

  test("persons are no places", () => {
    const { entities } = readText(
      "Michael Jordan met Paris Hilton and George Washington on Monday. Jordan left.",
    );
    expect(placeWith(entities, "Jordan")).toBeUndefined();
    expect(placeWith(entities, "Paris")).toBeUndefined();
  });
});

describe("what the name finder took for another thing", () => {
  test.each([
    ["Newton", "Anna Weiss, 34, of Newton, Mass., was hurt on Monday."],
    ["Calif.", "Senator Anna Weiss, D-Calif., voted no on Monday."],
    ["Mass.", "Mass. lawmakers voted on Monday."],
    ["Springfield", "A Springfield man was hurt on Monday."],
  ])("%s: %s", (name, text) => {
    expect(placeWith(readText(text).entities, name)).toBeDefined();
  });

  test.each([
    ["Obama", "Obama officials said no on Monday."],
    ["Clinton", "Clinton voters stayed at home on Monday."],
    ["Jones", "The Jones home was sold on Monday."],
    ["Reading", "Reading the letter took an hour on Monday."],
    ["Central", "Meat is cheap at the Central Market."],
  ])("%s is no place: %s", (name, text) => {
    expect(placeWith(readText(text).entities, name)).toBeUndefined();
  });

  test("Georgia alone may be either", () => {
    expect(placeWith(readText("She left Georgia on Monday.").entities, "Georgia")?.lat).toBeUndefined();
  });
});

describe("places within other names", () => {
  test("a capital elsewhere does not stand for a government", () => {
    const text = "Athens, Ga., is a quiet town. Athens rejected the plan of the county.";
    const { entities } = readText(text);
    expect(placeWith(entities, "Greece")).toBeUndefined();
    expect(entities.some(({ name }) => name === "Greece")).toBe(false);
  });

  test("a paper is of no place", () => {
    expect(placeWith(readText("The London Times wrote of it.").entities, "London")).toBeUndefined();
  });

  test("a language and those who were there before are no country's", () => {
    const { entities } = readText("He spoke in English of Native American art.");
    expect(placeWith(entities, "English")).toBeUndefined();
    expect(placeWith(entities, "American")).toBeUndefined();
  });

  test("a county in a list is a county", () => {
    const { entities } = readText("Roads in Clark and Butler counties, Kentucky, were closed.");
    expect(placeWith(entities, "Butler")?.country).toBe("US");
  });
});

describe("place-demonyms.tsv", () => {
  const rows = rowsOf("data/en/place-demonyms.tsv").map((row) => [row.word ?? "", row.place ?? ""] as const);
  test.each(rows)("%s", (word, place) => {
    const { entities } = readText(`Four ${word} engineers left on Monday.`);
    expect(placeWith(entities, word)).toMatchObject({ name: place, lat: expect.any(Number) });
  });
});

describe("place-abbreviations.tsv", () => {
  const rows = rowsOf("data/en/place-abbreviations.tsv").map((row) => [row.abbreviation ?? "", row] as const);
  test.each(rows)("%s", (abbreviation, { country }) => {
    const { entities } = readText(`The firm of Newtown, ${abbreviation}, was sold.`);
    expect(placeWith(entities, abbreviation)).toMatchObject({ country, lat: expect.any(Number) });
  });
});

describe("place-institutions.tsv", () => {
  const rows = rowsOf("data/en/place-institutions.tsv").map((row) => [row.words, row.example ?? ""] as const);
  test.each(rows)("%s", (_, example) => {
    const places = readText(example).entities.filter(({ type }) => type === "place");
    const words = places.flatMap(({ mentions }) => mentions.map(({ text }) => text));
    expect(words.some((text) => text.startsWith("Springfield"))).toBe(true);
  });
});

describe("place-not-names.tsv", () => {
  const rows = rowsOf("data/en/place-not-names.tsv").flatMap(({ role = "", words = "" }) =>
    words.split(" ").map((word) => [role, word] as const),
  );
  test.each(rows)("%s: %s", (role, word) => {
    const name = word.charAt(0).toUpperCase() + word.slice(1);
    const text = role === "generic" ? `He works for ${name} Bank Holdings.` : `The London ${name} were late.`;
    const places = readText(text).entities.flatMap(({ mentions }) =>
      mentions.filter(({ rule }) => rule !== "name").map((mention) => mention.text),
    );
    expect(places).not.toContain(role === "generic" ? name : "London");
  });
});
