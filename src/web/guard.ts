import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import { hostname } from "node:os";
import { RequestError } from "./parts/page.ts";

/** Longest address answered, in characters. */
const MAX_URL = 2048;

/** This machine, as it stands in the Host header of a request from itself. */
const LOOPBACK = ["127.0.0.1", "localhost", "[::1]"];

/** Who is let in. */
export interface Gate {
  /** What a reader from elsewhere must show; null where only this machine is answered. */
  readonly token: string | null;
  /** The name of the cookie that keeps the token. */
  readonly cookie: string;
}

/** The cookies of a request by name. */
export function cookiesOf({ headers }: IncomingMessage): ReadonlyMap<string, string> {
  const pairs = (headers.cookie ?? "").split(";").map((pair) => {
    const at = pair.indexOf("=");
    return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()] as const;
  });
  return new Map(pairs);
}

/**
 * Whether the name in Host is one of this machine. A foreign name means that another site's name was made to point
 * here, to read through the browser (DNS rebinding); a bare IP address cannot be made to point elsewhere.
 */
function isOwnHost(host: string, { token }: Gate): boolean {
  const name = host.replace(/:\d+$/, "").toLowerCase();
  if (LOOPBACK.includes(name)) return true;
  if (token === null) return false;
  const own = hostname().toLowerCase();
  return isIP(name.replace(/^\[|\]$/g, "")) !== 0 || name === own || name === `${own}.local`;
}

/** Whether a request that would change something comes from a page of this server. */
function isFromHere({ headers }: IncomingMessage): boolean {
  const { origin = "", host } = headers;
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin") return false;
  return URL.canParse(origin) && new URL(origin).host === new URL(`http://${host}`).host;
}

function isSame(given: string, token: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(token)];
  return one.length === other.length && timingSafeEqual(one, other);
}

function addressOf({ url = "" }: IncomingMessage): URL {
  if (url.length > MAX_URL) throw new RequestError(414, `Expected at most ${MAX_URL} characters.`);
  const address = `http://localhost${url}`;
  if (!url.startsWith("/") || !URL.canParse(address)) {
    throw new RequestError(400, "Expected a path that begins with a slash.");
  }
  return new URL(address);
}

/** The address asked for, after all that speaks against answering; throws a RequestError. */
export function checkRequest(request: IncomingMessage, gate: Gate): URL {
  if (!isOwnHost(request.headers.host ?? "", gate)) {
    throw new RequestError(421, "This server answers only to the names of its own machine.");
  }
  const { method = "" } = request;
  if (!["GET", "HEAD", "POST"].includes(method)) throw new RequestError(405, "This cannot be done here.");
  if (method === "POST" && !isFromHere(request)) {
    throw new RequestError(403, "Reports are added from the pages of this server only.");
  }
  return addressOf(request);
}

/**
 * Whether the reader may come in. `first` where the token stands in the address: it is to be kept in the cookie, and
 * the address without it to be asked for.
 */
export function admit(request: IncomingMessage, address: URL, gate: Gate): "in" | "first" | "out" {
  if (gate.token === null) return "in";
  const given = address.searchParams.get("token");
  if (given !== null) return isSame(given, gate.token) ? "first" : "out";
  return isSame(cookiesOf(request).get(gate.cookie) ?? "", gate.token) ? "in" : "out";
}
