/** Items by their indices, of which those that are joined hang together. */
export class Components {
  /** Another item of the same component, and so on to the one that stands for it; the item itself where it is that one. */
  readonly #towards: Int32Array;
  readonly #sizes: Int32Array;

  constructor(items: number) {
    this.#towards = Int32Array.from({ length: items }, (_, item) => item);
    this.#sizes = new Int32Array(items).fill(1);
  }

  join(a: number, b: number): void {
    const [one, other] = [this.#find(a), this.#find(b)];
    if (one === other) return;
    this.#towards[other] = one;
    this.#sizes[one] = (this.#sizes[one] ?? 0) + (this.#sizes[other] ?? 0);
  }

  areOne(a: number, b: number): boolean {
    return this.#find(a) === this.#find(b);
  }

  /** Whether nothing is joined with it. */
  isLone(item: number): boolean {
    return this.#sizes[this.#find(item)] === 1;
  }

  #find(item: number): number {
    let at = item;
    for (let next = this.#towards[at] ?? at; next !== at; next = this.#towards[at] ?? at) {
      this.#towards[at] = this.#towards[next] ?? next;
      at = next;
    }
    return at;
  }
}
