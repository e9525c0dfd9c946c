// Takes docs/screenshots/timeline.png anew, from a page that is being served:
//   npm start                                       (in another terminal)
//   node docs/screenshots/make.mjs http://127.0.0.1:PORT/ [WORDS TO FILTER BY]
// The browser is /usr/bin/chromium, or the one whose path stands in CHROMIUM.
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const HEIGHT = 1240;

const [address, words] = process.argv.slice(2);
if (!address) throw new Error("Expected the address of a served chronicle, such as http://127.0.0.1:4571/");

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu"],
});
const page = await browser.newPage({ viewport: { width: 1280, height: HEIGHT }, colorScheme: "light" });
await page.goto(address);

// The longest story, where there are several.
const stories = await page.locator(".stories > li").evaluateAll((items) =>
  items.map((item) => ({
    href: item.querySelector("a").href,
    entries: Number.parseInt(
      item
        .querySelector("p")
        .textContent.split("·")
        .find((part) => /entr/.test(part)),
      10,
    ),
  })),
);
const longest = stories.sort((a, b) => b.entries - a.entries)[0];
if (longest) await page.goto(longest.href);

// One filter, to show what it does, and the citations of the entry with most outlets open.
if (words) await page.goto(`${page.url()}?${new URLSearchParams({ words })}`);
await page
  .locator(".reach.many")
  .first()
  .click({ timeout: 2000 })
  .catch(() => {});
await page.evaluate(() => scrollTo(0, 0));

const path = fileURLToPath(new URL("timeline.png", import.meta.url));
await page.screenshot({ path });
await browser.close();
console.log(path);
