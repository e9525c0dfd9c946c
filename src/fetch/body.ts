import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate, inflateRaw, type ZlibOptions } from "node:zlib";
import type { Coding } from "../model/capture.ts";
import type { Limits } from "./limits.ts";
import { FetchError } from "./problem.ts";

type Unpack = (bytes: Uint8Array, options: ZlibOptions) => Promise<Buffer>;

/** Servers have two ideas of what "deflate" is: with the head of zlib and without. */
const inflateEither: Unpack = (bytes, options) => {
  const isZlib = ((bytes[0] ?? 0) & 0x0f) === 8 && (((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)) % 31 === 0;
  return promisify(isZlib ? inflate : inflateRaw)(bytes, options) as Promise<Buffer>;
};

const UNPACK: Readonly<Record<Exclude<Coding, "identity">, Unpack>> = {
  gzip: promisify(gunzip) as Unpack,
  deflate: inflateEither,
  br: promisify(brotliDecompress) as Unpack,
};

/** What is asked for, and what is understood. */
export const ACCEPTED_CODINGS = "gzip, deflate, br";

/** A small body may grow more: a page of blank lines is no bomb. */
const SMALL = 1024 * 1024;

/**
 * How the body is compressed, from the Content-Encoding header.
 *
 * @throws FetchError `unreadable` for a coding that is not known, or several on top of each other
 */
export function codingOf(header: string | undefined, url: string): Coding {
  const name = (header ?? "identity").trim().toLowerCase().replace(/^x-/, "");
  if (name === "" || name === "identity" || name === "none") return "identity";
  if (name === "gzip" || name === "deflate" || name === "br") return name;
  throw new FetchError(
    "unreadable",
    `${url} is compressed as "${header}"; expected ${ACCEPTED_CODINGS}; save the page with a browser and add the file.`,
  );
}

/**
 * The body as its writer wrote it. Never unpacks more than the limits allow.
 *
 * @throws FetchError `too-large` or `unreadable`
 */
export async function unpackBody(
  payload: Uint8Array,
  { coding, url, limits }: { readonly coding: Coding; readonly url: string; readonly limits: Limits },
): Promise<Uint8Array> {
  if (coding === "identity" || payload.length === 0) return payload;
  const most = Math.min(limits.body, Math.max(SMALL, payload.length * limits.growth));
  try {
    return await UNPACK[coding](payload, { maxOutputLength: most });
  } catch (cause) {
    const isBomb = cause instanceof Error && "code" in cause && cause.code === "ERR_BUFFER_TOO_LARGE";
    if (isBomb) {
      const message = `${url} has ${payload.length} bytes that unpack to more than ${most}, which no report does; it was left alone.`;
      throw new FetchError("too-large", message, { cause });
    }
    const message = `${url} came with broken compression (${coding}); try again later.`;
    throw new FetchError("unreadable", message, { cause });
  }
}
