import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ReadFile } from "../src/language/load.ts";
import type { Block } from "../src/model/article.ts";

const ROOT = join(import.meta.dirname, "..");

/** Reads files of the package, for tests. */
export const readPackageFile: ReadFile = (name) => readFileSync(join(ROOT, name));

/** The whole text as one paragraph, for tests. */
export function oneBlock(text: string): Block[] {
  return [{ start: 0, end: text.length, kind: "paragraph" }];
}
