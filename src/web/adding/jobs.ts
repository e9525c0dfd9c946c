import { randomUUID } from "node:crypto";
import type { AddResult } from "../library.ts";
import type { Adder } from "./adder.ts";
import type { Work } from "./work.ts";

/** How far a piece of work is. */
export interface Progress {
  readonly state: "waiting" | "reading" | "linking" | "done" | "failed";
  /** Reports that were begun to be read. */
  readonly read: number;
  /** What is being read. */
  readonly name: string;
}

/** So many finished pieces of work are remembered. */
const KEPT = 50;

/** One piece of work, from when it was sent in. */
export class Job {
  readonly id = randomUUID();
  progress: Progress = { state: "waiting", read: 0, name: "" };
  result: AddResult | null = null;
  /** Why nothing could be added at all. */
  problem: string | null = null;
  readonly #listeners = new Set<() => void>();

  /** Calls back after every step; gives what ends that. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  get isOver(): boolean {
    return this.progress.state === "done" || this.progress.state === "failed";
  }

  step(progress: Partial<Progress>): void {
    this.progress = { ...this.progress, ...progress };
    for (const listener of this.#listeners) listener();
  }

  async run(adder: Adder, work: Work): Promise<void> {
    try {
      this.result = await adder.add(work, (name) => {
        if (name === "") this.step({ state: "linking", name: "" });
        else this.step({ state: "reading", read: this.progress.read + 1, name });
      });
      this.step({ state: "done", name: "" });
    } catch (problem) {
      this.problem = problem instanceof Error ? problem.message : String(problem);
      this.step({ state: "failed", name: "" });
    }
  }
}

/** All that readers sent in: done one after the other, remembered for a while. */
export class Jobs {
  readonly #adder: Adder;
  readonly #jobs = new Map<string, Job>();
  #last: Promise<void> = Promise.resolve();

  constructor(adder: Adder) {
    this.#adder = adder;
  }

  begin(work: Work): Job {
    const job = new Job();
    this.#jobs.set(job.id, job);
    this.#last = this.#last.then(() => job.run(this.#adder, work)).then(() => this.#forget());
    return job;
  }

  #forget(): void {
    const over = [...this.#jobs.values()].filter(({ isOver }) => isOver);
    for (const { id } of over.slice(0, -KEPT)) this.#jobs.delete(id);
  }

  get(id: string): Job | null {
    return this.#jobs.get(id) ?? null;
  }
}
