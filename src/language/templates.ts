import { mix } from "./hash.ts";
import type { Features } from "./linear.ts";

/** Feature templates made ready: for each, its number of parts and then (position, column) pairs. */
export interface Templates {
  readonly code: Int32Array;
  readonly count: number;
}

/** The names that templates may use: positions such as "s0" or "-1", and columns such as "lower". */
export interface TemplateNames {
  readonly positions: readonly string[];
  readonly columns: Readonly<Record<string, number>>;
}

/**
 * Compiles templates written as "s0.lower b0.tag": the conjunction of a column at one position with
 * a column at another.
 */
export function compileTemplates(lines: readonly string[], names: TemplateNames): Templates {
  const code: number[] = [];
  for (const line of lines) {
    const parts = line.split(" ");
    code.push(parts.length);
    for (const part of parts) {
      const dot = part.indexOf(".");
      const position = names.positions.indexOf(part.slice(0, dot));
      const column = names.columns[part.slice(dot + 1)];
      if (position < 0 || column === undefined) throw new RangeError(`no such feature: ${part}`);
      code.push(position, column);
    }
  }
  return { code: Int32Array.from(code), count: lines.length };
}

/** What the templates look at: rows of columns, and where the row of each position begins. */
export interface View {
  readonly rows: Int32Array;
  readonly at: Int32Array;
}

/** Computes the slots of all templates, in `[0, mask]`. */
export function fillFeatures(templates: Templates, view: View, into: Features, mask: number): void {
  const { code, count } = templates;
  const { rows, at } = view;
  const { slots } = into;
  let next = 0;
  for (let t = 0; t < count; t++) {
    let hash = Math.imul(t + 1, 0x2545f491);
    const parts = code[next++] as number;
    for (let p = 0; p < parts; p++) {
      hash = mix(hash, rows[(at[code[next] as number] as number) + (code[next + 1] as number)] as number);
      next += 2;
    }
    slots[t] = mix(hash, parts) & mask;
  }
  into.count = count;
}
