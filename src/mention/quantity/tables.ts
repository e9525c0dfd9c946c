import type { Quantity } from "../../model/quantity.ts";
import { parseTable } from "../../model/table.ts";

/** A unit of money, and its ISO 4217 code where the words tell which. */
export interface Money {
  readonly unit: string;
  readonly currency?: string;
}

/** Words of quantities, in lower case. */
export interface QuantityTables {
  readonly numbers: ReadonlyMap<string, number>;
  /** What multiplies the number before it. */
  readonly scales: ReadonlyMap<string, number>;
  /** By sign or by noun: "€", "euro". */
  readonly money: ReadonlyMap<string, Money>;
  readonly approximate: ReadonlySet<string>;
  /** "at least", "up to": the longest first. */
  readonly bounds: readonly (readonly [words: string, bound: NonNullable<Quantity["bound"]>])[];
  /** Verbs beside which a bare number counts people: "120 were injured". */
  readonly people: ReadonlySet<string>;
}

export const QUANTITY_TABLE = "data/en/quantity-words.tsv";

/** Reads the words of quantities; `read` gives the bytes of a file of the package. */
export function loadQuantityTables(read: (path: string) => Uint8Array): QuantityTables {
  const rows = parseTable(QUANTITY_TABLE, read(QUANTITY_TABLE), ["word", "kind", "example", "text"]);
  const cells = (kind: string) =>
    rows
      .filter((row) => row.kind === kind)
      .map((row): [string, string] => [row.word.toLowerCase(), (row as { value?: string }).value ?? ""]);
  const amounts = (kind: string) => new Map(cells(kind).map(([word, value]) => [word, Number(value)]));
  const bounds = (["at-least", "at-most"] as const).flatMap((bound) =>
    cells(bound).map(([word]) => [word, bound] as const),
  );
  return {
    numbers: amounts("number"),
    scales: amounts("scale"),
    money: new Map(cells("currency").map(([word, value]) => [word, readMoney(value)])),
    approximate: new Set(cells("about").map(([word]) => word)),
    bounds: bounds.sort((a, b) => b[0].length - a[0].length),
    people: new Set(cells("people").map(([word]) => word)),
  };
}

function readMoney(value: string): Money {
  const [unit = "", currency] = value.split("/");
  return { unit, ...(currency ? { currency } : {}) };
}
