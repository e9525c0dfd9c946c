/** How a body was compressed for the way. */
export type Coding = "identity" | "gzip" | "deflate" | "br";

/** One question to a server and its answer, as they went over the wire. */
export interface Capture {
  /** The address that was asked for. */
  readonly url: string;
  /** When, as ISO 8601 in UTC: `2026-05-03T10:14:05Z`. */
  readonly fetched: string;
  /** The IP address that answered. */
  readonly address: string;
  /** Request line and headers, each ended by CRLF. */
  readonly request: string;
  /** Status line and headers, each ended by CRLF. */
  readonly response: string;
  /** The body as it came, still compressed. */
  readonly payload: Uint8Array;
  readonly coding: Coding;
  /** Whether the body was broken off: only what nobody reads is, such as the page of a redirect. */
  readonly isCut: boolean;
}
