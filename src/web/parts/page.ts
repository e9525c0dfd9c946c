import type { Html } from "./html.ts";

/** What a view shows; the layout puts the page around it. */
export interface Page {
  readonly kind: "page";
  readonly status: number;
  readonly title: string;
  readonly main: Html;
  /** Which part of the navigation the page belongs to. */
  readonly section?: Section;
  /** The browser asks again after so many seconds, where no script keeps the page up to date. */
  readonly refresh?: number;
}

export type Section = "stories" | "reports" | "names" | "quotations" | "differences" | "search" | "add";

/** Sends the browser to another address of this server. */
export interface Redirect {
  readonly kind: "redirect";
  readonly location: string;
  /** 302 where nothing else is said; 303 after something was sent in. */
  readonly status?: 302 | 303;
}

/** A body that is not a page. */
export interface Data {
  readonly kind: "data";
  readonly type: string;
  readonly body: string | Uint8Array;
  /** Sent for good: its address changes when it does. */
  readonly immutable?: boolean;
  /** Headers that go before those of every answer. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends one event to a browser that listens. */
export type Send = (event: string, data: unknown) => void;

/** Events as they happen, for as long as the browser listens. */
export interface Stream {
  readonly kind: "stream";
  /** Begins to send; gives what ends it. */
  readonly start: (send: Send) => () => void;
}

export type Reply = Page | Redirect | Data | Stream;

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

/** A piece of a page, for a script that puts it in its place. */
export function piece(markup: Html): Data {
  return { kind: "data", type: "text/html; charset=utf-8", body: markup.toString() };
}
