import type { Capture } from "./capture.ts";

/** What a person says of a report when giving it; it wins over what the report says of itself. */
export interface Given {
  readonly id?: string;
  readonly url?: string;
  readonly outlet?: string;
  readonly title?: string;
  /** EDTF day, month or year. */
  readonly published?: string;
  /** When the bytes were fetched, as an ISO date or date and time: no report in them is published later. */
  readonly fetched?: string;
}

/** Bytes as they came, before anything is read out of them. One source may hold many reports (a feed). */
export interface Source {
  readonly bytes: Uint8Array;
  /** File name or address, to decide the format and to name it in messages. */
  readonly name: string;
  readonly given: Given;
  /** What else is kept of a page that was fetched. */
  readonly fetched?: FetchedParts;
}

/** A page as it was fetched, or a part of it that is a report by itself. */
export interface FetchedPage {
  /** Each redirect on the way, then the page; never empty. */
  readonly captures: readonly Capture[];
  /** One entry of the feed that was fetched, in a form of its own. */
  readonly part?: {
    readonly url: string;
    /** Media type. */
    readonly type: string;
    readonly bytes: Uint8Array;
  };
  readonly given: Given;
}

export interface FetchedParts {
  /** SHA-256 of the body as it came over the wire, hexadecimal. */
  readonly payload: string;
  /** Records of a web archive: the request, the redirects on the way. */
  readonly records: readonly Uint8Array[];
}
