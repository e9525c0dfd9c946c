import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type AddressInfo, createServer } from "node:net";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningServer, startServer } from "../src/web/server.ts";
import { launch, look, MISSING } from "./browser.ts";
import { sampleChronicle } from "./web-sample.ts";
import { HOSTILE, hostilePage } from "./web-sample-reports.ts";

const VIEWS = [
  "/",
  "/stories/s1",
  "/articles",
  "/articles/a1?layers=times,people,quotations,events&mark=40-90",
  "/articles/a2",
  "/articles/a1?original=1",
  "/events/E2",
  "/differences",
  "/add",
  "/entities",
  "/entities/P1",
  "/quotations",
  "/explain/E2",
  "/search?q=ferry",
  "/nothing",
];

const CASES = VIEWS.flatMap((view) => [
  { view, width: 360, colorScheme: "dark" as const },
  { view, width: 1280, colorScheme: "light" as const },
]);

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  if (MISSING) return;
  server = await startServer(sampleChronicle(), { port: 0 });
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function open(view: string, options: Parameters<Browser["newPage"]>[0] = {}): Promise<Page> {
  const page = await browser.newPage(options);
  await page.goto(new URL(view, server.url).href);
  return page;
}

const axe = () => readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

describe.skipIf(MISSING)("in a browser", () => {
  test.each(CASES)(
    "$view is accessible and fits at $width px, $colorScheme",
    async ({ view, width, colorScheme }) => {
      // The test brings in its own script, which the page's policy rightly forbids.
      const page = await open(view, { viewport: { width, height: 800 }, colorScheme, bypassCSP: true });
      await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
      expect(await look(page, "document.documentElement.scrollWidth <= innerWidth")).toBe(true);
      // What is not laid out has no place yet, and would be measured against the ground of something else.
      await page.addStyleTag({ content: ".entries > li { content-visibility: visible; }" });
      await page.evaluate(axe());
      const found =
        "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))";
      expect(await look(page, found)).toEqual([]);
      await page.close();
    },
  );

  test("nothing from a report runs or loads", async () => {
    const page = await browser.newPage();
    const outside: string[] = [];
    const faults: string[] = [];
    page.on("dialog", (dialog) => faults.push(dialog.message()));
    page.on("console", (message) => faults.push(message.text()));
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("request", (request) => {
      if (!request.url().startsWith(server.url)) outside.push(request.url());
    });
    const own = VIEWS.slice(0, -1).filter((view) => !view.includes("original="));
    for (const view of own) await page.goto(new URL(view, server.url).href);
    expect(outside).toEqual([]);
    expect(faults).toEqual([]);
    await page.goto(new URL("/articles/a2", server.url).href);
    expect(await page.textContent("h1")).toContain(HOSTILE.slice(0, 30));
    await page.close();
  });

  test("a page as it came runs nothing, loads nothing and leads nowhere", async () => {
    let reached = 0;
    const evil = createServer().on("connection", () => {
      reached += 1;
    });
    await new Promise<void>((resolve) => evil.listen(0, "127.0.0.1", resolve));
    const site = `http://127.0.0.1:${(evil.address() as AddressInfo).port}/`;
    const original = () => ({ bytes: Buffer.from(hostilePage(site)), name: "a1.html" });
    const other = await startServer(sampleChronicle({ original }), { port: 0 });
    const page = await browser.newPage();
    const dialogs: string[] = [];
    page.on("dialog", (dialog) => {
      dialogs.push(dialog.message());
      dialog.dismiss().catch(() => {});
    });
    for (const view of ["/articles/a1?original=1", "/originals/a1"]) {
      const address = new URL(view, other.url).href;
      await page.goto(address);
      const inside = view.includes("=") ? page.frameLocator("iframe") : page;
      expect(await inside.locator("h1").textContent()).toBe("Velling to visit Tallinn in December");
      await inside.locator("#trap").click();
      await page.waitForTimeout(500);
      expect(page.url()).toBe(address);
    }
    expect(dialogs).toEqual([]);
    expect(reached).toBe(0);
    await page.close();
    await other.close();
    evil.close();
  });

  test("from an entry to the cited words, without JavaScript", async () => {
    const page = await open("/stories/s1", {
      javaScriptEnabled: false,
      viewport: { width: 1280, height: 500 },
    });
    const entry = page.locator("#entry-E2");
    await entry.locator("summary").click();
    await entry.locator(".citations a").click();
    await page.waitForURL(/events\/E2$/);
    await page.locator(".citation a").nth(2).click();
    await page.waitForURL(/mark=\d+-\d+#cited$/);
    const cited = page.locator("#cited");
    expect(await cited.textContent()).toBe("will arrive in Tallinn on Thursday");
    const box = await cited.boundingBox();
    expect(box?.y).toBeGreaterThan(0);
    expect(box?.y).toBeLessThan(500);
    await page.locator('.rail a[href="/events/E2"]').click();
    await page.getByRole("link", { name: "in its place" }).click();
    await page.waitForURL(/#entry-E2$/);
    await page.close();
  });

  test("the filter works without JavaScript", async () => {
    const page = await open("/stories/s1", { javaScriptEnabled: false });
    await page.getByLabel("Denied").check();
    await page.getByRole("button", { name: "Filter" }).click();
    await page.waitForURL(/status=denied/);
    expect(await page.locator(".entry").count()).toBe(1);
    await page.close();
  });

  test("keys: j and k go through the entries, / to the search", async () => {
    const page = await open("/stories/s1");
    const at = "document.activeElement.closest('.entry')?.id";
    await page.keyboard.press("j");
    expect(await look(page, at)).toBe("entry-E0");
    await page.keyboard.press("j");
    expect(await look(page, at)).toBe("entry-E1");
    await page.keyboard.press("k");
    expect(await look(page, at)).toBe("entry-E0");
    await page.keyboard.press("/");
    await page.keyboard.type("jk/");
    expect(await page.inputValue("#search")).toBe("jk/");
    await page.close();
  });

  test("paper shows the timeline without what can only be clicked", async () => {
    const page = await open("/stories/s1");
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".filter").isVisible()).toBe(false);
    expect(await page.locator("#entry-E2 .headline").isVisible()).toBe(true);
    expect(await page.locator("#entry-E2 .reach").isVisible()).toBe(true);
    await page.close();
  });
});
