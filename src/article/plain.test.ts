import { describe, expect, it } from "vitest";
import { readPlain } from "./plain.ts";

const textsOf = (text: string): string[] =>
  readPlain(text).pieces.map((piece) => `${piece.kind}: ${piece.text}`);

describe("Markdown", () => {
  it.each([
    ["# Ferries sail #", "title: Ferries sail"],
    ["Ferries sail\n============", "title: Ferries sail"],
    ["Since May\n---------", "heading: Since May"],
    ["## Since May", "heading: Since May"],
    ['The [port](https://port.example/a_(b) "The port") said so.', "paragraph: The port said so."],
    ["The [port][1] said so, [see here][].", "paragraph: The port said so, see here."],
    ["See <https://port.example/> for more.", "paragraph: See for more."],
    ["It was **very** _long_, *indeed*, ~~not~~ `so`.", "paragraph: It was very long, indeed, not so."],
    ["> > The port said so.[^1]", "paragraph: The port said so."],
    ["Two \\* three, snake_case_name, 2 * 3 * 4.", "paragraph: Two * three, snake_case_name, 2 * 3 * 4."],
    ["![A ferry leaves the harbour](a.jpg)", "caption: A ferry leaves the harbour"],
    ["[![A ferry leaves the harbour](a.jpg)](https://port.example)", "caption: A ferry leaves the harbour"],
    ["The port ![logo](x.png) said so.", "paragraph: The port said so."],
    ["- First of them", "list-item: First of them"],
  ])("%j is %j", (text, expected) => expect(textsOf(text)).toEqual([expected]));

  it.each([
    "* * *",
    "---",
    "***",
    "```js",
    '[1]: https://port.example "The port"',
    "![logo](x.png)",
    "<!-- a note -->",
  ])("%s says nothing", (line) =>
    expect(textsOf(`The port said so.\n\n${line}\n\nIt did.`)).toEqual([
      "paragraph: The port said so.",
      "paragraph: It did.",
    ]),
  );

  it.each([
    "He paid [sic] 5 * 4 euros [in cash] (about 20).",
    "“[The port] is open,” he said. “It (the quay) too.”",
    "The address a_b@port.example and 3 > 2 stay.",
  ])("leaves the words of plain text: %s", (line) => expect(textsOf(line)).toEqual([`paragraph: ${line}`]));
});

describe("front matter", () => {
  const body = "\nThe ferries sail again, the port said.\n";
  it.each([
    [
      'title: "Ferries: they sail"\ndate: 2016-08-30\nauthor: Ana Novak\nsource: https://courier.example/a\nsite: The Courier',
      {
        title: "Ferries: they sail",
        published: "2016-08-30",
        authors: ["Ana Novak"],
        url: "https://courier.example/a",
        outlet: "The Courier",
      },
    ],
    [
      "title: Ferries\nauthors:\n  - Ana Novak\n  - Petar Horvat\ntags: [a, b]",
      { title: "Ferries", authors: ["Ana Novak", "Petar Horvat"] },
    ],
    [
      "authors: [Ana Novak, 'Petar Horvat']\nsource: The Courier",
      { authors: ["Ana Novak", "Petar Horvat"], outlet: "The Courier" },
    ],
  ])("is read: %j", (matter, metadata) => {
    expect(readPlain(`---\n${matter}\n---\n${body}`)).toEqual({
      metadata,
      pieces: [{ kind: "paragraph", text: "The ferries sail again, the port said." }],
    });
  });
  it("is read in TOML", () => {
    const text = `+++\ntitle = "Ferries"\ndate = 2016-08-30T10:00:00Z\n+++\n${body}`;
    expect(readPlain(text).metadata).toEqual({ title: "Ferries", published: "2016-08-30T10:00:00Z" });
  });
  it("is none where it does not end", () => {
    expect(textsOf("---\ntitle: Ferries\n\nThe ferries sail again.")).toContain("paragraph: title: Ferries");
  });
  it("takes no time where it is made to", () => {
    const start = performance.now();
    readPlain(
      `---\n${"a".repeat(100_000)}\n${"[".repeat(20_000)}${"*a ".repeat(20_000)}${"_".repeat(20_000)}`,
    );
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
