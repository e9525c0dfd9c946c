import { expect, test } from "vitest";
import { findTimexesIn } from "../../times.ts";

/** Values in a text of Monday, 30 October 2017. */
function valuesOf(text: string): readonly string[] {
  return findTimexesIn(text, "2017-10-30").map(({ value }) => value);
}

test.each([
  ["what will be done", "She will be named captain for a voyage in December.", ["2017-12"]],
  ["what is to be done by a date", "The sale is part of a program to pay the debt by February.", ["2018-02"]],
  ["what had risen by a date", "Rents had risen by March.", ["2017-03"]],
  ["what was done to a plan", "The council passed its harbour plan on Friday.", ["2017-10-27"]],
  ["what was not paid by a deadline", "The club missed the deadline on Friday.", ["2017-10-27"]],
  ["when a deadline is", "The deadline is Friday.", ["2017-11-03"]],
  ["what is planned", "They plan to sail on Friday.", ["2017-11-03"]],
  ["what was due, and is just over", "He was due to sail on Saturday.", ["2017-10-28"]],
  ["what was due, and is to come", "He was due to sail on Wednesday.", ["2017-11-01"]],
  ["what had been planned", "He had planned to sail on Friday.", ["2017-10-27"]],
  ["what will be held", "The regatta will be held on Friday.", ["2017-11-03"]],
  [
    "what had been put off, as is said",
    "The club said the race had been put off until Saturday.",
    ["2017-11-04"],
  ],
  [
    "what is moved from one day to another",
    "The club moved its race to the flooded bay from Tuesday to Saturday.",
    ["2017-10-31", "2017-11-04"],
  ],
  ["what is moved to a day", "The council moved the vote to Friday.", ["2017-11-03"]],
  [
    "what is brought forward from one day to another",
    "The vote was brought forward to Wednesday.",
    ["2017-11-01"],
  ],
  ["what had been moved to a day", "The vote had been moved to Friday.", ["2017-10-27"]],
  [
    "what went on after a move",
    "She moved to Oslo and worked from Tuesday to Friday.",
    ["2017-10-24", "2017-10-27"],
  ],
  ["what had been due", "The offer had been due to expire Friday.", ["2017-10-27"]],
  ["a noun after a number", "The council ratified the pact by 76 votes to 74 on Tuesday.", ["2017-10-24"]],
  ["a short form before a verb", "In June, in the case of Stone vs. Wood, the judge resigned.", ["2017-06"]],
])("%s", (_name, text, values) => {
  expect(valuesOf(text)).toEqual(values);
});

test.each([
  [
    "a quarter that results are compared with is not the one reported",
    "Profit rose in the third quarter. After a flat second quarter, sales rose 3%. Costs fell in the quarter.",
    ["2017-Q3", "2017-Q2", "2017-Q3"],
  ],
  [
    "nor is one that lies ahead",
    "Profit fell in the third quarter. It said nothing of fourth-quarter results. Costs rose in the latest quarter.",
    ["2017-Q3", "2017-Q4", "2017-Q3"],
  ],
  [
    "last year beside the figures of a quarter",
    "Profit rose in the third quarter to $3 million from $2 million last year.",
    ["2017-Q3", "2016-Q3"],
  ],
  [
    "last year beside no figures",
    "Profit rose in the third quarter. The mill was sold last year.",
    ["2017-Q3", "2016"],
  ],
])("%s", (_name, text, values) => {
  expect(valuesOf(text)).toEqual(values);
});

test.each([
  ["what is called for", "The guild called for a march through the town on Saturday.", ["2017-11-04"]],
  ["what is announced for a day", "The guild announced a strike for Wednesday.", ["2017-11-01"]],
  ["an announcing on a day", "The guild announced a strike on Wednesday.", ["2017-10-25"]],
  ["a calling for what has no day of its own", "The mayor called for talks on Friday.", ["2017-10-27"]],
  ["what had been called for", "The guild had called for a march on Saturday.", ["2017-10-28"]],
  ["a figure for a period", "The firm announced a loss for the third quarter.", ["2017-Q3"]],
])("%s", (_name, text, values) => {
  expect(valuesOf(text)).toEqual(values);
});
