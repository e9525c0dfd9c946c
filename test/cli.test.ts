import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "../src/cli/commands.ts";
import { chronicler, type Ran, temporaryFolder } from "./cli-run.ts";

const folder = temporaryFolder();
const db = ["--chronicle", join(folder, "story.db")];

const VISIT = `Berg to visit Riga in May: ministry

TALLINN (Hansa Wire) - President Anna Berg of Estonia will visit Riga in May, the foreign ministry said on Monday.

"The visit will take place in May," spokesman Karl Tamm told reporters.
`;

const OPENING = `Bridge opens in Riga

President Anna Berg opened the new bridge in Riga on Thursday.

She said that the work had taken three years.
`;

mkdirSync(join(folder, "news", "old"), { recursive: true });
writeFileSync(join(folder, "news", "visit.txt"), VISIT);
writeFileSync(join(folder, "news", "old", "opening.txt"), OPENING);
writeFileSync(join(folder, "news", "README.md"), "These are reports.\n");
writeFileSync(join(folder, "news", "photo.png"), "no report");

const run = (...words: string[]): Promise<Ran> => chronicler(words, { cwd: folder });
const add = (...words: string[]): Promise<Ran> => run("add", ...words, ...db);

describe.sequential("a chronicle from beginning to end", () => {
  it("adds a file, and only once", async () => {
    const first = await add("news/visit.txt", "--published", "2019-04-01", "--outlet", "Daily Gazette");
    expect(first).toMatchObject({
      status: 0,
      stderr: "",
      stdout: expect.stringMatching(/^Added 1 report to/),
    });
    const again = await add("news/visit.txt", "--published", "2019-04-01", "--json");
    expect(JSON.parse(again.stdout)).toEqual({ added: [], updated: [], unchanged: 1, failures: [] });
  });

  it("adds folders, patterns and standard input", async () => {
    const all = await add("news", "--json");
    expect(JSON.parse(all.stdout)).toMatchObject({ added: [expect.any(String)], unchanged: 1 });
    const pattern = await add("news/**/*.txt", "--json");
    expect(JSON.parse(pattern.stdout)).toMatchObject({ added: [], unchanged: 2 });
    const input =
      '{"id":"x1","text":"The port of Riga was closed on 3 May 2019.","published":"2019-05-04"}\n';
    const piped = await chronicler(["add", "-", "--json", ...db], { cwd: folder, input });
    expect(JSON.parse(piped.stdout)).toMatchObject({ added: ["x1"] });
    const given = await add("news/old/opening.txt", "--published", "2019-05-10");
    expect(given.stdout).toContain("Made 1 report anew with what was given.");
  });

  it("prints who said what, by speaker and by words", async () => {
    const all = await run("quotes", ...db, "--json");
    expect(JSON.parse(all.stdout)).toContainEqual(
      expect.objectContaining({
        speakerText: "Karl Tamm",
        text: expect.stringContaining("take place in May"),
      }),
    );
    const one = await run("quotes", "--speaker", "Tamm", "--about", "visit", ...db);
    expect(one.stdout).toMatch(
      /^Karl Tamm\n {2}1 Apr 2019 · direct · “told” · Q\w+\n {2}“The visit will take place in May,”/,
    );
    expect(one.stdout).toContain("Daily Gazette, 1 Apr 2019 (");
    const none = await run("quotes", "--speaker", "Nobody", ...db);
    expect(none).toMatchObject({ status: 1, stdout: "" });
    expect(none.stderr).toContain("There is no quotation by Nobody in");
    expect((await run("quotes", "--about", "?", ...db)).stderr).toContain("Expected words after --about");
  });

  it("tells who somebody is, with citations", async () => {
    const { status, stdout } = await run("who", "Berg", ...db);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Anna Berg\nperson · P\w+ · 2 reports · 1 Apr 2019 – 10 May 2019\n/);
    expect(stdout).toMatch(/\nRoles\n {2}President, as of 1 Apr 2019 – 10 May 2019\n {4}Daily Gazette, /);
    expect(stdout).toMatch(/\nEvents\n/);
    const json = await run("who", "Anna", "Berg", "--json", ...db);
    expect(JSON.parse(json.stdout)).toMatchObject([{ entity: { name: "Anna Berg" }, reports: 2 }]);
    const nobody = await run("who", "Nobody", ...db);
    expect(nobody).toMatchObject({ status: 1, stdout: "" });
    expect(nobody.stderr).toMatch(/Nobody and nothing in .* is called Nobody/);
  });

  it("prints timelines, plain in a pipe", async () => {
    const { status, stdout } = await run("timeline", ...db);
    expect(status).toBe(0);
    expect(stdout).not.toContain("\u001b");
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
    const timelines = JSON.parse((await run("timeline", "--json", ...db)).stdout);
    for (const { entries } of timelines) {
      for (const entry of entries) expect(entry.sources.length).toBeGreaterThan(0);
    }
  });

  it("tells a story at a given length, and as of a given day", async () => {
    const entries = async (...words: string[]): Promise<readonly { rank: number }[]> => {
      const timelines = JSON.parse((await run("timeline", "--json", ...words, ...db)).stdout);
      return timelines.flatMap((each: { entries: readonly { rank: number }[] }) => each.entries);
    };
    expect((await entries("--top", "1")).every(({ rank }) => rank === 1)).toBe(true);
    expect((await entries("--as-of", "2019-04-02")).length).toBeLessThan((await entries()).length);
    const text = (await run("timeline", "--as-of", "2019-04-02", ...db)).stdout;
    expect(text).toMatch(/^As known on 2 April 2019\.\n\n/);
    expect(await run("timeline", "--as-of", "soon", ...db)).toMatchObject({
      status: 1,
      stderr: 'chronicler: Expected a day such as 2016-08-30, not "soon".\n',
    });
    expect((await run("timeline", "--top", "0", ...db)).status).toBe(2);
  });

  it("lists what is pending, and where reports differ", async () => {
    const pending = await run("pending", "--as-of", "2019-04-02", ...db);
    expect(pending.stdout).toContain("Open\n  May 2019: ");
    expect(JSON.parse((await run("pending", "--json", ...db)).stdout)).toBeInstanceOf(Array);
    const none = await run("disagreements", ...db);
    expect(none).toMatchObject({ status: 0, stdout: "No reports are found to differ on an event.\n" });
    expect(JSON.parse((await run("disagreements", "--json", ...db)).stdout)).toEqual([]);
  });

  it("exports everything, and the same after a rebuild", async () => {
    const before = await run("export", "--format", "json", ...db);
    const lists = ["articles", "origins", "stories", "entities", "events", "quotations", "quantities"];
    expect(Object.keys(JSON.parse(before.stdout))).toEqual(lists);
    expect((await run("rebuild", ...db)).stdout).toMatch(/3 reports\.\n$/);
    expect((await run("export", ...db)).stdout).toBe(before.stdout);
  });

  it("cites exactly the words of the kept text", async () => {
    const { articles, events } = JSON.parse((await run("export", ...db)).stdout);
    const texts = new Map<string, string>(
      articles.map((each: { id: string; text: string }) => [each.id, each.text]),
    );
    for (const { citations } of events) {
      expect(citations.length).toBeGreaterThan(0);
      for (const { article, start, end, text } of citations) {
        expect(texts.get(article)?.slice(start, end)).toBe(text);
      }
    }
  });

  it("searches, shows and explains", async () => {
    const hits = JSON.parse((await run("search", "bridge", "riga", "--json", ...db)).stdout);
    expect(hits).toHaveLength(1);
    expect((await run("search", "bridge", ...db)).stdout).toContain("Bridge opens in Riga");
    const shown = await run("show", hits[0].article, ...db);
    expect(shown.stdout).toContain("President Anna Berg opened the new bridge");
    const json = await run("show", hits[0].article, "--json", ...db);
    expect(JSON.parse(json.stdout)).toMatchObject({
      kind: "article",
      value: { published: { basis: "given" } },
    });
    const { events } = JSON.parse((await run("export", ...db)).stdout);
    const explained = await run("explain", events[0].id, ...db);
    expect(explained.stdout).toMatch(
      /^source\n[\s\S]+\narticle\n[\s\S]+\nmention\n[\s\S]+\nlink\n[\s\S]+\ntimeline\n/,
    );
    expect((await run("show", events[0].id, ...db)).stdout).toContain(events[0].headline.slice(0, 20));
  });

  it("takes two programs that add at once", async () => {
    const both = ["--chronicle", join(folder, "both.db")];
    const one = ["--chronicle", join(folder, "one.db")];
    const paths = ["news/visit.txt", "news/old/opening.txt"];
    const added = await Promise.all(paths.map((path) => run("add", path, ...both)));
    expect(added.map((each) => each.status)).toEqual([0, 0]);
    await run("add", ...paths, ...one);
    expect((await run("export", ...both)).stdout).toBe((await run("export", ...one)).stdout);
  });

  it("takes the chronicle from the environment, and chronicle.db by default", async () => {
    const env = { CHRONICLE: join(folder, "story.db") };
    expect((await chronicler(["timeline"], { cwd: folder, env })).status).toBe(0);
    expect((await run("timeline")).stderr).toMatch(/There is no chronicle at chronicle\.db/);
  });
});

