import { type Html, html } from "./html.ts";
import { RequestError } from "./page.ts";

/** A part of a long list. */
export interface Part<T> {
  readonly shown: readonly T[];
  /** From 1 on. */
  readonly number: number;
  /** How many parts there are, at least 1. */
  readonly parts: number;
  /** Place of the first that is shown, from 1 on. */
  readonly first: number;
  readonly all: number;
}

/** The part of the list that `page=` asks for, or that holds the thing that `isWanted`. */
export function partOf<T>(
  list: readonly T[],
  query: URLSearchParams,
  { size, isWanted }: { readonly size: number; readonly isWanted: (thing: T) => boolean },
): Part<T> {
  const parts = Math.max(1, Math.ceil(list.length / size));
  const asked = query.get("page") ?? "1";
  if (!/^[1-9]\d{0,6}$/.test(asked)) throw new RequestError(400, "Expected page=N, a number from 1 on.");
  const wanted = query.has("at") ? list.findIndex(isWanted) : -1;
  const number = wanted >= 0 ? Math.floor(wanted / size) + 1 : Math.min(Number(asked), parts);
  const from = (number - 1) * size;
  return { shown: list.slice(from, from + size), number, parts, first: from + 1, all: list.length };
}

/** The way to the parts before and after; a script goes on to the next by itself. */
export function pager(part: Part<unknown>, address: string, what: string): Html | null {
  if (part.parts === 1) return null;
  const to = (number: number) => `${address}${address.includes("?") ? "&" : "?"}page=${number}`;
  const before = part.number > 1 ? html`<a rel="prev" href="${to(part.number - 1)}">Earlier</a>` : null;
  const after = part.number < part.parts ? html`<a rel="next" href="${to(part.number + 1)}">Later</a>` : null;
  const last = part.first + part.shown.length - 1;
  const range = `${part.first.toLocaleString("en-GB")}–${last.toLocaleString("en-GB")} of ${part.all.toLocaleString("en-GB")}`;
  return html`<nav class="pager" aria-label="Parts of the list, ${what}">${before}<span class="note">${range}</span>${after}</nav>`;
}
