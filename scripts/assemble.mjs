// Compiles the kernels of assembly/ to WebAssembly, and notes of what they were made: `npm run assemble`.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const COMPILER = `${ROOT}training/node_modules/assemblyscript/bin/asc.js`;
const OUTPUTS = {
  "assembly/reading.ts": "models/reading.wasm",
  "assembly/training.ts": "training/network/training.wasm",
};
// No runtime, no checks: the kernels neither allocate nor throw. The warnings are of additions that are meant.
const OPTIONS = [
  "-O3",
  "--runtime",
  "stub",
  "--noAssert",
  "--enable",
  "simd",
  "--importMemory",
  "--disableWarning",
  "201",
];

if (!existsSync(COMPILER)) {
  console.error("expected the compiler in training/node_modules; install it: npm ci --prefix training");
  process.exit(1);
}
const sources = {};
for (const [source, output] of Object.entries(OUTPUTS)) {
  execFileSync(process.execPath, [COMPILER, source, "-o", output, ...OPTIONS], {
    cwd: ROOT,
    stdio: "inherit",
  });
  sources[source] = createHash("sha256")
    .update(readFileSync(`${ROOT}${source}`))
    .digest("hex");
}
writeFileSync(`${ROOT}assembly/compiled.json`, `${JSON.stringify(sources, null, 2)}\n`);
