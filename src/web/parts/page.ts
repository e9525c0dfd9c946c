import type { Html } from "./html.ts";

/** What a view shows; the layout puts the page around it. */
export interface Page {
  readonly kind: "page";
  readonly status: number;
  readonly title: string;
  readonly main: Html;
  /** Which part of the navigation the page belongs to. */
  readonly section?: Section;
}

export type Section = "stories" | "reports" | "names" | "quotations" | "search";

/** Sends the browser to another address of this server. */
export interface Redirect {
  readonly kind: "redirect";
  readonly location: string;
}

/** A body that is not a page. */
export interface Data {
  readonly kind: "data";
  readonly type: string;
  readonly body: string | Uint8Array;
  /** Sent for good: its address changes when it does. */
  readonly immutable?: boolean;
}

export type Reply = Page | Redirect | Data;

/** A request that cannot be answered: what to tell the reader, and with which HTTP status. */
export class RequestError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = "RequestError";
    this.status = status;
  }
}

/** The page of a view that found what it was asked for. */
export function page(section: Section, title: string, main: Html): Page {
  return { kind: "page", status: 200, title, main, section };
}
