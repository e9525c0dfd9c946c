import { ChroniclerError } from "../model/error.ts";
import {
  declaredEncoding,
  encodingOfMark,
  encodingOfZeros,
  FALLBACK_ENCODING,
  guessEncoding,
} from "./encoding.ts";

/** No report is larger; set well above the largest saved page seen in practice (some 8 MB with inlined data). */
export const MAX_BYTES = 20 * 1024 * 1024;

/** Share of control characters above which bytes are not text; saved pages have next to none. */
const MAX_CONTROL_SHARE = 0.01;

/** How many characters decide whether a file is text. */
const PROBE_LENGTH = 64 * 1024;

const MEGABYTE = 1024 * 1024;

/** Control characters that do not occur in text; tab, line feed, form feed, carriage return and escape do. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000B\u000E-\u001A\u001C-\u001F]/g;

/** What windows-1252 has from 0x80 to 0x9F. */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";
const WINDOWS_1252_START = 0x80;

/** Node 20 reads windows-1252 (and what browsers take for it) as ISO 8859-1, which loses quotation marks. */
function asWindows1252(text: string): string {
  return text.replace(/[\u0080-\u009F]/g, (character) => {
    return WINDOWS_1252[character.charCodeAt(0) - WINDOWS_1252_START] ?? character;
  });
}

function tryDecode(bytes: Uint8Array, encoding: string, fatal: boolean): string | null {
  try {
    const decoder = new TextDecoder(encoding, { fatal });
    const text = decoder.decode(bytes);
    return decoder.encoding === FALLBACK_ENCODING || decoder.encoding === "latin1"
      ? asWindows1252(text)
      : text;
  } catch {
    return null;
  }
}

/** Bytes with what came beside them. */
export interface Encoded {
  readonly bytes: Uint8Array;
  /** What messages call the source. */
  readonly name: string;
  /** The encoding that a server or a mail names for them. */
  readonly charset?: string | undefined;
}

/**
 * The words in the bytes: by byte order mark, else UTF-8 where the bytes are valid UTF-8, else as declared
 * beside or in them, else as guessed from the bytes, else windows-1252. UTF-8 goes before the declaration
 * because declarations are often left over from an older site, and text in another encoding is almost never
 * valid UTF-8.
 *
 * @throws ChroniclerError `empty`, `too-large`, `not-text`
 */
export function decode(encoded: Encoded): string {
  const { bytes, name } = encoded;
  if (bytes.length > MAX_BYTES) {
    const size = (bytes.length / MEGABYTE).toFixed(1);
    const limit = MAX_BYTES / MEGABYTE;
    throw new ChroniclerError(
      "too-large",
      `${name} has ${size} MB, but a report may have at most ${limit} MB; split it, or give its text alone.`,
    );
  }
  const text = toText(encoded);
  if (text.trim() === "") {
    throw new ChroniclerError(
      "empty",
      `${name} is empty; expected a web page, plain text, a feed, a mail, a PDF, an archive of these, or JSON Lines.`,
    );
  }
  refuseBinary(text, name);
  return text;
}

function toText({ bytes, charset }: Encoded): string {
  const mark = encodingOfMark(bytes);
  if (mark !== null) return tryDecode(bytes, mark, false) ?? "";
  const declared = charset ?? declaredEncoding(bytes);
  const zeros = encodingOfZeros(bytes);
  if (zeros !== null) return tryDecode(bytes, zeros, false) ?? "";
  const utf8 = tryDecode(bytes, "utf-8", true);
  // ISO-2022 and UTF-7 write everything in ASCII, so only a declaration tells them apart.
  if (utf8 !== null && !declared?.toLowerCase().startsWith("iso-2022")) return utf8;
  return (
    (declared === null ? null : tryDecode(bytes, declared, false)) ??
    tryDecode(bytes, guessEncoding(bytes), false) ??
    tryDecode(bytes, FALLBACK_ENCODING, false) ??
    ""
  );
}

/** Document formats that consist of characters but are no text to read. */
const DOCUMENT = /^(?:\{\\rtf|%!PS)/;

function refuseBinary(text: string, name: string): void {
  if (DOCUMENT.test(text)) {
    throw new ChroniclerError(
      "not-text",
      `${name} is a document for printing (RTF or PostScript); save it as PDF, plain text or a web page.`,
    );
  }
  const probe = text.slice(0, PROBE_LENGTH);
  const controls = probe.match(CONTROL)?.length ?? 0;
  if (!text.includes("\0") && controls <= probe.length * MAX_CONTROL_SHARE) return;
  throw new ChroniclerError(
    "not-text",
    `${name} holds binary data, not text; expected a web page, plain text, a feed, a mail, a PDF, an archive of these, or JSON Lines.`,
  );
}
