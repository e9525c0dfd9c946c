import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dateInWords, weekdayName } from "../src/index.ts";
import { date } from "../src/web/parts/dates.ts";
import { html } from "../src/web/parts/html.ts";
import { dayNumber, isoDay, ticks } from "../src/web/timeline/ticks.ts";

describe("html", () => {
  test("escapes values, keeps markup of its own, joins lists, leaves out what is nothing", () => {
    const inner = html`<b>${"<i>"}</b>`;
    expect(
      html`<p title="${`"'&`}">${inner}${[1, "<", null]}${undefined}${false}${true}</p>`.toString(),
    ).toBe('<p title="&quot;&#39;&amp;"><b>&lt;i&gt;</b>1&lt;</p>');
  });

  test("no text can open a tag, an entity or leave an attribute", () => {
    const text = fc.string({ unit: fc.constantFrom(..."<>&\"'`=/ a\u0000\u202e\ud800".split("")) });
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: "binary" })), (value) => {
        const markup = html`<p title="${value}">${value}</p>`.toString();
        const [, attribute = "", content = ""] = /^<p title="([^"]*)">([^<]*)<\/p>$/su.exec(markup) ?? [];
        expect(attribute).toBe(content);
        expect(content).not.toMatch(/[<>"']|&(?!amp;|lt;|gt;|quot;|#39;)/);
      }),
    );
  });

  test("an object that only looks like markup is text", () => {
    const forged = { toString: () => "<script>" } as unknown as string;
    expect(html`${forged}`.toString()).toBe("&lt;script&gt;");
  });

  test.each([
    "javascript:alert(1)",
    " javascript:alert(1)",
    "data:text/html,x",
    "//evil.example/",
    "/\\evil.example",
    "x",
  ])("a link to %j leads nowhere", (url) =>
    expect(html`<a href="${url}">x</a>`.toString()).toBe('<a href="#">x</a>'),
  );

  test.each(["https://a.example/?a=1", "HTTP://a.example", "/articles/a1", "#main", "?layers=times", "/"])(
    "a link to %j is kept",
    (url) => expect(html`<a href="${url}">x</a>`.toString()).toContain(`"${url}"`),
  );

  test("an attribute without double quotes is refused", () => {
    expect(() => html`<p title=${"x"}>`).toThrow(TypeError);
    expect(() => html`<p title='${"x"}'>`).toThrow(TypeError);
  });
});

describe("dates", () => {
  test.each([
    ["2016-12-15", "15 December 2016"],
    ["2016-12", "December 2016"],
    ["2016", "2016"],
    ["2016-12?", "about December 2016"],
    ["2016-XX", "2016"],
    ["197X", "1970s"],
    ["19XX", "1900 – 1999"],
    ["2016-21", "spring 2016"],
    ["2016-34", "second quarter of 2016"],
    ["2016-12-12/2016-12-18", "week of 12 December 2016"],
    ["2016-12-13/2016-12-19", "13 December 2016 – 19 December 2016"],
    ["1945/..", "from 1945"],
    ["../2016-08-30", "until 30 August 2016"],
    ["2016-01-01/2016-08-30", "1 January 2016 – 30 August 2016"],
    ["PAST_REF", "PAST_REF"],
    ["2016-99", "2016-99"],
    ["", ""],
  ])("%s is %j", (edtf, words) => expect(dateInWords(edtf)).toBe(words));

  test("only a day has a weekday", () => {
    expect(weekdayName("2016-12-15")).toBe("Thursday");
    expect(weekdayName("2016-12")).toBeNull();
    expect(weekdayName(null)).toBeNull();
  });

  test("a month stays a month for programs too", () => {
    expect(date("2016-12").toString()).toBe('<time datetime="2016-12">December 2016</time>');
    expect(date("2016-21").toString()).not.toContain("datetime");
    expect(date(null).toString()).toContain("date unknown");
  });
});

describe("ticks", () => {
  const labels = (first: string, last: string) =>
    ticks(dayNumber(first), dayNumber(last), 5).map(({ day, label }) => `${isoDay(day)} ${label}`);

  test.each([
    [
      "2016-12-13",
      "2016-12-16",
      ["2016-12-13 13 Dec", "2016-12-14 14 Dec", "2016-12-15 15 Dec", "2016-12-16 16 Dec"],
    ],
    [
      "2016-08-30",
      "2016-12-16",
      ["2016-09-01 Sep 2016", "2016-10-01 Oct 2016", "2016-11-01 Nov 2016", "2016-12-01 Dec 2016"],
    ],
    [
      "2015-11-05",
      "2018-03-01",
      [
        "2016-01-01 Jan 2016",
        "2016-07-01 Jul 2016",
        "2017-01-01 Jan 2017",
        "2017-07-01 Jul 2017",
        "2018-01-01 Jan 2018",
      ],
    ],
    ["1945-05-01", "2016-12-16", ["1960-01-01 1960", "1980-01-01 1980", "2000-01-01 2000"]],
  ])("%s to %s", (first, last, expected) => expect(labels(first, last)).toEqual(expected));

  test("never more than asked for, all within the days, each where its unit begins", () => {
    const days = fc.integer({ min: -100_000, max: 30_000 });
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 120_000 }), (first, length) => {
        const found = ticks(first, first + length, 5);
        expect(found.length).toBeLessThanOrEqual(5);
        for (const { day, label } of found) {
          expect(day >= first && day <= first + length).toBe(true);
          if (!/^\d{1,2} /.test(label)) expect(isoDay(day)).toMatch(/-01$/);
        }
      }),
    );
  });
});
