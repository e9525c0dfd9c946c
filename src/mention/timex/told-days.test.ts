import { expect, test } from "vitest";
import { findTimexesIn } from "../../times.ts";

/** Values in a text of Wednesday, 6 May 2026. */
function valuesOf(text: string): readonly string[] {
  return findTimexesIn(text, "2026-05-06").map(({ value }) => value);
}

const [MONDAY, TUESDAY, WEDNESDAY] = ["2026-05-04", "2026-05-05", "2026-05-06"];

test.each([
  [
    "the sentence before",
    "Fire broke out at a mill shortly after 3 a.m. on Monday. Crews fought the flames until noon.",
    [`${MONDAY}T03:00`, `${MONDAY}T12:00`],
  ],
  [
    "the lead",
    "A mill burned down early on Monday. It made paper. Many worked there. It was old. Flames rose at 3 a.m. sharp.",
    [MONDAY, `${MONDAY}T03:00`],
  ],
  ["the same sentence", "On Monday they worked until noon.", [MONDAY, `${MONDAY}T12:00`]],
  [
    "a day that follows in the clause",
    "It sank at 3 a.m. off the coast on Monday.",
    [`${MONDAY}T03:00`, MONDAY],
  ],
  [
    "a day that follows",
    "A blast that struck at 3 a.m. killed two people in Fenby on Monday.",
    [`${MONDAY}T03:00`, MONDAY],
  ],
  [
    "not the day of a saying",
    "A ferry sank on Monday, officials said on Tuesday. It went down at 3 a.m. in a storm.",
    [MONDAY, TUESDAY, `${MONDAY}T03:00`],
  ],
  [
    "the day of a saying, where no other is told",
    "The mayor spoke on Tuesday. She began at noon.",
    [TUESDAY, `${TUESDAY}T12:00`],
  ],
  [
    "not the day of what had happened before",
    "A ferry sank on Tuesday. It had left the yard on Monday. Water came in at 3 a.m. sharp.",
    [TUESDAY, MONDAY, `${TUESDAY}T03:00`],
  ],
  [
    "the small hours after an evening",
    "The ship left at 10 p.m. on Monday. Fire broke out at 2 a.m. in the hold.",
    [`${MONDAY}T22:00`, `${TUESDAY}T02:00`],
  ],
  [
    "after the midnight of an evening",
    "The ship left on Monday evening. Fire broke out shortly after midnight in the hold.",
    [`${MONDAY}TEV`, `${TUESDAY}T00:00`],
  ],
  [
    "of two stories, neither",
    "A mill burned down on Monday. Another burned down on 3 March 2015. Flames rose at 3 a.m. sharp.",
    [MONDAY, "2015-03-03", "XXXX-XX-XXT03:00"],
  ],
  [
    "what lies ahead",
    "Voters will go to the polls on Sunday. The polls will open at 8 a.m. sharp.",
    ["2026-05-10", "2026-05-10T08:00"],
  ],
  ["the present", "A bridge fell on Monday. The road is closed until noon.", [MONDAY, `${WEDNESDAY}T12:00`]],
  ["this morning", "A bridge fell on Monday. It burned this morning.", [MONDAY, `${WEDNESDAY}TMO`]],
  ["no day told", "The bridge fell at 3 a.m. sharp.", [`${WEDNESDAY}T03:00`]],
])("a time of day is of the day told last: %s", (_name, text, values) => {
  expect(valuesOf(text)).toEqual(values);
});
