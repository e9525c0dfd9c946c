import { describe, expect, test } from "vitest";
import { readText, rowsOf } from "./read-text.ts";

/** Every row of the entity tables is tried on its own example, or on a sentence made of its words. */
describe("entity-countries.tsv", () => {
  test.each(rowsOf("data/en/entity-countries.tsv").map((row) => [row.country, row.capital] as const))(
    "%s",
    (country, capital) => {
      const { entities } = readText(`${capital} has rejected the offer of ${country}.`);
      const found = entities.find((entity) => entity.name === country);
      expect(found?.type).toBe("place");
      expect(found?.mentions.map((mention) => mention.text.replace(/^the /iu, ""))).toContain(country);
    },
  );
});

describe("entity-roles.tsv", () => {
  test.each(rowsOf("data/en/entity-roles.tsv").map((row) => [row.role, row.example] as const))(
    "%s",
    (role, example) => {
      const person = readText(example ?? "").entities.find((entity) => entity.type === "person");
      const courtesy = ["mr", "mrs", "ms", "miss", "dr", "sir"].includes(role ?? "");
      const titles = person?.roles.map(({ text }) => text.toLowerCase()).join(" ") ?? "";
      expect(person).toBeDefined();
      expect(courtesy ? role : titles).toContain(role);
      expect(person?.name.toLowerCase()).not.toContain(role);
    },
  );
});

describe("entity-places.tsv", () => {
  test.each(rowsOf("data/en/entity-places.tsv").map((row) => [row.noun, row.example] as const))(
    "%s",
    (noun, example) => {
      const places = readText(example ?? "").entities.filter((entity) => entity.type === "place");
      const nominals = places.flatMap((place) => place.mentions.filter(({ kind }) => kind === "nominal"));
      expect(nominals.map(({ text }) => text.replace(/s$/u, ""))).toContain(`the ${noun}`);
    },
  );
});

describe("entity-role-times.tsv", () => {
  test.each(rowsOf("data/en/entity-role-times.tsv").map((row) => [row.word, row.when, row.example] as const))(
    "%s",
    (word = "", when, example) => {
      const roles = readText(example ?? "").entities.flatMap((entity) => entity.roles);
      expect(roles).toEqual([expect.objectContaining({ when })]);
      expect(roles[0]?.text.toLowerCase()).toContain(word);
    },
  );
});

describe("entity-deaths.tsv", () => {
  const before = "Karl Tamm died at sea in May. Ben Okoro has denied all charges.";
  test.each(rowsOf("data/en/entity-deaths.tsv").map((row) => [row.word, row.dead, row.example] as const))(
    "%s: %s",
    (_word, _dead, example) => {
      const dead = readText(`${before} ${example}`).entities.find(({ name }) => name === "Karl Tamm");
      expect(dead?.mentions.map(({ rule }) => rule)).toContain("nearest-dead");
    },
  );
  test("who is not dead by the report's words is found as ever", () => {
    const [tamm] = readText("Karl Tamm spoke on Monday. Days before his death he went to sea.").entities;
    expect(tamm?.mentions.map(({ text }) => text)).toContain("his");
  });
});

describe("entity-accused.tsv", () => {
  const before = "Police spoke to Karl Tamm's doctor, Ben Okoro.";
  test.each(rowsOf("data/en/entity-accused.tsv").map((row) => [row.word, row.example] as const))(
    "%s",
    (_word, example) => {
      const { entities } = readText(`${before} ${example} He was there before his death.`);
      const okoro = entities.find(({ name }) => name === "Ben Okoro");
      expect(okoro?.mentions.map(({ text }) => text)).not.toContain("his");
    },
  );
  test("the dead one is rather the one of the same sentence who was named last", () => {
    const { entities } = readText("Ben Okoro spoke. The family of Karl Tamm asked about his death.");
    expect(entities.find(({ name }) => name === "Karl Tamm")?.mentions.map(({ text }) => text)).toContain(
      "his",
    );
  });
  test("who kills is not who is killed", () => {
    const { entities } = readText("Karl Tamm went home. Ben Okoro followed and Ben Okoro killed him.");
    expect(entities.find(({ name }) => name === "Karl Tamm")?.mentions.map(({ text }) => text)).toContain(
      "him",
    );
  });
});

describe("entity-bodies.tsv", () => {
  test.each(rowsOf("data/en/entity-bodies.tsv").map((row) => [row.noun, row.example] as const))(
    "%s",
    (noun, example) => {
      const bodies = readText(example ?? "").entities.filter((entity) => entity.type === "organization");
      expect(bodies.flatMap(({ mentions }) => mentions.map(({ text }) => text))).toContain(`The ${noun}`);
    },
  );
});

