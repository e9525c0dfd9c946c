import type { Article } from "../../model/article.ts";
import { ChroniclerError } from "../../model/error.ts";
import { type Headers, readHeaders, splitHead } from "../archive/headers.ts";
import { findDay } from "../day.ts";
import { decode } from "../decode.ts";
import type { Metadata } from "../draft.ts";
import { readPage } from "../page.ts";
import type { ArticleTables } from "../tables.ts";
import { type About, readText } from "../text-report.ts";
import { type Part, partsOf } from "./part.ts";
import { decodeHeader } from "./words.ts";

/** Fields that only mails have; and the three that every mail has. */
const MAIL_ONLY = ["received", "message-id", "mime-version", "return-path", "delivered-to"];
const EVERY_MAIL = ["from", "date", "subject"];

/** How much is looked at to tell whether it is a mail. In bytes. */
const PROBE = 64 * 1024;

/** Mailboxes put a line before each mail, "From ana@brief.example Tue Aug 30 10:00:00 2016". */
const MAILBOX_LINE = /^From \S+ .{10,60}\r?\n/;

function withoutMailboxLine(bytes: Uint8Array): Uint8Array {
  const line = MAILBOX_LINE.exec(new TextDecoder("latin1").decode(bytes.subarray(0, 200)))?.[0] ?? "";
  return bytes.subarray(line.length);
}

/** Whether the bytes begin with the head of a mail. */
export function isMail(bytes: Uint8Array): boolean {
  const { head } = splitHead(withoutMailboxLine(bytes.subarray(0, PROBE)));
  const lines = head.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/);
  if (!lines.every((line) => /^[!-9;-~]+:/.test(line))) return false;
  const fields = readHeaders(head);
  const known = EVERY_MAIL.filter((name) => fields.has(name)).length;
  return known === EVERY_MAIL.length || (known > 0 && MAIL_ONLY.some((name) => fields.has(name)));
}

/** Parts of a host's name that are no outlet's. */
const MAIL_HOST = /^(?:e?mail|news(?:letters?)?|info|send|mg|em|m|go|list|lists|updates)\d*\./i;

/** Who sends a newsletter: the name beside the address, or the address's host. */
function senderOf(headers: Headers): string | undefined {
  const from = decodeHeader(headers.get("from") ?? "");
  const name = from
    .replace(/<[^>]*>|\([^)]*\)/g, "")
    .replace(/^[\s"']+|[\s"']+$/g, "")
    .trim();
  // "Ana Novak at The Courier" is a person with an outlet.
  const outlet = /^.{2,40}?\s(?:from|at|via|of|with)\s(?=\p{Lu}|the\s)(.+)$/iu.exec(name)?.[1] ?? name;
  if (outlet !== "" && !outlet.includes("@")) return outlet;
  const host = /@([\w.-]+)/.exec(from)?.[1]?.toLowerCase();
  return host?.replace(MAIL_HOST, "");
}

function subjectOf(headers: Headers): string | undefined {
  const subject = decodeHeader(headers.get("subject") ?? "").replace(/^(?:(?:re|fwd?|aw|wg):\s*)+/i, "");
  return subject === "" ? undefined : subject;
}

/** The day is that of the sender's zone. */
function statedBy(headers: Headers): Metadata {
  const [title, outlet] = [subjectOf(headers), senderOf(headers)];
  const day = findDay(headers.get("date") ?? "");
  return {
    ...(title ? { title } : {}),
    ...(outlet ? { outlet } : {}),
    ...(day ? { published: day } : {}),
  };
}

/** The part that is the report: HTML before text, what is shown before what is attached. */
function bodyOf(parts: readonly Part[]): Part | undefined {
  const shown = parts.filter((part) => part.file === undefined && part.bytes.length > 0);
  return (
    shown.find((part) => part.type === "text/html") ??
    shown.find((part) => part.type === "text/plain") ??
    parts.find((part) => part.type === "text/html" || part.type === "text/plain")
  );
}

/**
 * A report from a mail, such as a newsletter. Attached files are named among what was dropped, and not read.
 *
 * @throws ChroniclerError `empty`, `not-text`
 */
export function readMail(bytes: Uint8Array, about: About, tables: ArticleTables): Article {
  const mail = withoutMailboxLine(bytes);
  const headers = readHeaders(splitHead(mail).head);
  const parts = partsOf(mail);
  const body = bodyOf(parts);
  if (body === undefined) {
    const types = parts.map((part) => part.type).join(", ") || "nothing";
    const message = `${about.name} is a mail without text (it holds ${types}); save what is attached, and add that.`;
    throw new ChroniclerError("empty", message);
  }
  const text = decode({ bytes: body.bytes, name: about.name, charset: body.charset });
  const within = { ...about, stated: { ...about.stated, ...statedBy(headers) } };
  const article = (body.type === "text/html" ? readPage : readText)(text, within, tables);
  const files = parts.flatMap(({ file }) => (file ? [{ text: file, reason: "attachment" }] : []));
  return files.length > 0 ? { ...article, dropped: [...article.dropped, ...files] } : article;
}
