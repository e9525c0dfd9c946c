import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { html } from "../src/web/parts/html.ts";
import { articleText, citedMark } from "../src/web/report/article-text.ts";
import { type Mark, marked, wholeCharacters } from "../src/web/report/marks.ts";
import { articleWith, spanOf } from "./web-sample-reports.ts";

function tag(name: string, start: number, end: number): Mark {
  return { start, end, wrap: (words) => html`<i class="${name}">${words}</i>` };
}

/** For each character of the text, the marks that are open there, read from the markup. */
function marksByCharacter(markup: string): { character: string; open: string[] }[] {
  const open: string[] = [];
  const found: { character: string; open: string[] }[] = [];
  for (const [, opened, closed, character] of markup.matchAll(/<i class="(\w+)">|(<\/i>)|([\s\S])/g)) {
    if (opened !== undefined) open.push(opened);
    else if (closed !== undefined) open.pop();
    else found.push({ character: character ?? "", open: [...open].sort() });
  }
  return found;
}

const render = (text: string, marks: readonly Mark[]) =>
  html`${marked(text, { start: 0, end: text.length }, marks)}`.toString();

describe("marked", () => {
  test.each([
    ["one", [tag("a", 1, 3)], '0<i class="a">12</i>345'],
    ["nested", [tag("b", 2, 3), tag("a", 1, 4)], '0<i class="a">1<i class="b">2</i>3</i>45'],
    [
      "crossing",
      [tag("a", 0, 3), tag("b", 2, 5)],
      '<i class="a">01<i class="b">2</i></i><i class="b">34</i>5',
    ],
    ["same span", [tag("a", 1, 2), tag("b", 1, 2)], '0<i class="a"><i class="b">1</i></i>2345'],
    ["empty and outside", [tag("a", 2, 2), tag("b", 9, 12)], "012345"],
  ])("%s", (_, marks, expected) => expect(render("012345", marks)).toBe(expected));

  test("every character stands once, in exactly the marks that cover it", () => {
    const spans = fc.array(fc.tuple(fc.nat(12), fc.nat(12)), { maxLength: 6 });
    fc.assert(
      fc.property(spans, (pairs) => {
        const text = "abcdefghijkl";
        const marks = pairs.map(([a, b], index) => tag(`m${index}`, Math.min(a, b), Math.max(a, b)));
        const covering = (at: number) =>
          marks.flatMap(({ start, end }, index) => (start <= at && at < end ? [`m${index}`] : []));
        const expected = [...text].map((character, at) => ({ character, open: covering(at) }));
        expect(marksByCharacter(render(text, marks))).toEqual(expected);
      }),
    );
  });

  test("only the first and the last piece of a mark are told so", () => {
    const parts: string[] = [];
    const noted: Mark = {
      start: 2,
      end: 5,
      wrap: (words, { first, last }) => {
        parts.push(`${words.join("")}:${first}:${last}`);
        return html`${words}`;
      },
    };
    render("012345", [tag("a", 0, 3), noted]);
    expect(parts).toEqual(["2:true:false", "34:false:true"]);
  });
});

describe("cited words", () => {
  const cited = (id: string, words: string) => {
    const article = articleWith(id);
    return articleText(article, [citedMark(article, spanOf(id, words))]).toString();
  };

  test("are exactly those of the span", () => {
    expect(cited("a1", "December for talks")).toContain(
      'will visit Tallinn in <mark id="cited" class="cited">December for talks</mark> on the ferry',
    );
  });

  test("outside the basic plane", () => {
    expect(cited("a5 / “5”", "𝔸nna 🚢🚢 Lind")).toContain(
      'The pilot <mark id="cited" class="cited">𝔸nna 🚢🚢 Lind</mark> said',
    );
  });

  test("half a character is the whole of it", () => {
    const text = "a🚢b";
    expect(wholeCharacters(text, { start: 2, end: 4 })).toEqual({ start: 1, end: 4 });
    expect(wholeCharacters(text, { start: 0, end: 2 })).toEqual({ start: 0, end: 3 });
    expect(wholeCharacters(text, { start: 1, end: 3 })).toEqual({ start: 1, end: 3 });
  });

  test("over several blocks have one anchor", () => {
    const article = articleWith("a3");
    const markup = articleText(article, [
      citedMark(article, { start: 10, end: article.text.length }),
    ]).toString();
    expect(markup.match(/id="cited"/g)).toHaveLength(1);
    expect(markup.match(/class="cited"/g)).toHaveLength(3);
  });

  test("that begin in the space between blocks have their anchor at the first word", () => {
    const article = articleWith("a3");
    const start = article.text.indexOf("\n\n");
    expect(articleText(article, [citedMark(article, { start, end: start + 8 })]).toString()).toContain(
      '<p><mark id="cited" class="cited">Marta ',
    );
  });

  test("that no block covers are shown all the same", () => {
    const article = { ...articleWith("a3"), blocks: [] };
    const span = spanOf("a3", "Some 5,200 people");
    expect(articleText(article, [citedMark(article, span)]).toString()).toContain(
      ">Some 5,200 people</mark>",
    );
  });
});
