/** What went wrong, for programs. */
export type ErrorCode =
  | "usage"
  | "not-found"
  | "unreadable"
  | "empty"
  | "too-large"
  | "not-text"
  | "bad-date"
  | "bad-json"
  | "bad-table"
  | "bad-model"
  | "bad-chronicle"
  | "busy"
  | "disk"
  | "forbidden"
  | "unreachable"
  | "later"
  | "port";

/** Bad input or a broken store: the message says what was expected, what came, and what to do. */
export class ChroniclerError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "ChroniclerError";
    this.code = code;
  }
}
