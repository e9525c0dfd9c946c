import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";

export interface StrictRecord {
  readonly type: string;
  readonly fields: ReadonlyMap<string, string>;
  readonly block: Buffer;
}

const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

function sha256(bytes: Uint8Array): string {
  let value = 0n;
  const hash = createHash("sha256").update(bytes).digest();
  for (const byte of hash) value = (value << 8n) | BigInt(byte);
  value <<= 4n;
  let text = "";
  for (let i = 0; i < 52; i++) {
    text = BASE32[Number(value & 31n)] + text;
    value >>= 5n;
  }
  return `sha256:${text}`;
}

function demand(condition: boolean, what: string): void {
  if (!condition) throw new Error(`no valid WARC: ${what}`);
}

const NEEDED = ["WARC-Type", "WARC-Record-ID", "WARC-Date", "Content-Length"];

/** Reads one record and checks all that ISO 28500 asks of it. */
export function readStrictly(bytes: Buffer): StrictRecord {
  const end = bytes.indexOf("\r\n\r\n");
  demand(end > 0, "a head without an end");
  const [version, ...lines] = bytes.subarray(0, end).toString("utf8").split("\r\n");
  demand(version === "WARC/1.1", `version ${version}`);
  const fields = new Map(
    lines.map((line) => {
      const match = /^([!#$%&'*+.^_`|~\w-]+): (.*)$/.exec(line);
      demand(match !== null, `field ${line}`);
      return [match?.[1] ?? "", match?.[2] ?? ""] as const;
    }),
  );
  for (const name of NEEDED) demand(fields.has(name), `no ${name}`);
  demand(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(fields.get("WARC-Date") ?? ""), "date");
  demand(
    /^<urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}>$/.test(fields.get("WARC-Record-ID") ?? ""),
    "id",
  );
  const start = end + 4;
  const length = Number(fields.get("Content-Length"));
  const block = bytes.subarray(start, start + length);
  demand(block.length === length, "block too short");
  demand(bytes.subarray(start + length).equals(Buffer.from("\r\n\r\n")), "end of the record");
  demand(fields.get("WARC-Block-Digest") === sha256(block), "block digest");
  const type = fields.get("WARC-Type") ?? "";
  if (type !== "warcinfo") demand(URL.canParse(fields.get("WARC-Target-URI") ?? ""), "target");
  if (type === "response") {
    const body = block.subarray(block.indexOf("\r\n\r\n") + 4);
    demand(fields.get("WARC-Payload-Digest") === sha256(body), "payload digest");
  }
  return { type, fields, block };
}

/** Each piece must be one member of gzip that holds one record. */
export function readPacked(pieces: Iterable<Uint8Array>): StrictRecord[] {
  return [...pieces].map((piece) => readStrictly(gunzipSync(piece)));
}
