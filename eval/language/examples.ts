/** Errors of one kind, counted, with some of the places where they stand. */
export class Confusions {
  private readonly kinds = new Map<string, string[]>();

  add(kind: string, example: string): void {
    const examples = this.kinds.get(kind) ?? [];
    this.kinds.set(kind, examples);
    examples.push(example);
  }

  /** The most frequent kinds, `limit` of them, each with `limit` examples at most, spread over all of the kind. */
  show(title: string, limit: number): string {
    const kinds = [...this.kinds].sort((a, b) => b[1].length - a[1].length);
    const all = kinds.reduce((sum, [, examples]) => sum + examples.length, 0);
    const lines = kinds
      .slice(0, limit)
      .flatMap(([kind, examples]) => [
        `  ${String(examples.length).padStart(5)}  ${kind}`,
        ...spread(examples, limit).map((example) => `           ${example}`),
      ]);
    return [`${title} (${all})`, ...lines].join("\n");
  }
}

function spread<Item>(items: readonly Item[], count: number): Item[] {
  const step = Math.max(1, Math.floor(items.length / count));
  return items.filter((_, i) => i % step === 0).slice(0, count);
}

/** How many words are shown on either side. */
const AROUND = 12;

/** The words around a place in a sentence, with marks around some of them: `[subject] said`. */
export function inContext(
  forms: readonly string[],
  marks: Readonly<Record<number, string>>,
  around: number = AROUND,
): string {
  const marked = Object.keys(marks).map(Number);
  const from = Math.max(0, Math.min(...marked) - around);
  const to = Math.max(...marked) + around + 1;
  return forms
    .slice(from, to)
    .map((form, i) => {
      const mark = marks[from + i];
      return mark === undefined ? form : `[${form}${mark && `:${mark}`}]`;
    })
    .join(" ");
}
