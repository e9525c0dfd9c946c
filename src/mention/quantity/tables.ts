import type { Quantity, Toll } from "../../model/quantity.ts";
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
  readonly tolls: readonly TollRule[];
}

/** Words beside a figure by which it is a toll. */
export interface TollRule {
  readonly toll: Toll;
  readonly side: "before" | "after";
  /** Of the text that ends right before the figure, or of that which begins right after it. */
  readonly words: RegExp;
}

export const QUANTITY_TABLE = "data/en/quantity-words.tsv";
export const TOLL_TABLE = "data/en/quantity-tolls.tsv";

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
    tolls: loadTolls(read),
  };
}

/** Words that may stand between a figure and what became of those whom it counts. */
const BETWEEN =
  "(?:(?:who|have|has|had|may|might|could|were|was|are|is|be|been|being|now|so|far|already|also|still|reported|reportedly|confirmed|feared|believed|thought|estimated|known|presumed|to|probably|likely|left|made|or|more) ){0,6}";

function loadTolls(read: (path: string) => Uint8Array): readonly TollRule[] {
  return parseTable(TOLL_TABLE, read(TOLL_TABLE), ["toll", "side", "words", "example"]).map((row) => {
    const words = row.words.replace("#", BETWEEN);
    const side = row.side === "before" ? "before" : "after";
    const source = side === "before" ? `\\b${words}$` : `^ ${words}\\b`;
    return { toll: row.toll as Toll, side, words: new RegExp(source, "iu") };
  });
}

function readMoney(value: string): Money {
  const [unit = "", currency] = value.split("/");
  return { unit, ...(currency ? { currency } : {}) };
}
