import { ChroniclerError, type ErrorCode } from "../model/error.ts";

export interface FetchErrorOptions {
  /** Seconds after which the server wants to be asked again, where it says so. */
  readonly retryAfter?: number | null;
  /** Whether another try, a moment later, may well succeed. */
  readonly isPassing?: boolean;
  readonly cause?: unknown;
}

/** Something could not be fetched: the message names the address and says what to do. */
export class FetchError extends ChroniclerError {
  readonly retryAfter: number | null;
  readonly isPassing: boolean;

  constructor(code: ErrorCode, message: string, options: FetchErrorOptions = {}) {
    const { retryAfter = null, isPassing = false, cause } = options;
    super(code, message, { cause });
    this.name = "FetchError";
    this.retryAfter = retryAfter;
    this.isPassing = isPassing;
  }
}

/** Problems of a moment. */
const PASSING = ["EAI_AGAIN", "ECONNRESET", "EPIPE"];

/** Problems of the network, by the code that Node gives, in words that follow the address. */
const NETWORK: Readonly<Record<string, string>> = {
  ENOTFOUND: "cannot be found: no such host; look at the address, and whether you are online",
  EAI_AGAIN: "cannot be found just now; look whether you are online, and try again",
  ECONNREFUSED: "does not take connections; try again later",
  ECONNRESET: "broke off the connection before its answer was whole; try again later",
  EPIPE: "broke off the connection before its answer was whole; try again later",
  EHOSTUNREACH: "cannot be reached; look whether you are online",
  ENETUNREACH: "cannot be reached; look whether you are online",
  ETIMEDOUT: "did not answer in time; try again later",
  CERT_HAS_EXPIRED: "shows a certificate that has expired; save the page with a browser and add the file",
  HPE_HEADER_OVERFLOW:
    "sends more headers than any page needs; save the page with a browser and add the file",
};

/** The words for whatever broke an exchange. */
export function networkProblem(error: unknown, url: string): FetchError {
  if (error instanceof FetchError) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const words = NETWORK[code] ?? byFamily(code);
  return new FetchError("unreachable", `${url} ${words}.`, {
    cause: error,
    isPassing: PASSING.includes(code),
  });
}

function byFamily(code: string): string {
  const expected = "save the page with a browser and add the file";
  if (code.startsWith("HPE_")) return `does not answer as HTTP asks (${code}); ${expected}`;
  if (/CERT|TLS|SSL/.test(code)) return `shows a certificate that cannot be trusted (${code}); ${expected}`;
  return `cannot be fetched (${code || "unknown reason"}); try again later`;
}
