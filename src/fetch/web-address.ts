import { FetchError } from "./problem.ts";

/** Ports below this are other services (mail, files): only those of the web among them are asked. */
const FIRST_FREE_PORT = 1024;

/** Longer addresses lead nowhere that a reader could go, and make rules slow to match. */
const LONGEST = 8000;

const SCHEMES = ["http:", "https:"];

function parse(text: string, base?: URL): URL {
  const url = URL.canParse(text, base?.href) ? new URL(text, base) : null;
  if (url && SCHEMES.includes(url.protocol) && url.hostname !== "" && url.href.length <= LONGEST) return url;
  const shown = text.length > 200 ? `${text.slice(0, 200)}…` : text;
  throw new FetchError(
    "forbidden",
    `"${shown}" is no address of a page; expected one such as https://example.org/report.`,
  );
}

/**
 * The address of a page, without the part that only a browser uses.
 *
 * @param base what a redirect's address is counted from
 * @throws FetchError `forbidden` for what is not on the web, or would give away a password
 */
export function webAddress(text: string, base?: URL): URL {
  const url = parse(text.trim(), base);
  url.hash = "";
  if (url.username || url.password) {
    const message = `The address for ${url.host} holds a user name or password, which would be kept; give it without.`;
    throw new FetchError("forbidden", message);
  }
  if (url.port !== "" && Number(url.port) < FIRST_FREE_PORT) {
    throw new FetchError("forbidden", `${url.href} names port ${url.port}, which is not for web pages.`);
  }
  return url;
}
