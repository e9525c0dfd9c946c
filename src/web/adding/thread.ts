import { parentPort, workerData } from "node:worker_threads";
import { openChronicle } from "../library.ts";
import type { Said, ThreadData } from "./adder.ts";
import { addReports, type Work } from "./work.ts";

const { path, allowPrivate = false } = workerData as ThreadData;
const say = (said: Said): void => parentPort?.postMessage(said);

async function run(work: Work): Promise<void> {
  const chronicle = await openChronicle(path);
  try {
    const report = (name: string): void => say({ kind: "reading", name });
    say({ kind: "done", result: await addReports(chronicle, work, { report, allowPrivate }) });
  } finally {
    chronicle.close();
  }
}

parentPort?.on("message", (work: Work) => {
  run(work).catch((problem: unknown) => {
    const message = problem instanceof Error ? problem.message : String(problem);
    say({ kind: "failed", code: "unreadable", message });
  });
});
