// The last step of a build: copies what is not TypeScript (styles, scripts and pictures of the page, the code of
// threads) from src to dist.
import { cpSync, existsSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const ASSETS = ["web/assets", "article/pdf/worker.mjs"];

for (const asset of ASSETS) {
  const from = `${ROOT}src/${asset}`;
  if (existsSync(from)) cpSync(from, `${ROOT}dist/${asset}`, { recursive: true });
}

// Tells when the build was finished.
writeFileSync(`${ROOT}dist/.built`, "");
