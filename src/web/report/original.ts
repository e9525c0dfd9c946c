import { readOriginal } from "../library.ts";
import { type Data, RequestError } from "../parts/page.ts";
import type { View } from "../view.ts";

/**
 * A page that came from elsewhere may not run, load, send, or lead anywhere; only its own styles and the pictures in
 * it are drawn. `sandbox` takes its scripts, forms and refreshes; the page around it allows its frame no other address.
 */
const POLICY = [
  "sandbox",
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src data:",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join("; ");

/**
 * Elements by which a page opens connections or leads away before anybody clicks: policies do not stop a browser from
 * looking up names ahead for them. What they would load is not loaded anyway.
 */
const AHEAD = /<(?:link|meta|base|i?frame|object|embed)\b[^>]*>/gi;

/** The page without those elements; each begins before the last ">", so that looking for its end costs no more than once. */
function harmless(text: string): string {
  const end = text.lastIndexOf(">") + 1;
  return text.slice(0, end).replace(AHEAD, "") + text.slice(end);
}

/** A page of another encoding is sent as UTF-8, whatever it says of itself. */
function pageOf(text: string): Data {
  return {
    kind: "data",
    type: "text/html; charset=utf-8",
    body: harmless(text),
    headers: { "Content-Security-Policy": POLICY },
  };
}

/** `/originals/:id`: the source as it came: a page where it can do no harm, anything else as plain text. */
export const originalPage: View = async ({ contents, id }) => {
  const kept = contents.chronicle.original(id);
  if (!kept) throw new RequestError(404, "There is no original with this id.");
  const original = await readOriginal(kept);
  if (original.format === "page") return pageOf(original.text);
  const headers = { "Content-Security-Policy": POLICY };
  if (original.format !== "pdf") {
    return { kind: "data", type: "text/plain; charset=utf-8", body: original.text, headers };
  }
  const attachment = { ...headers, "Content-Disposition": 'attachment; filename="original.pdf"' };
  return { kind: "data", type: "application/pdf", body: original.bytes, headers: attachment };
};
