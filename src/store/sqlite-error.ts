import { ChroniclerError } from "../model/error.ts";

function codeOf(error: unknown): string {
  if (!(error instanceof Error) || !("code" in error)) return "";
  return typeof error.code === "string" ? error.code : "";
}

/** What went wrong with the file `path`, in one sentence a person can act on. */
export function toChroniclerError(error: unknown, path: string): unknown {
  if (error instanceof ChroniclerError) return error;
  const code = codeOf(error);
  const options = { cause: error };
  if (code === "SQLITE_FULL" || code === "ENOSPC" || code.startsWith("SQLITE_IOERR")) {
    return new ChroniclerError(
      "disk",
      `${path} could not be written or read in full: the disk is full or broken; make room and try again, all that was kept before is still there.`,
      options,
    );
  }
  if (code === "SQLITE_NOTADB") return notAChronicle(path, options);
  if (code.startsWith("SQLITE_CORRUPT")) {
    return new ChroniclerError(
      "bad-chronicle",
      `${path} is a damaged chronicle; put a copy of it from your backup in its place.`,
      options,
    );
  }
  if (code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED")) {
    return new ChroniclerError(
      "busy",
      `${path} is being written by another program; try again when that is done.`,
      options,
    );
  }
  if (
    code.startsWith("SQLITE_READONLY") ||
    code.startsWith("SQLITE_CANTOPEN") ||
    code.startsWith("SQLITE_PERM")
  ) {
    return new ChroniclerError(
      "unreadable",
      `${path} cannot be opened or written; expected a file and folder that you may write to.`,
      options,
    );
  }
  return error;
}

export function notAChronicle(path: string, options?: ErrorOptions): ChroniclerError {
  return new ChroniclerError(
    "bad-chronicle",
    `${path} is not a chronicle; expected a file made by chronicler add, found something else.`,
    options,
  );
}

/** Calls `work`; whatever SQLite throws becomes a clear sentence about the file. */
export function guarded<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw toChroniclerError(error, path);
  }
}

/** The same object, with each of its methods guarded. */
export function guardMethods<T extends object>(path: string, target: T): T {
  return new Proxy(target, {
    get(object, key) {
      const member: unknown = Reflect.get(object, key, object);
      if (typeof member !== "function") return member;
      return (...values: unknown[]) => guarded(path, () => Reflect.apply(member, object, values));
    },
  });
}
