import { createReadStream, statSync } from "node:fs";
import { loadArticleTables, readSource } from "../src/article/read.ts";
import { type Input, openInput } from "../src/index.ts";
import { readPackageFile } from "../src/resources.ts";

// Reads every report of the archive and keeps none: the process whose memory is measured.
const [path = ""] = process.argv.slice(2);
const input: Input = {
  name: path,
  given: {},
  size: statSync(path).size,
  read: (start = 0) => createReadStream(path, { start }),
};
const tables = loadArticleTables(readPackageFile);
let [read, failed] = [0, 0];
for await (const found of openInput(input)) {
  const reports = "source" in found ? readSource(found.source, tables) : [];
  if (reports.some((report) => report.ok)) read++;
  else failed++;
}
console.log(`${read} read, ${failed} failed`);
