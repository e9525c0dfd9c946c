/** Text in an encoding that a mail names, or in UTF-8 where it names none that exists. */
export function decodeCharset(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

const HEX = /^[0-9a-f]{2}$/i;

/** The bytes that quoted-printable stands for; what is no code stays as it is. */
export function fromQuotedPrintable(text: string): Uint8Array {
  const joined = text.replace(/[ \t]+(?=\r?\n|$)/g, "").replace(/=\r?\n/g, "");
  const bytes: number[] = [];
  for (let at = 0; at < joined.length; at++) {
    const code = joined.slice(at + 1, at + 3);
    const isCode = joined[at] === "=" && HEX.test(code);
    bytes.push(isCode ? Number.parseInt(code, 16) : joined.charCodeAt(at) & 0xff);
    if (isCode) at += 2;
  }
  return Uint8Array.from(bytes);
}

export function fromBase64(text: string): Uint8Array {
  return Buffer.from(text, "base64");
}

const ENCODED_WORD = /=\?([\w.:-]+)(?:\*[\w-]+)?\?([bq])\?([^?]*)\?=/gi;

/** A word of a header as mails write what is not ASCII: `=?utf-8?q?caf=C3=A9?=`. */
function decodeWord(charset: string, coding: string, text: string): string {
  const isBase64 = coding.toLowerCase() === "b";
  const bytes = isBase64
    ? fromBase64(text)
    : fromQuotedPrintable(text.replaceAll("_", " ").replace(/ $/, "=20"));
  return decodeCharset(bytes, charset);
}

/** The value of a header field as a person reads it. */
export function decodeHeader(value: string): string {
  // Space between two encoded words belongs to neither.
  const joined = value.replace(/(\?=)\s+(?==\?)/g, "$1");
  const decoded = joined.replace(ENCODED_WORD, (_whole, charset: string, coding: string, text: string) =>
    decodeWord(charset, coding, text),
  );
  // Some mails write their headers in UTF-8 as it is; they were read as Latin-1.
  const raw = /[\u0080-\u00ff]/.test(value) ? utf8OfLatin1(decoded) : null;
  return (raw ?? decoded).replace(/\s+/g, " ").trim();
}

function utf8OfLatin1(text: string): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(text, "latin1"));
  } catch {
    return null;
  }
}
