import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { openChronicle } from "../index.ts";
import { type CommandArguments, chroniclePath } from "./arguments.ts";
import { serve } from "./serve.ts";

/** What opens an address in the reader's browser, by the system. */
const OPENERS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  darwin: ["open"],
  win32: ["cmd", "/c", "start", ""],
};

/** Where there is no browser to be started, the address that was printed does as well. */
function openBrowser(address: string): void {
  const [program, ...words] = OPENERS[process.platform] ?? ["xdg-open"];
  const browser = spawn(program, [...words, address], { detached: true, stdio: "ignore" });
  browser.on("error", () => {});
  browser.unref();
}

/** Begins a chronicle where there is none, so that the first report can be pasted into the page. */
async function begin(path: string): Promise<void> {
  if (existsSync(path)) return;
  const chronicle = await openChronicle(path);
  chronicle.close();
}

export async function run(given: CommandArguments): Promise<number> {
  if (given.values["read-only"] !== true) await begin(chroniclePath(given));
  return serve(given, openBrowser);
}
