#!/usr/bin/env node
// Old syntax on purpose: an old Node must get as far as the sentence below.
var parts = process.versions.node.split(".");
var major = Number(parts[0]);
if (major < 20 || (major === 20 && Number(parts[1]) < 19)) {
  process.stderr.write(
    "chronicler: expected Node.js 20.19 or newer, found " +
      process.versions.node +
      "; install a newer one from https://nodejs.org.\n",
  );
  process.exit(1);
} else {
  import("../dist/cli/run.js").catch((error) => {
    if (error?.code !== "ERR_MODULE_NOT_FOUND") throw error;
    process.stderr.write(
      "chronicler: the program is not built, or not wholly installed; run npm run build, or install it again.\n",
    );
    process.exit(1);
  });
}
