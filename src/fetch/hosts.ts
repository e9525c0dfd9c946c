/** Waits; ends early, with an error, when the signal says to stop. */
export type Sleep = (milliseconds: number, signal?: AbortSignal) => Promise<void>;

/** Where things wait for their host. */
interface Line {
  /** Ends when all that waits before has been done. */
  last: Promise<unknown>;
  /** From when on the host may be asked again, in milliseconds of the clock. */
  free: number;
}

/** Asks each host for one thing at a time, with a pause after each. */
export class Hosts {
  readonly #lines = new Map<string, Line>();
  readonly #sleep: Sleep;
  readonly #now: () => number;

  constructor({ sleep, now }: { readonly sleep: Sleep; readonly now: () => number }) {
    this.#sleep = sleep;
    this.#now = now;
  }

  #lineOf(host: string): Line {
    const known = this.#lines.get(host);
    if (known) return known;
    const line: Line = { last: Promise.resolve(), free: 0 };
    this.#lines.set(host, line);
    return line;
  }

  /** Does the work when it is its turn; the next for this host waits until it is done. */
  inTurn<T>(host: string, work: () => Promise<T>): Promise<T> {
    const line = this.#lineOf(host);
    const turn = line.last.then(work);
    line.last = turn.catch(() => {});
    return turn;
  }

  /** Waits until the host may be asked again. */
  async rest(host: string, signal?: AbortSignal): Promise<void> {
    const wait = this.#lineOf(host).free - this.#now();
    if (wait > 0) await this.#sleep(wait, signal);
  }

  /** The host is not asked again for so many milliseconds. */
  pause(host: string, milliseconds: number): void {
    const line = this.#lineOf(host);
    line.free = Math.max(line.free, this.#now() + milliseconds);
  }
}
