/** Reads a stream of bytes piece by piece, and holds no more of it than what is asked for. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #held: Uint8Array = new Uint8Array(0);
  #ended = false;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  async #more(): Promise<boolean> {
    if (this.#ended) return false;
    const next = await this.#chunks.next();
    if (next.done) this.#ended = true;
    else this.#held = this.#held.length === 0 ? next.value : Buffer.concat([this.#held, next.value]);
    return !this.#ended;
  }

  /** The next `length` bytes, fewer at the end, without moving on. */
  async peek(length: number): Promise<Uint8Array> {
    while (this.#held.length < length && (await this.#more()));
    return this.#held.subarray(0, length);
  }

  /** The next `length` bytes, fewer at the end. */
  async take(length: number): Promise<Uint8Array> {
    const pieces: Uint8Array[] = [];
    let missing = length;
    while (missing > 0 && (this.#held.length > 0 || (await this.#more()))) {
      const piece = this.#held.subarray(0, missing);
      this.#held = this.#held.subarray(piece.length);
      missing -= piece.length;
      pieces.push(piece);
    }
    return Buffer.concat(pieces);
  }

  /** Passes over `length` bytes; gives how many there were. */
  async skip(length: number): Promise<number> {
    let left = length;
    while (left > 0 && (this.#held.length > 0 || (await this.#more()))) {
      const passed = Math.min(left, this.#held.length);
      this.#held = this.#held.subarray(passed);
      left -= passed;
    }
    return length - left;
  }

  /** The next line with its line feed, or as much of it as `limit` bytes; null at the end. */
  async line(limit: number): Promise<Uint8Array | null> {
    let end = this.#held.indexOf(0x0a);
    while (end < 0 && this.#held.length < limit && (await this.#more())) end = this.#held.indexOf(0x0a);
    if (this.#held.length === 0) return null;
    return this.take(end < 0 || end >= limit ? Math.min(limit, this.#held.length) : end + 1);
  }

  /** All that is left, piece by piece. */
  async *rest(): AsyncGenerator<Uint8Array> {
    while (this.#held.length > 0 || (await this.#more())) {
      const piece = this.#held;
      this.#held = new Uint8Array(0);
      yield piece;
    }
  }

  /** Lets go of the stream. */
  async close(): Promise<void> {
    this.#ended = true;
    await this.#chunks.return?.();
  }
}
