// Takes the pictures of the README anew, from the samples on a page that is being served:
//   npm start                                       (in another terminal)
//   node docs/screenshots/make.mjs http://127.0.0.1:PORT/
// The browser is /usr/bin/chromium, or the one whose path stands in CHROMIUM.
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const SIZE = { width: 1280, height: 1100 };

const [address] = process.argv.slice(2);
if (!address) throw new Error("Expected the address of a served chronicle, such as http://127.0.0.1:4016/");

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu"],
});

async function take(name, colorScheme, prepare) {
  const page = await browser.newPage({ viewport: SIZE, colorScheme });
  await page.goto(address);
  await prepare(page);
  const path = fileURLToPath(new URL(`${name}.png`, import.meta.url));
  await page.screenshot({ path });
  await page.close();
  console.log(path);
}

/** The story, with the words open of the entry that most outlets tell of. */
async function timeline(page) {
  const stories = page.locator(".stories h2 a");
  if ((await stories.count()) > 0) await stories.first().click();
  await page.goto(`${page.url()}?from=2024-03&to=2024-05&top=12`);
  await page.locator(".reach.many").first().click();
  await page.locator(".citation").first().waitFor();
  await page.evaluate(() => scrollTo(0, 0));
}

/** A report with everything marked that was read out of it. */
async function report(page) {
  await page.goto(new URL("/articles", address).href);
  await page.locator(".listing a").nth(2).click();
  for (const layer of ["times", "names", "quotations"]) {
    await page.locator(".layers a", { hasText: layer }).click();
    await page.waitForLoadState();
  }
}

await take("timeline", "light", timeline);
await take("report", "dark", report);
await browser.close();
