import { describe, expect, test } from "vitest";
import { readText, rowsOf } from "./read-text.ts";

/** Every row of the event tables is tried on its own example. */
describe("event-verbs.tsv", () => {
  test.each(rowsOf("data/en/event-verbs.tsv").map((row) => [row.lemma, row] as const))("%s", (lemma, row) => {
    // "Turn back" is told by "turn" with its particle.
    const event = readText(row.example ?? "").events.find((each) =>
      [each.lemma, each.lemma.split(" ")[0]].includes(lemma),
    );
    if (row.cameo) expect(event?.codes.cameo).toBe(row.cameo);
    expect(event?.status).toBe("happened");
  });
});

describe("event-nouns.tsv", () => {
  test.each(rowsOf("data/en/event-nouns.tsv").map((row) => [row.lemma, row] as const))("%s", (lemma, row) => {
    const found = readText(row.example ?? "").events.map((each) => each.trigger.text.replace(/s$/u, ""));
    expect(found).toContain(lemma?.replace(/s$/u, ""));
  });
});

describe("event-adjectives.tsv", () => {
  test.each(rowsOf("data/en/event-adjectives.tsv").map((row) => [row.lemma, row] as const))(
    "%s",
    (lemma, row) => {
      const event = readText(row.example ?? "").events.find((each) => each.trigger.text === lemma);
      expect([event?.lemma, event?.status]).toEqual([row.verb, "happened"]);
    },
  );
});

describe("event-light-verbs.tsv", () => {
  test.each(rowsOf("data/en/event-light-verbs.tsv").map((row) => [row.lemma, row] as const))(
    "%s",
    (_lemma, row) => {
      expect(readText(row.example ?? "").events.map((each) => each.trigger.text)).toContain(row.trigger);
    },
  );
});

describe("event-states.tsv", () => {
  test.each(rowsOf("data/en/event-states.tsv").map((row) => [row.lemma, row] as const))(
    "%s",
    (lemma, row) => {
      // What is said is an event of the day of the report.
      const found = readText(row.example ?? "").events.filter((each) => each.time.basis !== "inferred");
      expect(found.filter((each) => each.lemma === lemma)).toEqual([]);
    },
  );
});

describe("event-contexts.tsv", () => {
  const rows = rowsOf("data/en/event-contexts.tsv").map((row) => [`${row.lemma} (${row.on})`, row] as const);
  test.each(rows)("%s", (_name, row) => {
    const event = readText(row.example ?? "").events.find((each) => each.lemma === row.trigger);
    // The examples of words that pass on their own status are told in the past.
    const expected = row.status === "inherit" ? "happened" : row.status;
    expect(event?.status).toBe(expected === "postponed" ? "scheduled" : expected);
  });
});

describe("event-senses.tsv", () => {
  const rows = rowsOf("data/en/event-senses.tsv").map((row) => [row.sense, row] as const);
  test.each(rows)("%s", (sense, { example = "", other = "" }) => {
    const told = [example, other].map((text) =>
      readText(text).events.find((each) => each.senses?.includes(sense ?? "")),
    );
    expect(told.map((event) => event?.senses)).toEqual([
      expect.arrayContaining([sense]),
      expect.arrayContaining([sense]),
    ]);
    expect(told[0]?.lemma).not.toBe(told[1]?.lemma);
  });
});

describe("event-reschedulings.tsv", () => {
  test.each(rowsOf("data/en/event-reschedulings.tsv").map((row) => [row.lemma, row] as const))(
    "%s",
    (_lemma, row) => {
      const event = readText(row.example ?? "", { published: "2024-02-07" }).events.find(
        (each) => each.trigger.text === row.trigger,
      );
      expect(event).toMatchObject({ status: "scheduled", time: { edtf: "2024-02-09", basis: "stated" } });
    },
  );
});

describe("event-courses.tsv", () => {
  test.each(rowsOf("data/en/event-courses.tsv").map((row) => [row.lemma, row] as const))(
    "%s",
    (_lemma, row) => {
      const found = readText(row.example ?? "", { published: "2024-02-06" }).events;
      expect(found.find((each) => each.trigger.text === row.trigger)?.time.edtf).toBe("2024-02-05");
    },
  );
});

describe.each(["event-tellings", "event-market-moves"])("%s.tsv", (name) => {
  test.each(rowsOf(`data/en/${name}.tsv`).map((row) => [row.lemma, row] as const))("%s", (_lemma, row) => {
    const found = readText(row.example ?? "", { published: "2024-02-06" }).events;
    const event = found.find((each) => each.trigger.text === row.trigger);
    expect(event?.time).toEqual({ edtf: "2024-02-06", basis: "inferred" });
  });
});
