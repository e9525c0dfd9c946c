import type { Chronicle } from "./library.ts";
import type { Stream } from "./parts/page.ts";

/** How often it is looked whether the chronicle has changed, in milliseconds, while anybody listens. */
const PAUSE = 1000;

/** Tells open pages when the chronicle has changed, whichever program changed it. */
export class Live {
  readonly #chronicle: Chronicle;
  readonly #listeners = new Set<(revision: string) => void>();
  #timer: NodeJS.Timeout | undefined;
  #revision = "";

  constructor(chronicle: Chronicle) {
    this.#chronicle = chronicle;
  }

  #look(): void {
    const revision = this.#chronicle.revision();
    if (revision === this.#revision) return;
    this.#revision = revision;
    for (const tell of this.#listeners) tell(revision);
  }

  #listen(tell: (revision: string) => void): () => void {
    if (this.#listeners.size === 0) {
      this.#revision = this.#chronicle.revision();
      this.#timer = setInterval(() => this.#look(), PAUSE);
    }
    this.#listeners.add(tell);
    return () => {
      this.#listeners.delete(tell);
      if (this.#listeners.size === 0) clearInterval(this.#timer);
    };
  }

  /** An event `changed` whenever the chronicle has changed. */
  stream(): Stream {
    return {
      kind: "stream",
      start: (send) => {
        send("ready", {});
        return this.#listen((revision) => send("changed", { revision }));
      },
    };
  }
}
