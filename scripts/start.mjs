// npm start: from a fresh clone to a chronicle of the samples on a page. With --no-serve it ends after printing.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, checkNode, install, main, Problem, ROOT, run } from "./prepare.mjs";

const OPTIONS = ["--no-serve", "--port"];

function readOptions(words) {
  const options = { serve: true, port: [] };
  for (let index = 0; index < words.length; index++) {
    const [name, value] = words[index].split("=", 2);
    if (!OPTIONS.includes(name))
      throw new Problem(`Expected ${OPTIONS.join(" or ")} N, not ${words[index]}.`);
    if (name === "--no-serve") options.serve = false;
    else {
      index += value === undefined ? 1 : 0;
      options.port = ["--port", value ?? words[index] ?? ""];
    }
  }
  return options;
}

async function chronicler(...words) {
  const { status, signal } = await run(process.execPath, [join(ROOT, "bin/chronicler.mjs"), ...words]);
  return signal === "SIGINT" || signal === "SIGTERM" ? 0 : status;
}

async function demonstrate(file, { serve, port }) {
  const chronicle = ["--chronicle", file];
  const steps = [
    ["add", "samples/", ...chronicle],
    ["timeline", ...chronicle],
  ];
  if (serve) steps.push(["serve", ...port, ...chronicle]);
  for (const step of steps) {
    const status = await chronicler(...step);
    if (status !== 0) return status;
    process.stdout.write("\n");
  }
  return 0;
}

await main(async () => {
  const options = readOptions(process.argv.slice(2));
  checkNode();
  await install();
  await build();
  // What runs gets the signal; this program stays to clear up after it.
  process.on("SIGINT", () => {});
  process.on("SIGTERM", () => {});
  const folder = mkdtempSync(join(tmpdir(), "chronicler-"));
  try {
    return await demonstrate(join(folder, "samples.db"), options);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
