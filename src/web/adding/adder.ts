import { Worker } from "node:worker_threads";
import { type AddResult, type Chronicle, ChroniclerError } from "../library.ts";
import { addReports, type Report, type Work, type WorkOptions } from "./work.ts";

/** Adds reports to a chronicle, one piece of work after another. */
export interface Adder {
  add(work: Work, report: Report): Promise<AddResult>;
  /** Stops at once; what is half done is undone by the chronicle. */
  close(): Promise<void>;
}

/** Adds on the thread of the caller, who waits meanwhile: for a chronicle in memory. */
export function adderOf(chronicle: Chronicle, options: WorkOptions = {}): Adder {
  return {
    add: (work, report) => addReports(chronicle, work, { ...options, report }),
    close: async () => {},
  };
}

/** What the thread says. */
export type Said =
  | { readonly kind: "reading"; readonly name: string }
  | { readonly kind: "done"; readonly result: AddResult }
  | { readonly kind: "failed"; readonly code: string; readonly message: string };

/** What the thread is told when it begins. */
export interface ThreadData extends WorkOptions {
  readonly path: string;
}

class ThreadAdder implements Adder {
  readonly #data: ThreadData;
  #thread: Worker | null = null;

  constructor(data: ThreadData) {
    this.#data = data;
  }

  #begin(): Worker {
    if (this.#thread) return this.#thread;
    const thread = new Worker(new URL("./thread.js", import.meta.url), { workerData: this.#data });
    thread.unref();
    thread.once("exit", () => {
      this.#thread = null;
    });
    this.#thread = thread;
    return thread;
  }

  add(work: Work, report: Report): Promise<AddResult> {
    const thread = this.#begin();
    return new Promise<AddResult>((resolve, reject) => {
      const end = (finish: () => void) => {
        thread.removeAllListeners("message").removeAllListeners("error");
        finish();
      };
      thread.once("error", (problem) => end(() => reject(problem)));
      thread.on("message", (said: Said) => {
        if (said.kind === "reading") report(said.name);
        else if (said.kind === "done") end(() => resolve(said.result));
        else end(() => reject(new ChroniclerError("unreadable", said.message)));
      });
      thread.postMessage(work);
    });
  }

  async close(): Promise<void> {
    await this.#thread?.terminate();
  }
}

/** Adds to the chronicle of a file on a thread of its own, so that its pages can be read meanwhile. */
export function threadAdder(path: string, options: WorkOptions = {}): Adder {
  return new ThreadAdder({ path, ...options });
}
