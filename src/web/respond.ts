import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { layout } from "./parts/layout.ts";
import type { Reply } from "./parts/page.ts";

const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Sent with every answer: nothing from a report may run, load, be framed or be guessed to be something else. */
const SAFETY: Readonly<Record<string, string>> = {
  "Content-Security-Policy": POLICY,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
};

interface Body {
  readonly status: number;
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly cache: string;
}

function bodyOf(reply: Exclude<Reply, { kind: "redirect" }>): Body {
  if (reply.kind === "page") {
    const bytes = Buffer.from(layout(reply).toString());
    return { status: reply.status, type: "text/html; charset=utf-8", bytes, cache: "no-cache" };
  }
  const bytes = typeof reply.body === "string" ? Buffer.from(reply.body) : reply.body;
  const cache = reply.immutable ? "public, max-age=31536000, immutable" : "no-cache";
  return { status: 200, type: reply.type, bytes, cache };
}

/** Sends the reply. HEAD gets the same headers without the body; an unchanged page is not sent again. */
export function respond(request: IncomingMessage, response: ServerResponse, reply: Reply): void {
  for (const [name, value] of Object.entries(SAFETY)) response.setHeader(name, value);
  if (reply.kind === "redirect") {
    response.writeHead(302, { Location: reply.location, "Cache-Control": "no-cache", "Content-Length": 0 });
    response.end();
    return;
  }
  const { status, type, bytes, cache } = bodyOf(reply);
  const tag = `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`;
  if (status === 405) response.setHeader("Allow", "GET, HEAD");
  response.setHeader("Cache-Control", cache);
  response.setHeader("ETag", tag);
  if (status === 200 && request.headers["if-none-match"] === tag) {
    response.writeHead(304).end();
    return;
  }
  response.writeHead(status, { "Content-Type": type, "Content-Length": bytes.byteLength });
  response.end(request.method === "HEAD" ? undefined : bytes);
}
