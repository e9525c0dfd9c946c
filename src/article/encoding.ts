import { analyse } from "chardet";

/** How far into a page its encoding may be declared; HTML asks for the first 1024 bytes, real pages need more. */
const DECLARATION_LENGTH = 4096;

/** How many bytes are looked at where nothing is declared. */
const SAMPLE_LENGTH = 64 * 1024;

/** Used where nothing is declared and nothing can be told from the bytes, as browsers do. */
export const FALLBACK_ENCODING = "windows-1252";

/**
 * Share of bytes above ASCII, among all that are not markup, from which the words themselves are in another
 * alphabet. English with typographic quotation marks has less than half of it; German, the least marked of the
 * languages measured, has twice as much.
 */
const MIN_FOREIGN_SHARE = 0.012;

/** Fewer bytes than these tell a detector nothing. */
const MIN_FOREIGN = 12;

/** The detector's own measure, from 0 to 100, below which its guess is worth less than the fallback. */
const MIN_CONFIDENCE = 20;

/** Share of zero bytes at every second place that only UTF-16 has. */
const MIN_ZERO_SHARE = 0.3;

const BYTE_ORDER_MARKS: readonly (readonly [mark: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];

/** The encoding that the first two or three bytes name, or null. */
export function encodingOfMark(bytes: Uint8Array): string | null {
  const found = BYTE_ORDER_MARKS.find(([mark]) => mark.every((byte, index) => bytes[index] === byte));
  return found?.[1] ?? null;
}

/** The encoding that a page or feed declares in its first bytes, or null. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, DECLARATION_LENGTH));
  const declared =
    /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)/i.exec(start) ??
    /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(start);
  const label = declared?.[1]?.toLowerCase() ?? null;
  // A declaration that could be read as ASCII cannot be UTF-16; HTML takes it for UTF-8.
  return label?.startsWith("utf-16") ? "utf-8" : label;
}

/** UTF-16 without a mark: text of mostly ASCII has a zero in every second byte. */
export function encodingOfZeros(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, SAMPLE_LENGTH);
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros.map((count) => (2 * count) / sample.length);
  if (odd >= MIN_ZERO_SHARE && even < odd / 10) return "utf-16le";
  return even >= MIN_ZERO_SHARE && odd < even / 10 ? "utf-16be" : null;
}

/** The bytes that a reader sees: tags are ASCII in every encoding and would hide what the words are in. */
function withoutMarkup(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder("latin1").decode(bytes.subarray(0, 4 * SAMPLE_LENGTH));
  const words = text.replace(/<(script|style)\b[\s\S]*?<\/\1|<[^>]*>/gi, " ");
  return Buffer.from(words.slice(0, SAMPLE_LENGTH), "latin1");
}

/**
 * ISO 8859-15 has the euro where others have ¤, which nobody writes; and it leaves unused what windows-1252
 * fills with quotation marks and dashes.
 */
function westernEncoding(bytes: Uint8Array): string {
  const marks = bytes.some((byte) => byte >= 0x80 && byte <= 0x9f);
  return !marks && bytes.includes(0xa4) ? "iso-8859-15" : FALLBACK_ENCODING;
}

/** The most likely encoding of bytes that are no UTF-8 and declare nothing. */
export function guessEncoding(bytes: Uint8Array): string {
  const seen = withoutMarkup(bytes);
  const foreign = seen.reduce((count, byte) => count + (byte > 0x7f ? 1 : 0), 0);
  if (foreign < MIN_FOREIGN || foreign / seen.length < MIN_FOREIGN_SHARE) return westernEncoding(seen);
  const best = analyse(seen).find(({ name }) => name !== "UTF-8" && name !== "ASCII");
  if (best === undefined || best.confidence < MIN_CONFIDENCE) return westernEncoding(seen);
  return best.name === "ISO-8859-1" ? westernEncoding(seen) : best.name.toLowerCase();
}
