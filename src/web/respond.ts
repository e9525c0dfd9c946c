import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { layout } from "./parts/layout.ts";
import type { Data, Page, Reply, Stream } from "./parts/page.ts";

const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Sent with every answer: nothing from a report may run, load, be framed or be guessed to be something else. */
const SAFETY: Readonly<Record<string, string>> = {
  "Content-Security-Policy": POLICY,
  "X-Content-Type-Options": "nosniff",
  // Not "no-referrer": a browser would then send no origin with what is added, and it could not be checked.
  "Referrer-Policy": "same-origin",
  "X-DNS-Prefetch-Control": "off",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
};

interface Body {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
}

function bodyOf(reply: Page | Data): Body {
  if (reply.kind === "page") {
    const bytes = Buffer.from(layout(reply).toString());
    const headers = { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-cache" };
    return { status: reply.status, headers, bytes };
  }
  const bytes = typeof reply.body === "string" ? Buffer.from(reply.body) : reply.body;
  const cache = reply.immutable ? "public, max-age=31536000, immutable" : "no-cache";
  const headers = { "Content-Type": reply.type, "Cache-Control": cache, ...reply.headers };
  return { status: 200, headers, bytes };
}

function sendEvents(response: ServerResponse, stream: Stream): void {
  response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
  response.flushHeaders();
  const stop = stream.start((event, data) => {
    response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  });
  response.on("close", stop);
}

function sendBody(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, bytes }: Body,
): void {
  const tag = `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`;
  if (status === 405) response.setHeader("Allow", "GET, HEAD, POST");
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.setHeader("ETag", tag);
  if (status === 200 && request.headers["if-none-match"] === tag) {
    response.writeHead(304).end();
    return;
  }
  response.writeHead(status, { "Content-Length": bytes.byteLength });
  response.end(request.method === "HEAD" ? undefined : bytes);
}

/** Sends the reply. HEAD gets the same headers without the body; an unchanged page is not sent again. */
export function respond(request: IncomingMessage, response: ServerResponse, reply: Reply): void {
  for (const [name, value] of Object.entries(SAFETY)) response.setHeader(name, value);
  if (reply.kind === "redirect") {
    const headers = { Location: reply.location, "Cache-Control": "no-store", "Content-Length": 0 };
    response.writeHead(reply.status ?? 302, headers).end();
    return;
  }
  if (reply.kind !== "stream") sendBody(request, response, bodyOf(reply));
  else if (request.method === "HEAD") response.writeHead(200, { "Content-Type": "text/event-stream" }).end();
  else sendEvents(response, reply);
}