describe("analyze", () => {
  it("gives a line for each report, in order, with an error in its place", async () => {
    const lines = [
      '{"id":"a","title":"T","text":"Anna Berg left Riga on 3 May 2019.","published":"2019-05-04"}',
      "no json",
      '{"id":"c","text":""}',
      '{"id":"d","text":"She left on Thursday.","clean":true,"published":"2019-05-04"}',
    ];
    const { status, stdout, stderr } = await chronicler(["analyze", "-"], { input: lines.join("\n") });
    expect(status).toBe(1);
    expect(stderr.split("\n")).toHaveLength(3);
    const [first, second, third, fourth] = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(first.article).toMatchObject({ id: "a", text: "T\n\nAnna Berg left Riga on 3 May 2019." });
    expect(first.timexes).toMatchObject([{ text: "3 May 2019", value: "2019-05-03" }]);
    expect(first.tokens).toBeUndefined();
    expect(second).toMatchObject({ id: "standard input, line 2", error: { code: "bad-json" } });
    expect(third).toMatchObject({ id: "c", error: { code: "empty" } });
    expect(fourth.article.text).toBe("She left on Thursday.");
    expect(fourth.timexes).toMatchObject([{ value: "2019-05-02", anchor: "2019-05-04" }]);
  });

  it("reads files, keeps nothing, and gives all layers when asked", async () => {
    const { stdout, status } = await run(
      "analyze",
      "news/visit.txt",
      "--layers",
      "all",
      "--published",
      "2019-04-01",
    );
    expect(status).toBe(0);
    const analysis = JSON.parse(stdout);
    const { text } = analysis.article;
    for (const token of analysis.tokens) expect(text.slice(token.start, token.end)).toBe(token.text);
    for (const { content } of analysis.quotations)
      expect(text.slice(content.start, content.end)).toBe(content.text);
  });
});

