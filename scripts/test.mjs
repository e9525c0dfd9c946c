// npm test: installs what is missing, builds, and runs all tests. Words after -- go to Vitest.
import { join } from "node:path";
import { build, checkNode, install, main, ROOT, run } from "./prepare.mjs";

await main(async () => {
  checkNode();
  await install();
  await build();
  const vitest = join(ROOT, "node_modules/vitest/vitest.mjs");
  const { status } = await run(process.execPath, [vitest, "run", ...process.argv.slice(2)]);
  return status;
});
