import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** A saved page with its hand-made text. */
export interface GoldPage {
  readonly key: string;
  readonly url: string;
  readonly html: string;
  readonly truth: string;
}

/** The folder of the pages: the one given, or the one in it that is called `pages`. */
export function pagesFolder(goldDir: string): string {
  return existsSync(join(goldDir, "truth.json")) ? goldDir : join(goldDir, "pages");
}

/** The pages of a folder that holds `truth.json` and `html/*.html.gz`, in order of their keys, one at a time. */
export function* readPages(folder: string): Generator<GoldPage> {
  const file = readFileSync(join(folder, "truth.json"), "utf8");
  const truths = JSON.parse(file) as Record<string, { articleBody: string; url: string }>;
  for (const name of readdirSync(join(folder, "html")).sort()) {
    const key = name.replace(/\.html\.gz$/, "");
    const html = gunzipSync(readFileSync(join(folder, "html", name))).toString("utf8");
    yield { key, url: truths[key]?.url ?? "", html, truth: truths[key]?.articleBody ?? "" };
  }
}
