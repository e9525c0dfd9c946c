import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BadServer, send, startBadServer, status } from "../src/fetch/bad-server.test-data.ts";
import { chronicler, PROGRAM, type Ran, temporaryFolder } from "./cli-run.ts";

const folder = temporaryFolder();
let server: BadServer;
beforeAll(async () => {
  server = await startBadServer();
});
afterAll(() => server.close());

const run = (...words: string[]): Promise<Ran> => chronicler(words, { cwd: folder });
const at = (path: string): string => `http://127.0.0.1:${server.port}${path}`;

function report(dead: string): string {
  const words = `The ferry Anna sank off Port Hale on Friday with 40 people on board. ${dead} people died, the coast guard said on Monday.`;
  return `<!doctype html><html lang="en"><head><title>Ferry sinks</title><meta property="article:published_time" content="2024-03-11"><meta property="og:site_name" content="Harbour News"></head><body><article><h1>Ferry sinks</h1><p>${words}</p><p>Divers will search the wreck on Thursday, the minister told reporters in the capital.</p></article></body></html>`;
}

const FEED = (url: string): string =>
  `<rss version="2.0"><channel><title>Harbour News</title><item><title>Ferry sinks</title><link>${url}</link><description>The ferry…</description></item></channel></rss>`;

describe("pages from the web", () => {
  it("are not fetched from this machine, unless that is wanted", async () => {
    const ran = await run("add", at("/good"), "--chronicle", "none.db");
    expect(ran).toMatchObject({ status: 1, stdout: "Added 0 reports to none.db.\n" });
    expect(ran.stderr).toBe(
      "chronicler: 127.0.0.1 is not an address on the public Internet; give --allow-private if that is what you want.\n",
    );
    expect(server.asked).toEqual([]);
  });

  it("are added, fetched again, compared, cited and written out", async () => {
    const where = ["--chronicle", "page.db"];
    const add = () => run("add", at("/ferry"), "--allow-private", ...where);
    server.answers["/ferry"] = send(report("Twelve"));
    expect(await add()).toMatchObject({ status: 0, stdout: "Added 1 report to page.db.\n", stderr: "" });
    expect((await add()).stdout).toBe("Added 0 reports to page.db. 1 report was there already.\n");
    server.answers["/ferry"] = send(report("Fifteen"));
    expect((await add()).stdout).toBe(
      "Added 0 reports to page.db. 1 report has changed since then: see chronicler changes.\n",
    );
    const { stdout } = await run("changes", ...where);
    expect(stdout.replace(/\s+/g, " ")).toContain(
      "reworded: was “Twelve people died, the coast guard said on Monday.”, is “Fifteen people died, the coast guard said on Monday.”",
    );
    const [history] = JSON.parse((await run("changes", "--json", ...where)).stdout);
    expect(history.changes[0]).toMatchObject({
      from: history.id,
      to: `${history.id}@2`,
      added: [],
      removed: [],
    });
    expect((await run("timeline", ...where)).stdout).toMatch(
      /page changed since|words gone from the\s+page since/,
    );
    expect((await run("changes", "nobody", ...where)).stderr).toMatch(/has the id "nobody"/);

    expect((await run("archive", "-o", "page.warc.gz", ...where)).stdout).toBe(
      "Wrote 7 records to page.warc.gz.\n",
    );
    const plain = gunzipSync(readFileSync(join(folder, "page.warc.gz"))).toString("latin1");
    expect(
      plain
        .match(/^WARC-Type: \S+/gm)
        ?.map((line) => line.slice(11))
        .sort(),
    ).toEqual(["request", "request", "request", "response", "response", "revisit", "warcinfo"]);
    const again = await run("add", "page.warc.gz", "--chronicle", "again.db");
    expect(again.stdout).toBe(
      "Added 1 report to again.db. 1 report has changed since then: see chronicler changes.\n",
    );
    const [one, two] = await Promise.all([run("export", ...where), run("export", "--chronicle", "again.db")]);
    expect(two.stdout).toBe(one.stdout);
  }, 240_000);

  it("that cannot be had lose none of the others", async () => {
    server.answers["/other"] = send(report("Two"));
    const urls = ["/missing", "/picture", "/private/page", "/other"].map(at);
    const ran = await run("add", ...urls, "nothing.txt", "--allow-private", "--chronicle", "some.db");
    expect(ran).toMatchObject({ status: 1, stdout: "Added 1 report to some.db.\n" });
    expect(ran.stderr.trimEnd().split("\n")).toHaveLength(4);
    expect(ran.stderr).not.toMatch(/\n\s+at /);
  });
});

