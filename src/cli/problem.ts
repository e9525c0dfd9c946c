import { ChroniclerError } from "../index.ts";

/** The command line itself is wrong. */
export class UsageError extends ChroniclerError {
  constructor(message: string) {
    super("usage", message);
  }
}

/** Problems of the operating system, in words, with what to do. */
const SYSTEM: Readonly<Record<string, string>> = {
  ENOENT: "is not there; look at its name and folder",
  EACCES: "may not be read; ask for permission, or run chronicler as a user who has it",
  EPERM: "may not be read; ask for permission, or run chronicler as a user who has it",
  EISDIR: "is a folder; expected a file",
  ENOTDIR: "lies below something that is not a folder; look at its name",
  ELOOP: "is a link that leads back to itself",
  ENAMETOOLONG: "has too long a name",
  EIO: "cannot be read or written: the disk is broken",
  ENOSPC: "cannot be written: the disk is full; make room and try again",
  EROFS: "cannot be written: the disk allows only reading",
  EMFILE: "cannot be opened: too many files are open; close some programs",
  ERR_FS_FILE_TOO_LARGE: "is larger than 2 GB; expected one news report, or some",
};

/** The words for a problem of the operating system, or null where it is none. */
export function systemProblem(error: unknown, path: string): ChroniclerError | null {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return null;
  const words = SYSTEM[error.code];
  if (words === undefined) return null;
  const code = error.code === "ENOSPC" ? "disk" : error.code === "ENOENT" ? "not-found" : "unreadable";
  return new ChroniclerError(code, `${path} ${words}.`, { cause: error });
}

/** Whether it is a mistake of the program and not of what it was given. */
export function isUnexpected(error: unknown): boolean {
  return !(error instanceof ChroniclerError) && systemProblem(error, "") === null;
}

/** One sentence for whatever was thrown; `file` names what it is about where the error does not. */
export function describe(error: unknown, file = "A file"): string {
  if (error instanceof ChroniclerError) return error.message;
  const path = error instanceof Error && "path" in error ? String(error.path) : file;
  const known = systemProblem(error, path);
  if (known) return known.message;
  const what = error instanceof Error ? error.message.split("\n", 1)[0] : String(error);
  return `Something unexpected went wrong (${what}). Nothing that was kept is lost; please report it, with what CHRONICLER_DEBUG=1 adds.`;
}

/** 2 for a wrong command line, else 1. */
export function exitStatus(error: unknown): number {
  return error instanceof ChroniclerError && error.code === "usage" ? 2 : 1;
}
