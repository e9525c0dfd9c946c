import { ChroniclerError } from "../../model/error.ts";
import type { Found } from "../../model/found.ts";
import type { Given } from "../../model/source.ts";

export function failure(name: string, code: ChroniclerError["code"], message: string): Found {
  return { failure: { name, code, message } };
}

/** The failure that an error of ours stands for; mistakes of the program pass through. */
export function failureOf(error: unknown, name: string): Found {
  if (error instanceof ChroniclerError) return failure(name, error.code, error.message);
  throw error;
}

/** What goes for all documents of an archive: one id, address or title cannot be that of many. */
export function givenToAll({ id: _id, url: _url, title: _title, ...rest }: Given): Given {
  return rest;
}
