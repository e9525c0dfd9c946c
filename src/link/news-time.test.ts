import { expect, it } from "vitest";
import { visit } from "./analysis.test-data.ts";
import { mentionsOf } from "./event.test-data.ts";
import type { EventMention } from "./mention.ts";
import { standing } from "./news-time.ts";

const told = (id: string, day: string | undefined, time?: string) =>
  visit(id, day, "Mira Olsen visited Port Hale.", {
    trigger: "visited",
    ...(time === undefined ? {} : { time }),
  });

it.each<[string, ReturnType<typeof told>, ReturnType<typeof told>, string]>([
  ["both say when", told("a", "2030-03-01", "2030-02-28"), told("b", "2031-03-01", "2030"), "near"],
  ["news of one week", told("a", "2030-03-01"), told("b", "2030-03-06"), "near"],
  ["a report without a day", told("a", undefined), told("b", "2030-03-06"), "near"],
  ["news of two seasons", told("a", "2030-03-01"), told("b", "2030-09-01"), "far"],
  ["looking back by three weeks", told("a", "2030-03-21"), told("b", "2030-03-01", "2030-02-28"), "open"],
  ["news long after the date", told("a", "2030-09-01"), told("b", "2030-03-01", "2030-02-28"), "apart"],
])("%s", (_, first, second, expected) => {
  const [a, b] = mentionsOf(first, second) as [EventMention, EventMention];
  expect(standing(a, b)).toBe(expected);
  expect(standing(b, a)).toBe(expected);
});
