import { dateInWords } from "../library.ts";
import { type Html, html } from "./html.ts";

/** The date in a `time` element; `none` where there is no date. */
export function date(edtf: string | null, none = "date unknown"): Html {
  if (edtf === null) return html`<span class="unknown">${none}</span>`;
  const exact = /^\d{4}(-(0\d|1[0-2])(-\d{2})?)?$/.test(edtf);
  return exact
    ? html`<time datetime="${edtf}">${dateInWords(edtf)}</time>`
    : html`<span>${dateInWords(edtf)}</span>`;
}
