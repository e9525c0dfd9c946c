import { dateInWords } from "../index.ts";
import { NO_BREAK } from "./wrap.ts";

const LONG_MONTH = /\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]+(?= \d{4})/g;

/** "30 Aug 2016", for lines that hold several dates; one that no line breaks. */
export function shortDate(edtf: string): string {
  return dateInWords(edtf).replace(LONG_MONTH, "$1").replaceAll(" ", NO_BREAK);
}
