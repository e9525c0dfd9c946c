/**
 * Ends the program when its output cannot be written: quietly where a reader has seen enough
 * (`chronicler timeline | head`), with what `describe` makes of it otherwise.
 */
export function watchOutput(describe: (error: unknown) => string): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    printError(describe(error));
    process.exit(1);
  });
  process.stderr.on("error", () => process.exit(1));
}

/** Signs that a terminal would obey; texts of reports are not to steer it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu;

/** The text without signs that steer a terminal. */
export function plain(text: string): string {
  return text.replace(CONTROLS, "");
}

export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2));
}

/** One line on standard error, in the program's name. */
export function printError(text: string): void {
  process.stderr.write(`chronicler: ${plain(text).replace(/\s+/gu, " ")}\n`);
}

/** Waits until all that was printed has gone out, as before a long run of output. */
export function drained(): Promise<void> {
  if (!process.stdout.writableNeedDrain) return Promise.resolve();
  return new Promise((resolve) => process.stdout.once("drain", resolve));
}