describe("archive", () => {
  it("leaves no broken file behind", async () => {
    writeFileSync(join(folder, "a.txt"), "The bridge in Riga was opened on 2 May 2019.");
    await run("add", "a.txt", "--chronicle", "file.db");
    const ran = await run("archive", "-o", "missing/a.warc.gz", "--chronicle", "file.db");
    expect(ran).toMatchObject({ status: 1, stderr: expect.stringMatching(/is not there/) });
    expect((await run("archive", "-o", "-", "--chronicle", "file.db")).status).toBe(0);
    await run("archive", "-o", "a.warc", "--chronicle", "file.db");
    expect(readFileSync(join(folder, "a.warc"), "utf8")).toContain("\r\n\r\nThe bridge in Riga was opened");
    expect(existsSync(join(folder, "a.warc.part"))).toBe(false);
  });
});

describe("watch", () => {
  it("goes through the feeds once, and goes on where it was", async () => {
    server.answers["/ferry"] = send(report("Twelve"));
    server.answers["/feed"] = send(FEED(at("/ferry")), { "content-type": "application/rss+xml" });
    server.answers["/broken"] = status(500);
    writeFileSync(join(folder, "feeds.txt"), `# mine\n${at("/feed")}\n${at("/broken")}\n`);
    const watch = () => run("watch", "feeds.txt", "--once", "--allow-private", "--chronicle", "feeds.db");
    const first = await watch();
    expect(first.status).toBe(1);
    expect(first.stdout).toMatch(/Harbour News: 1 report new\n/);
    expect(first.stdout).toMatch(/\/broken: 1 problem, not again before \d\d:\d\d\n/);
    expect(first.stderr).toMatch(
      /^chronicler: The server of \S+ has a fault \(status 500\); try again later\.\n$/,
    );
    const second = await watch();
    expect(second).toMatchObject({ status: 0, stderr: "" });
    expect(second.stdout).toMatch(/Harbour News: nothing new\n/);
  });

  it("ends cleanly on Ctrl-C", async () => {
    server.answers["/ferry"] = send(report("Twelve"));
    server.answers["/feed"] = send(FEED(at("/ferry")));
    const words = ["watch", at("/feed"), "--allow-private", "--chronicle", "long.db"];
    const child = spawn(process.execPath, [...PROGRAM, ...words], { cwd: folder });
    let output = "";
    const ended = new Promise<number | null>((done) => child.on("close", done));
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      output += chunk;
      if (chunk.includes("Next round")) child.kill("SIGINT");
    });
    expect(await ended).toBe(0);
    expect(output).toMatch(/1 report new\nNext round at \d\d:\d\d; Ctrl-C ends\.\nStopped; /);
    expect((await run("search", "ferry", "--chronicle", "long.db")).stdout).toContain("Harbour News");
  });

  it.each<[string[], RegExp]>([
    [["watch"], /Expected FEED… after watch/],
    [["watch", "missing.opml"], /missing\.opml is not there/],
    [["watch", "a.txt"], /names no feeds; expected a list/],
    [["watch", "http://127.0.0.1:1/", "--every", "1"], /--every to be a whole number from 5 to 1440/],
  ])("%j is told in a sentence", async (words, expected) => {
    const { status: code, stderr } = await run(...words);
    expect([code === 0, stderr]).toEqual([false, expect.stringMatching(expected)]);
    expect(stderr.trimEnd()).not.toContain("\n");
  });
});
