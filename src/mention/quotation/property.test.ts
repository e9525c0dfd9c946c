import fc from "fast-check";
import { expect, test } from "vitest";
import type { TextSpan } from "../../model/span.ts";
import { quotationsOf } from "./reading.test-data.ts";

const PIECES = [
  "“",
  "”",
  '"',
  "''",
  "‘",
  "’",
  "'",
  "«",
  "»",
  ",",
  ".",
  ":",
  "?",
  " ",
  "\n\n",
  " — ",
  " that ",
  " not ",
  " and ",
  " by ",
  "Ana Brandt",
  "the mayor",
  "he",
  "who",
  "said",
  "told reporters",
  "according to",
  "called for",
  "was accused of",
  "We are ready",
  "the town would sign",
  "a mistake",
  "in an interview",
  "on Friday",
  "to sign",
  "declined to say",
];

const texts = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 24 })
  .map((pieces) => pieces.join(" ").trim());

test("whatever the text, spans hold their words and ids are unique", () => {
  fc.assert(
    fc.property(texts, fc.boolean(), (text, title) => {
      const found = quotationsOf(text, { title });
      expect(new Set(found.map((each) => each.id)).size).toBe(found.length);
      for (const { content, pieces, cue, source, addressee, occasion, accordingTo } of found) {
        const spans = [content, ...(pieces ?? []), cue, source, addressee, occasion, accordingTo];
        for (const span of spans.filter((each): each is TextSpan => Boolean(each))) {
          expect(span.end).toBeGreaterThan(span.start);
          expect(text.slice(span.start, span.end)).toBe(span.text);
        }
      }
    }),
    { seed: 1, numRuns: 500 },
  );
});
