import { UsageError } from "./problem.ts";

/** All bytes of standard input. */
export async function readInput(): Promise<Uint8Array> {
  if (process.stdin.isTTY) {
    throw new UsageError(
      "Expected something on standard input; send it with < FILE, or name a file instead of -.",
    );
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}