describe("entity-organizations.tsv", () => {
  const rows = rowsOf("data/en/entity-organizations.tsv").map(
    ({ name = "", also = "", short = "", example = "" }) => ({
      name,
      example,
      also: also.split("|").filter((each) => each !== ""),
      shorts: short.split("|").filter((each) => each !== ""),
    }),
  );
  /** How often each body of this name is named. */
  const called = (name: string, text: string) =>
    readText(text)
      .entities.filter((entity) => entity.type === "organization")
      .map(({ mentions }) => mentions.filter(({ kind }) => kind === "name").map((mention) => mention.text))
      .flatMap((names) => (names.some((text) => text.endsWith(name)) ? [names.length] : []));
  test.each(rows)("$name", ({ name, example, also, shorts }) => {
    expect(called(name, example)).toHaveLength(1);
    for (const other of also) expect(called(other, `Later, ${other} refused to comment.`)).toHaveLength(1);
    for (const other of shorts)
      expect(called(other, `${example} Later, ${other} refused to comment.`)).toEqual([2]);
  });
  test("no name stands twice", () => {
    const all = rows.flatMap(({ name, also }) => [name, ...also]);
    expect(all.filter((name, at) => all.indexOf(name) !== at)).toEqual([]);
  });
  test("the full name of a person, or a title, says that the surname is no body", () => {
    const typeOf = (text: string) => readText(text).entities.find(({ name }) => /Ford$/u.test(name))?.type;
    expect(typeOf("Ford cut 300 jobs.")).toBe("organization");
    expect(typeOf("Karl Ford has died. Ford was 90.")).toBe("person");
    expect(typeOf("President Ford was told of it. Ford refused.")).toBe("person");
  });
});

describe("entity-company-nouns.tsv", () => {
  test.each(rowsOf("data/en/entity-company-nouns.tsv").map((row) => [row.noun, row.example] as const))(
    "%s",
    (_noun, example = "") => {
      expect(readText(example).entities.map(({ type, name }) => `${type} ${name}`)).toEqual([
        "organization Kask",
      ]);
    },
  );
  test("a company by its name alone", () => {
    const { entities } = readText("Kask Ltd. was sold. Kask said it was too small.");
    expect(entities.map(({ type }) => type)).toEqual(["organization"]);
  });
});

describe("entity-things.tsv", () => {
  test.each(rowsOf("data/en/entity-things.tsv").map((row) => [row.noun, row.example] as const))(
    "%s",
    (noun = "", example = "") => {
      const things = readText(example).entities.filter((entity) => entity.type === "other");
      expect(things.map(({ name }) => name.toLowerCase().endsWith(noun))).toEqual([true]);
    },
  );
});

describe("entity-vehicles.tsv", () => {
  test.each(rowsOf("data/en/entity-vehicles.tsv").map((row) => [row.noun, row.example] as const))(
    "%s",
    (noun, example) => {
      const star = readText(example ?? "").entities.find((entity) => entity.name === "Baltic Star");
      expect(star?.mentions.map(({ text }) => text)).toContain(`The ${noun}`);
    },
  );
});

describe("given names", () => {
  const namesOf = (path: string) =>
    rowsOf(path).map(({ names = "", gender }) => names.split(" ").map((name) => [name, gender] as const));
  const common = namesOf("data/en/entity-given-names.tsv").flat();
  const others = namesOf("data/en/entity-first-names.tsv");
  const tried = rowsOf("data/en/entity-first-names.tsv").map(
    ({ example = "", gender }) => [example, gender] as const,
  );
  const takes = (name: string, pronoun: string) =>
    readText(`${name} Weiss spoke on Monday. ${pronoun} left.`).entities.some(
      (entity) => entity.name === `${name} Weiss` && entity.mentions.some(({ text }) => text === pronoun),
    );
  test("no name stands twice", () => {
    const all = [...common, ...others.flat()].map(([name]) => name);
    expect(new Set(all).size).toBe(all.length);
    expect(all).toEqual(expect.arrayContaining(tried.map(([name]) => name)));
  });
  test.each([...common, ...tried])("%s", (name, gender) => {
    const spelled = name.charAt(0).toUpperCase() + name.slice(1);
    expect([takes(spelled, "He"), takes(spelled, "She")]).toEqual([gender === "m", gender === "f"]);
  });
});
