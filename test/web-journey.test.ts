import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launch, look, MISSING } from "./browser.ts";
import { buildProgram, chronicler, temporaryFolder } from "./cli-run.ts";

const ROOT = resolve(import.meta.dirname, "..");
/** The built program: adding on the page runs on a thread of its own, which is plain JavaScript. */
const PROGRAM = join(ROOT, "bin/chronicler.mjs");
const folder = temporaryFolder();

/** A report of our own, as somebody pastes it, with what stands around it on its page. */
const PASTED = `Ferry line to Hiiumaa announced
Harbour Herald
Published 10 June 2024
Share this article

KURESSAARE – Estonia will open a ferry line from Kuressaare to Hiiumaa in September, transport minister Maarja Tamsalu said on Monday.

“The ship is ready,” Tamsalu told reporters in Kuressaare.

Read also: Ten recipes for herring`;

let browser: Browser;
let server: ChildProcess;
let address: string;
/** Where the largest story stands. */
let story: string;

/** Starts the program, and gives the address that it prints. */
function serve(...words: string[]): Promise<{ process: ChildProcess; address: string }> {
  const child = spawn(process.execPath, [...words], {
    cwd: folder,
    env: { ...process.env, PATH: `${folder}/bin:${process.env.PATH}` },
  });
  return new Promise((done, fail) => {
    let printed = "";
    child.stdout?.on("data", (piece: Buffer) => {
      printed += piece.toString();
      const found = /The chronicle is at (\S+)/.exec(printed)?.[1];
      if (found) done({ process: child, address: found });
    });
    child.stderr?.on("data", (piece: Buffer) => {
      printed += piece.toString();
    });
    child.on("exit", () => fail(new Error(`the program ended: ${printed}`)));
  });
}

beforeAll(async () => {
  if (MISSING) return;
  buildProgram();
  await chronicler(["add", join(ROOT, "samples"), "--chronicle", "samples.db"], { cwd: folder });
  const started = await serve(PROGRAM, "serve", "--chronicle", "samples.db");
  server = started.process;
  address = started.address;
  const first = await fetch(address);
  story = /\/stories\/[^"?#\s]+/.exec(`${first.url} ${await first.text()}`)?.[0].trim() ?? "/";
  browser = await launch();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  server?.kill();
});

async function open(path: string, options: Parameters<Browser["newPage"]>[0] = {}): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
  await page.goto(new URL(path, address).href);
  return page;
}