it("parses plain text and CoNLL-U", async () => {
  const { stdout, status } = await chronicler(["parse", "--text"], { input: "She left. He stayed.\n" });
  expect(status).toBe(0);
  expect(stdout.match(/^# text = /gm)).toHaveLength(2);
  expect((await chronicler(["parse"], { input: stdout })).stdout).toBe(stdout);
});

describe("help", () => {
  it("is there for the program and each command, with examples", async () => {
    expect((await run()).stdout).toBe((await run("--help")).stdout);
    expect((await run("--help")).stdout.length).toBeGreaterThan(500);
    const helps = await Promise.all(COMMANDS.map(({ name }) => run(name, "--help")));
    for (const [index, { stdout, status }] of helps.entries()) {
      expect(status).toBe(0);
      expect(stdout).toContain(`Examples:\n  `);
      expect(stdout).toContain(`chronicler ${COMMANDS[index]?.name}`);
    }
  }, 120_000);

  it("fits narrow terminals", async () => {
    const { stdout } = await chronicler(["add", "--help"], { env: { COLUMNS: "40" } });
    const [, before = ""] = /^([\s\S]*)Examples:/.exec(stdout) ?? [];
    expect(Math.max(...before.split("\n").map((line) => line.length))).toBeLessThanOrEqual(40);
  });

  it("tells the version", async () => {
    const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
    expect((await run("--version")).stdout).toBe(`${version}\n`);
  });
});
