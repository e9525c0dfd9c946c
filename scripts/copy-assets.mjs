// The last step of a build: copies what is not TypeScript (styles, scripts and pictures of the page) from src to dist.
import { cpSync, existsSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const FOLDERS = ["web/assets"];

for (const folder of FOLDERS) {
  const from = `${ROOT}src/${folder}`;
  if (existsSync(from)) cpSync(from, `${ROOT}dist/${folder}`, { recursive: true });
}

// Tells when the build was finished.
writeFileSync(`${ROOT}dist/.built`, "");
