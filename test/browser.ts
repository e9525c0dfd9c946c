import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";

const EXECUTABLE = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Whether there is no browser that can be driven; the tests that need one are left out then. */
export const MISSING = !existsSync(EXECUTABLE);
if (MISSING)
  console.warn(`No Chromium at ${EXECUTABLE}: the page is not tried in a browser. Set CHROMIUM to its path.`);

const SWITCHES = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: EXECUTABLE, args: SWITCHES });
}

/** What the page would answer to code run in it; a string, since the browser's own types are not known here. */
export const look = (page: Page, code: string) => page.evaluate(code) as Promise<unknown>;
