import { createHash } from "node:crypto";
import { crc32, deflateRawSync } from "node:zlib";

/** A record of a web archive, with whatever fields it has. */
export function warcRecord(fields: Readonly<Record<string, string>>, block: Uint8Array | string): Buffer {
  const body = Buffer.from(block as string);
  const head = { ...fields, "Content-Length": `${body.length}` };
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`WARC/1.1\r\n${lines.join("")}\r\n`), body, Buffer.from("\r\n\r\n")]);
}

/** An answer of a server. */
export function answer(
  body: Uint8Array | string,
  head = "Content-Type: text/html",
  status = "200 OK",
): Buffer {
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${head}\r\n\r\n`), Buffer.from(body as string)]);
}

/** The record of an answer, taken at noon of a day. */
export function response(url: string, block: Uint8Array, day = "2016-09-01"): Buffer {
  const digest = `sha1:${createHash("sha1").update(block).digest("hex")}`;
  return warcRecord(
    {
      "WARC-Type": "response",
      "WARC-Target-URI": url,
      "WARC-Date": `${day}T12:00:00Z`,
      "WARC-Payload-Digest": digest,
      "Content-Type": "application/http;msgtype=response",
    },
    block,
  );
}

/** A page that says one thing. */
export function pageOf(title: string, words: string): string {
  return `<!doctype html><html><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${words}</p></article></body></html>`;
}

/** An entry of a ZIP archive; `claims` is the size that it says it has. */
export interface Packed {
  readonly name: string;
  readonly bytes: Uint8Array | string;
  readonly claims?: number;
  readonly encrypted?: boolean;
}

function header(signature: number, fields: readonly (readonly [size: 2 | 4, value: number])[]): Buffer {
  const all = [[4, signature] as const, ...fields];
  const buffer = Buffer.alloc(all.reduce((sum, [size]) => sum + size, 0));
  let at = 0;
  for (const [size, value] of all) {
    buffer.writeUIntLE(value, at, size);
    at += size;
  }
  return buffer;
}

/** A ZIP archive. */
export function makeZip(entries: readonly Packed[]): Buffer {
  const files: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, claims, encrypted = false } of entries) {
    const whole = Buffer.from(bytes as string);
    const packed = deflateRawSync(whole);
    const nameBytes = Buffer.from(name);
    const about = [
      [2, 20],
      [2, 0x800 + (encrypted ? 1 : 0)],
      [2, 8],
      [4, 0],
      [4, typeof crc32 === "function" ? crc32(whole) : 0],
      [4, packed.length],
      [4, claims ?? whole.length],
      [2, nameBytes.length],
      [2, 0],
    ] as const;
    files.push(header(0x04034b50, about), nameBytes, packed);
    const place = [
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, offset],
    ] as const;
    list.push(header(0x02014b50, [[2, 20], ...about, ...place]), nameBytes);
    offset += 30 + nameBytes.length + packed.length;
  }
  const directory = Buffer.concat(list);
  const count = entries.length;
  const end = header(0x06054b50, [
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, directory.length],
    [4, offset],
    [2, 0],
  ]);
  return Buffer.concat([...files, directory, end]);
}
