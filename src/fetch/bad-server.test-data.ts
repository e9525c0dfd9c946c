import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";

export const PAGE = `<!doctype html><html><head><title>The bridge</title></head><body><article><h1>The bridge</h1>
<p>The bridge in Riga was opened on 2 May 2019 by President Anna Berg, the city said on Thursday.</p></article></body></html>`;

type Answer = (response: ServerResponse, request: IncomingMessage, socket: Socket) => void;

const send =
  (body: string | Uint8Array, headers: Record<string, string> = {}): Answer =>
  (response) => {
    response.writeHead(200, { "content-type": "text/html", ...headers }).end(body);
  };

const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (response) => {
    response.writeHead(code, headers).end(`status ${code}`);
  };

/** Bytes written as they are, past all rules of HTTP. */
const raw =
  (text: string): Answer =>
  (_response, _request, socket) => {
    socket.end(text);
  };

const coded = (coding: string, body: Uint8Array): Answer => send(body, { "content-encoding": coding });

/** A body without end, as fast as it is read. */
const endless: Answer = (response) => {
  response.writeHead(200, { "content-type": "text/html" });
  const more = (): void => {
    while (response.write("word ".repeat(4000)));
    response.once("drain", more);
  };
  more();
};

/** A body that trickles, so that it is never idle. */
const trickle: Answer = (response) => {
  response.writeHead(200, { "content-type": "text/html" });
  const timer = setInterval(() => response.write("w"), 20);
  response.on("close", () => clearInterval(timer));
};

const conditional: Answer = (response, { headers }) => {
  if (headers["if-none-match"] === '"v1"') response.writeHead(304).end();
  else
    send(PAGE, { etag: '"v1"', "last-modified": "Thu, 02 May 2019 10:00:00 GMT" })(
      response,
      {} as never,
      {} as never,
    );
};

/** What stands at each path of the server. */
const PATHS: Readonly<Record<string, Answer>> = {
  "/good": send(PAGE),
  "/slow-head": () => {},
  "/slow-body": (response) => {
    response.writeHead(200, { "content-type": "text/html" }).write("<p>The");
  },
  "/trickle": trickle,
  "/endless": endless,
  "/declared-large": send("small", { "content-length": String(10 ** 12) }),
  "/body-too-short": raw("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5000\r\n\r\n<p>The"),
  "/body-too-long": raw(
    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9\r\n\r\n<p>Ended.and more",
  ),
  "/bad-chunk": raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n"),
  "/no-http": raw("SSH-2.0-OpenSSH_9.0\r\n"),
  "/no-answer": (_response, _request, socket) => socket.end(),
  "/picture": send(Buffer.from([0x89, 0x50]), { "content-type": "image/png" }),
  "/loop": status(302, { location: "/loop" }),
  "/loop-of-two": status(302, { location: "/loop-back" }),
  "/loop-back": status(307, { location: "/loop-of-two" }),
  "/to-good": status(301, { location: "good#part" }),
  "/to-private": status(302, { location: "http://10.0.0.1/" }),
  "/to-metadata": status(302, { location: "http://169.254.169.254/latest/" }),
  "/to-mapped": status(302, { location: "http://[::ffff:127.0.0.2]/" }),
  "/to-decimal": status(302, { location: "http://2130706434/" }),
  "/to-inside": status(302, { location: "http://inside.test/" }),
  "/to-file": status(302, { location: "file:///etc/passwd" }),
  "/to-mail-port": status(302, { location: "http://news.test:25/" }),
  "/gzip": coded("gzip", gzipSync(PAGE)),
  "/brotli": coded("br", brotliCompressSync(PAGE)),
  "/deflate": coded("deflate", deflateSync(PAGE)),
  "/deflate-raw": coded("deflate", deflateRawSync(PAGE)),
  "/broken-gzip": coded("gzip", Buffer.from("this is no gzip")),
  "/cut-gzip": coded("gzip", gzipSync(PAGE).subarray(0, 60)),
  "/gzip-bomb": coded("gzip", gzipSync(Buffer.alloc(40 * 1024 * 1024))),
  "/brotli-bomb": coded("br", brotliCompressSync(Buffer.alloc(40 * 1024 * 1024))),
  "/gzip-in-gzip": coded("gzip, gzip", gzipSync(gzipSync(PAGE))),
  "/odd-coding": coded("zstd", Buffer.from("?")),
  "/not-modified": status(304),
  "/conditional": conditional,
  "/busy": status(429, { "retry-after": "7200" }),
  "/unavailable": status(503),
  "/fault": status(500),
  "/missing": status(404),
  "/gone": status(410),
  "/for-subscribers": status(402),
  "/teapot": status(418),
  "/reset": (_response, _request, socket) => socket.resetAndDestroy(),
  "/huge-headers": send(PAGE, { "x-filler": "x".repeat(200_000) }),
  "/bad-charset": send(PAGE, { "content-type": "text/html; charset=klingon" }),
  "/empty": send(""),
  "/private/page": send(PAGE),
};

export interface BadServer {
  readonly port: number;
  /** Paths in the order in which they were asked for. */
  readonly asked: string[];
  readonly headers: IncomingMessage["headers"][];
  /** Answers that replace the standing ones, by path. */
  readonly answers: Record<string, Answer>;
  close(): Promise<void>;
}

const ROBOTS = send("User-agent: *\nDisallow: /private", { "content-type": "text/plain" });

/** A server on this machine that misbehaves in as many ways as it has paths. */
export async function startBadServer(): Promise<BadServer> {
  const asked: string[] = [];
  const headers: IncomingMessage["headers"][] = [];
  const answers: Record<string, Answer> = {};
  const server = createServer({ maxHeaderSize: 500_000 }, (request, response) => {
    const path = request.url ?? "";
    asked.push(path);
    headers.push(request.headers);
    const standing = path === "/robots.txt" ? ROBOTS : PATHS[path];
    (answers[path] ?? standing ?? status(404))(response, request, request.socket);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    headers,
    answers,
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(() => done()));
    },
  };
}

export { PATHS, send, status };
