import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { answer, makeZip, pageOf, response } from "../src/article/archive/archive.test-data.ts";
import { makePdf } from "../src/article/pdf/pdf.test-data.ts";
import { chronicler, PROGRAM, temporaryFolder } from "./cli-run.ts";

const folder = temporaryFolder();
const PAGES = 300;
const ARCHIVE = "big.warc.gz";

function record(index: number): Buffer {
  const words = `The ferry of harbour ${index} will sail to Riga in May 2019, captain Anna Berg said on Tuesday. `;
  const head = `Content-Type: text/html\r\nLast-Modified: none`;
  return gzipSync(
    response(
      `https://courier.example/2019/04/01/${index}`,
      answer(pageOf(`Ferry ${index} sails`, words.repeat(2)), head),
    ),
  );
}

writeFileSync(
  join(folder, ARCHIVE),
  Buffer.concat(Array.from({ length: PAGES }, (_each, index) => record(index))),
);

const run = (...words: string[]) => chronicler(words, { cwd: folder });

/** How many reports a chronicle has so far. */
function countIn(path: string): number {
  try {
    const db = new Database(path, { readonly: true });
    const row = db.prepare<[], { count: number }>("SELECT count(*) AS count FROM report").get();
    db.close();
    return row?.count ?? 0;
  } catch {
    return 0;
  }
}

interface Stopped {
  readonly code: number | null;
  readonly output: string;
  readonly count: number;
}

/** Adds the archive, and stops the program with the signal once it has kept something. */
function addAndStop(path: string, signal: NodeJS.Signals): Promise<Stopped> {
  const child = spawn(process.execPath, [...PROGRAM, "add", ARCHIVE, "--chronicle", path], { cwd: folder });
  let output = "";
  child.stderr.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  const timer = setInterval(() => {
    if (countIn(path) === 0) return;
    clearInterval(timer);
    child.kill(signal);
  }, 20);
  return new Promise((done) => {
    child.on("close", (code) => {
      clearInterval(timer);
      done({ code, output, count: countIn(path) });
    });
  });
}

describe.sequential("an archive that is added", () => {
  it("gives all its pages", async () => {
    const whole = await run("add", ARCHIVE, "--chronicle", "whole.db");
    expect(whole).toMatchObject({ status: 0, stdout: `Added ${PAGES} reports to whole.db.\n` });
  });

  it.each(["SIGINT", "SIGKILL"] as const)(
    "goes on where %s stopped it, without loss or doubles",
    async (signal) => {
      const name = `${signal}.db`;
      const stopped = await addAndStop(join(folder, name), signal);
      expect(stopped.count).toBeGreaterThan(0);
      expect(stopped.count).toBeLessThan(PAGES);
      if (signal === "SIGINT") {
        expect(stopped.code).toBe(130);
        expect(stopped.output).toMatch(/Stopped before the end; run the same command again to go on\./);
      }
      const again = JSON.parse((await run("add", ARCHIVE, "--chronicle", name, "--json")).stdout);
      expect(again.failures).toEqual([]);
      expect(again.added.length + again.unchanged).toBe(PAGES);
      expect(again.unchanged).toBeGreaterThanOrEqual(stopped.count);
      const [one, other] = await Promise.all([
        run("export", "--chronicle", name),
        run("export", "--chronicle", "whole.db"),
      ]);
      expect(JSON.parse(one.stdout).articles).toHaveLength(PAGES);
      expect(one.stdout).toBe(other.stdout);
    },
  );
});

describe("the command line", () => {
  const page = pageOf(
    "Mill burns",
    "The mill of Riga burned down on Tuesday, the mayor said, and nobody was hurt.",
  );
  const mail = `From: Brief <news@brief.example>\nDate: Tue, 2 Apr 2019 10:00:00 +0000\nSubject: Bridge opens\n\nThe bridge opened on Monday, the mayor said.\n`;
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title: "Courier",
    items: [{ title: "School closes", content_text: "The school closed on Monday, the mayor said." }],
  };
  const pdf = makePdf([
    [
      { text: "Train stops", y: 780, size: 20 },
      { text: "The train stopped on Monday, the mayor of Riga said on Tuesday.", y: 740 },
    ],
  ]);
  const titles = ["Bridge opens", "Mill burns", "School closes", "Train stops"];
  const entries = [
    { name: "a.html", bytes: page },
    { name: "b.eml", bytes: mail },
    { name: "c.pdf", bytes: pdf },
    { name: "in/d.zip", bytes: makeZip([{ name: "d.xml.gz", bytes: gzipSync("<opml><body/></opml>") }]) },
  ];
  const titlesIn = (lines: string): string[] =>
    lines
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).article?.title ?? JSON.parse(line).error.code)
      .sort();

  it("analyzes and adds whatever it is given, by its content", async () => {
    writeFileSync(join(folder, "all.bin"), makeZip(entries));
    writeFileSync(join(folder, "feed.bin"), JSON.stringify(feed));
    const analyzed = await run("analyze", "all.bin", "feed.bin");
    expect(titlesIn(analyzed.stdout)).toEqual([...titles, "empty"].sort());
    expect(analyzed.stderr).toMatch(/all\.bin, in\/d\.zip, d\.xml is a list of 0 feeds/);
    const added = await run("add", "all.bin", "feed.bin", "--chronicle", "kinds.db");
    expect(added).toMatchObject({ status: 1, stdout: "Added 4 reports to kinds.db.\n" });
    const { articles } = JSON.parse((await run("export", "--chronicle", "kinds.db")).stdout);
    expect(articles.map((each: { title: string }) => each.title).sort()).toEqual(titles);
    expect((await run("rebuild", "--chronicle", "kinds.db")).status).toBe(0);
  });

  it("takes an archive from standard input", async () => {
    const bytes = gzipSync(response("https://courier.example/mill", answer(page)));
    const { stdout } = await chronicler(["analyze", "-"], { input: bytes });
    expect(JSON.parse(stdout).article).toMatchObject({
      title: "Mill burns",
      url: "https://courier.example/mill",
    });
  });
});
