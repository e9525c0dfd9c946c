import type { Source } from "../model/source.ts";
import { isWarc, unwrapRecord } from "./archive/warc-record.ts";
import { decode } from "./decode.ts";
import { type Format, formatOf } from "./format.ts";
import { isMail } from "./mail/mail.ts";
import { isPdf } from "./pdf/pdf.ts";

/** A source as a reader can look at it: its words decoded, or its bytes where they are no words. */
export type Original =
  | { readonly format: Format | "mail"; readonly text: string }
  | { readonly format: "pdf"; readonly bytes: Uint8Array };

/**
 * The document of a source, out of the record of a web archive where it is one.
 *
 * @throws ChroniclerError `not-text`, `too-large` or `unreadable`
 */
export function originalOf({ bytes, name }: Pick<Source, "bytes" | "name">): Original {
  const { charset, ...document } = isWarc(bytes) ? unwrapRecord(bytes, name) : { bytes, charset: undefined };
  if (isPdf(document.bytes)) return { format: "pdf", bytes: document.bytes };
  const text = decode({ bytes: document.bytes, name, charset });
  return { format: isMail(document.bytes) ? "mail" : formatOf(text, name), text };
}
