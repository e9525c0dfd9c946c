import { describe, expect, it } from "vitest";
import { report } from "./analysis.test-data.ts";
import { told } from "./event.test-data.ts";

describe("reports of one story", () => {
  const BLAZE = "A blaze killed two sailors on the tanker Borea in Port Hale harbour.";
  const STRIKE = "Dockers at Lund walked out for higher wages, the union said.";
  const killed = (id: string, day: string | undefined, text: string) =>
    report({
      id,
      ...(day === undefined ? {} : { day }),
      text: `${text}\n\nFirefighters searched the tanker Borea, and sailors in Port Hale harbour mourned.`,
      sentences: true,
      names: { "Port Hale": "place" },
      events: [{ trigger: "killed", codes: {}, things: ["sailors"] }],
    });
  const other = report({ id: "z", day: "2030-03-02", text: STRIKE });

  it("tell one event by the words around it, without any time or agent", () => {
    const second = "Two sailors died: the blaze killed them on the tanker Borea.";
    expect(told(other, killed("a", "2030-03-01", BLAZE), killed("b", "2030-03-02", second))).toEqual([
      ["a", "b"],
    ]);
  });

  it("tell one event of a day by the words around it, where nobody is named for it", () => {
    const blaze = (id: string, day: string, time: string) =>
      report({
        id,
        day,
        text: "A blaze on the tanker Borea woke the sailors in Port Hale harbour.",
        sentences: true,
        events: [{ trigger: "blaze", codes: {}, time }],
      });
    expect(
      told(other, blaze("a", "2030-03-01", "2030-02-28"), blaze("b", "2030-06-02", "2030-02-28")),
    ).toEqual([["a", "b"]]);
    expect(
      told(other, blaze("a", "2030-03-01", "2030-02-28"), blaze("b", "2030-03-02", "2030-03-01")),
    ).toHaveLength(2);
  });

  it("tell two when they lie months apart", () => {
    expect(told(other, killed("a", "2030-03-01", BLAZE), killed("b", "2030-09-02", BLAZE))).toHaveLength(2);
  });
});
