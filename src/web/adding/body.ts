import type { IncomingMessage } from "node:http";
import { RequestError } from "../parts/page.ts";
import type { Work } from "./work.ts";

/** Most that is taken at once, in bytes; more is for the command line, which reads without holding it. */
const MAX_BODY = 64 * 1024 * 1024;

/** Most addresses at once: each page is waited for. */
const MAX_ADDRESSES = 50;

/** Longest outlet or day, in UTF-16 code units. */
const MAX_FIELD = 200;

async function bytesOf(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request) {
    size += (piece as Buffer).length;
    if (size > MAX_BODY) {
      throw new RequestError(413, "Expected at most 64 MB at once; add more with: chronicler add FILE…");
    }
    pieces.push(piece as Buffer);
  }
  return new Uint8Array(Buffer.concat(pieces));
}

/** The fields of a form as it was sent in; throws a RequestError where it is none, or too large. */
async function formOf(request: IncomingMessage): Promise<FormData> {
  const type = request.headers["content-type"] ?? "";
  if (!/^(?:multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(type)) {
    throw new RequestError(415, "Expected the form of the page “Add”.");
  }
  const bytes = await bytesOf(request);
  try {
    return await new Response(bytes, { headers: { "Content-Type": type } }).formData();
  } catch {
    throw new RequestError(400, "The form could not be read; send it again.");
  }
}

function field(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
}

function shortField(form: FormData, name: string): string {
  const value = field(form, name);
  if (value.length <= MAX_FIELD) return value;
  throw new RequestError(400, `Expected at most ${MAX_FIELD} characters for ${name}.`);
}

const ADDRESS = /^https?:\/\/\S+$/i;

/** Pasted lines that are nothing but addresses are to be fetched; anything else is a report. */
function addressesIn(pasted: string): readonly string[] {
  const lines = pasted.split(/\s+/).filter((line) => line !== "");
  if (lines.length === 0 || lines.length > MAX_ADDRESSES) return [];
  return lines.every((line) => ADDRESS.test(line)) ? lines : [];
}

async function filesOf(form: FormData): Promise<Work["files"]> {
  const files = form.getAll("files").filter((value) => typeof value !== "string" && value.size > 0);
  return Promise.all(
    files.map(async (value) => {
      const file = value as File;
      return { name: file.name.slice(0, MAX_FIELD), bytes: new Uint8Array(await file.arrayBuffer()) };
    }),
  );
}

/** What a form brings in; throws a RequestError where there is nothing in it. */
export async function workOf(request: IncomingMessage): Promise<Work> {
  const form = await formOf(request);
  const pasted = field(form, "text");
  const addresses = addressesIn(pasted);
  const isText = pasted !== "" && addresses.length === 0;
  const text = isText ? [{ name: "pasted text", bytes: new TextEncoder().encode(pasted) }] : [];
  const files = [...text, ...(await filesOf(form))];
  if (files.length === 0 && addresses.length === 0) {
    throw new RequestError(400, "Paste a report or an address, or choose a file.");
  }
  const [outlet, published] = [shortField(form, "outlet"), shortField(form, "published")];
  const given = { ...(outlet ? { outlet } : {}), ...(published ? { published } : {}) };
  return { files, addresses, given };
}
