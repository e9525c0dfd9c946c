/** Header fields by their name in lower case; of a field that stands twice, the first. */
export type Headers = ReadonlyMap<string, string>;

/** Longer heads are no heads: servers and mail programs stay below a tenth of it. */
const MAX_HEAD = 256 * 1024;

/** What stands before the first empty line, as Latin-1, and the bytes after it. */
export interface Split {
  readonly head: string;
  readonly body: Uint8Array;
}

/** Where the first empty line begins and where it ends, or null. */
function emptyLine(bytes: Uint8Array): readonly [start: number, end: number] | null {
  const limit = Math.min(bytes.length, MAX_HEAD);
  for (let at = bytes.indexOf(0x0a); at >= 0 && at < limit; at = bytes.indexOf(0x0a, at + 1)) {
    if (bytes[at + 1] === 0x0a) return [at, at + 2];
    if (bytes[at + 1] === 0x0d && bytes[at + 2] === 0x0a) return [at, at + 3];
  }
  return null;
}

/** Parts a message (WARC, HTTP, mail) at its first empty line; without one all of it is head. */
export function splitHead(bytes: Uint8Array): Split {
  const [start, end] = emptyLine(bytes) ?? [Math.min(bytes.length, MAX_HEAD), bytes.length];
  return { head: new TextDecoder("latin1").decode(bytes.subarray(0, start)), body: bytes.subarray(end) };
}

/** The fields of a head; a line that begins with a space goes on with the one before. */
export function readHeaders(head: string): Headers {
  const fields = new Map<string, string>();
  const unfolded = head.replace(/\r?\n[ \t]+/g, " ");
  for (const [, name = "", value = ""] of unfolded.matchAll(/^([!-9;-~]+):[ \t]*(.*?)[ \t\r]*$/gm)) {
    if (!fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value);
  }
  return fields;
}

/** A media type, `text/html; charset=utf-8`, in parts; both in lower case. */
export interface MediaType {
  readonly type: string;
  readonly charset?: string;
}

/** Reads the value of a Content-Type field. */
export function readMediaType(value: string | undefined): MediaType {
  const type = /^\s*([\w.+-]+\/[\w.+-]+)/.exec(value ?? "")?.[1]?.toLowerCase() ?? "";
  const charset = /;\s*charset\s*=\s*["']?([\w.:-]+)/i.exec(value ?? "")?.[1]?.toLowerCase();
  return { type, ...(charset === undefined ? {} : { charset }) };
}