describe.skipIf(MISSING)("a newcomer", () => {
  test("goes from the story to a checked citation, with the keyboard alone", async () => {
    const page = await open(story);
    await page.keyboard.press("j");
    await page.keyboard.press("o");
    const words = page.locator(".entry .citation mark").first();
    await words.waitFor();
    const cited = await words.textContent();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/events\//);
    expect(await page.locator(".citation mark").first().textContent()).toBe(cited);
    await page.locator(".citation cite").first().click();
    await page.waitForURL(/#cited$/);
    expect(cited?.startsWith((await page.locator("#cited").textContent())?.slice(0, 20) ?? "?")).toBe(true);
    await page.close();
  });

  test("finds keys by asking for them", async () => {
    const page = await open("/articles");
    await page.keyboard.press("?");
    expect(await page.getByRole("dialog", { name: "Keys" }).isVisible()).toBe(true);
    await page.keyboard.press("Escape");
    expect(await page.getByRole("dialog").count()).toBe(0);
    await page.close();
  });

  test("finds things while typing, and goes to them with the arrow keys", async () => {
    const page = await open("/articles");
    await page.keyboard.press("/");
    await page.keyboard.type("memorand");
    await page.locator("#finds a").first().waitFor();
    expect(await page.locator("#finds").textContent()).toMatch(/Entries|Quotations|In reports/);
    expect(await page.locator("#finds mark").first().textContent()).toMatch(/memorand/i);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => !url.pathname.startsWith("/articles") || url.searchParams.has("mark"));
    await page.close();
  });

  test("filters, and each state has its address", async () => {
    const page = await open(story);
    const all = await page.locator(".entry").count();
    await page.getByLabel("Scheduled").check();
    await page.waitForURL(/status=scheduled/);
    const scheduled = await page.locator(".entry").count();
    expect(scheduled).toBeGreaterThan(0);
    expect(scheduled).toBeLessThan(all);
    expect(await page.locator(".entry:not(.entry-scheduled)").count()).toBe(0);
    await page.reload();
    expect(await page.locator(".entry").count()).toBe(scheduled);
    expect(await page.getByLabel("Scheduled").isChecked()).toBe(true);
    await page.getByText("Who, where, kind").click();
    await page.getByLabel("Scheduled").uncheck();
    await page.getByLabel("Outlet").selectOption({ index: 1 });
    await page.waitForURL(/outlet=/);
    expect(await page.locator(".entry").count()).toBeLessThan(all);
    await page.close();
  });

  test("goes back to what was known on a day", async () => {
    const page = await open(story);
    await page.getByText("Who, where, kind").click();
    const slider = page.getByLabel("As it was known, day by day");
    await slider.focus();
    await page.keyboard.press("Home");
    await page.waitForURL(/asof=2024-01-16/);
    await page.locator("#results:not([aria-busy])").waitFor();
    const statuses = (await look(
      page,
      "[...document.querySelectorAll('.entry')].map((each) => each.className)",
    )) as string[];
    expect(statuses.length).toBeGreaterThan(0);
    expect(await page.locator("#results").textContent()).not.toContain("May 2024:");
    await page.close();
  });

  test("zooms into the band by drawing over it", async () => {
    const page = await open(story);
    const box = await page.locator(".band svg").boundingBox();
    if (!box) throw new Error("no band");
    await page.mouse.move(box.x + box.width * 0.3, box.y + 30);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.5, box.y + 30, { steps: 4 });
    await page.mouse.up();
    await page.waitForURL(/from=2024-\d\d-\d\d&to=2024-\d\d-\d\d/);
    expect(await page.getByRole("link", { name: "Whole span" }).count()).toBe(1);
    await page.close();
  });

  test.each([
    ["phone", { width: 360, height: 740 }, "dark"],
    ["wide", { width: 2200, height: 1200 }, "light"],
  ] as const)("reads on a %s", async (_name, viewport, colorScheme) => {
    const page = await open(story, { viewport, colorScheme });
    expect(await look(page, "document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    const ground = (await look(page, "getComputedStyle(document.documentElement).backgroundColor")) as string;
    const bright = Number(/\d+/.exec(ground)?.[0]);
    expect(bright < 100).toBe(colorScheme === "dark");
    await page.close();
  });

  test("pastes a report and sees it on the timeline that is open beside", async () => {
    const beside = await open("/articles");
    const before = await beside.locator(".listing > li").count();
    const page = await open("/add");
    await page.getByLabel("A report, or addresses").fill(PASTED);
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.getByText("Added 1 report.").waitFor({ timeout: 60_000 });
    await page.locator("a[href^='/articles/']", { hasText: "Ferry line to Hiiumaa announced" }).click();
    expect(await page.locator("#report").textContent()).toContain("10 June 2024");
    expect(await page.locator(".kept").textContent()).not.toContain("recipes");
    expect(await page.locator(".rail").textContent()).toContain("September 2024");
    await beside.bringToFront();
    await expect.poll(() => beside.locator(".listing > li").count(), { timeout: 20_000 }).toBe(before + 1);
    expect(await beside.locator(".news").count()).toBe(1);
    await beside.close();
    await page.close();
  }, 90_000);

  test("drops files on the page", async () => {
    const file = join(folder, "dropped.txt");
    writeFileSync(file, "Quay closed\n\nThe quay of Kuressaare was closed on 3 July 2024, the harbour said.");
    const page = await open("/add");
    await page.getByLabel("Files").setInputFiles([file]);
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.getByText("Added 1 report.").waitFor({ timeout: 60_000 });
    await page.close();
  }, 90_000);

  test("begins with an empty page, without JavaScript", async () => {
    mkdirSync(join(folder, "bin"), { recursive: true });
    // No browser is to be started: the program that would do so is one that does nothing.
    writeFileSync(join(folder, "bin", "xdg-open"), "#!/bin/sh\n", { mode: 0o755 });
    const started = await serve(PROGRAM, "open", "--chronicle", "new.db");
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(started.address);
    await page.getByRole("link", { name: "Add reports here" }).click();
    await page.getByLabel("A report, or addresses").fill(PASTED);
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.getByText("Added 1 report.").waitFor({ timeout: 60_000 });
    await page.getByRole("link", { name: "To the stories" }).click();
    expect(await page.locator(".entry").count()).toBeGreaterThan(0);
    await page.close();
    started.process.kill();
  }, 90_000);
});
