import type { Token } from "../../model/token.ts";
import type { QuantityTables } from "./tables.ts";

/** A number as it is written, over one or more tokens: "5.2 million", "twenty-five", "30m". */
export interface Amount {
  readonly value: number;
  /** Half-open range of its tokens. */
  readonly from: number;
  readonly to: number;
}

const THOUSAND = 1_000;

/** The number that begins at this token; undefined where none does. */
export function amountAt(
  from: number,
  tokens: readonly Token[],
  { tables, barred }: { tables: QuantityTables; barred: ReadonlySet<number> },
): Amount | undefined {
  let [total, part] = [0, 0];
  let to = from;
  for (let at = from; at < tokens.length && !barred.has(at); at++) {
    const token = tokens[at];
    if (!token || (at > from && isHyphen(at, tokens) && isNumber(tokens[at + 1], tables))) continue;
    const value = numberOf(token.text, tables);
    const scale =
      value === undefined ? scaleOf(at, to > from ? to - 1 : undefined, { tokens, tables }) : undefined;
    // Two numbers in figures are two numbers.
    if ((value === undefined && scale === undefined) || (at > from && /^\d/u.test(token.text))) break;
    if (value !== undefined) part += value;
    else if (scale !== undefined && scale < THOUSAND) part = Math.max(1, part) * scale;
    else if (scale !== undefined) {
      // In hundredths, or 5.2 million has a tail of binary digits.
      total += Math.round((part === 0 ? 1 : part) * scale * 100) / 100;
      part = 0;
    }
    to = at + 1;
  }
  return to > from ? { value: total + part, from, to } : undefined;
}

/** Of "twenty-five", but not of "four - two steps more". */
function isHyphen(at: number, tokens: readonly Token[]): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  return token?.text === "-" && before?.end === token.start;
}

function isNumber(token: Token | undefined, tables: QuantityTables): boolean {
  return token !== undefined && numberOf(token.text, tables) !== undefined;
}

function numberOf(text: string, { numbers }: QuantityTables): number | undefined {
  const plain = text.toLowerCase().replace(/,(?=\d{3}\b)/gu, "");
  return /^\d+(?:\.\d+)?$/u.test(plain) ? Number(plain) : numbers.get(plain);
}

/** "million" anywhere; "m" only right at its number: "30m", but not "30 m". */
function scaleOf(
  index: number,
  before: number | undefined,
  { tokens, tables }: { tokens: readonly Token[]; tables: QuantityTables },
): number | undefined {
  const token = tokens[index];
  const scale = tables.scales.get(token?.text.toLowerCase() ?? "");
  if (token === undefined || token.text.length > 2) return scale;
  return before !== undefined && tokens[before]?.end === token.start ? scale : undefined;
}
