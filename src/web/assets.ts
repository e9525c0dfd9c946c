import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Data } from "./parts/page.ts";

// Beside this file both in the sources and in what is built from them.
const FOLDER = new URL("./assets/", import.meta.url);

/** The parts of the one stylesheet, in order. */
const STYLES = [
  "base.css",
  "parts.css",
  "timeline.css",
  "band.css",
  "report.css",
  "lists.css",
  "narrow.css",
  "print.css",
];

const SCRIPTS = [
  "page.js",
  "keys.js",
  "fetch.js",
  "words.js",
  "pages.js",
  "filter.js",
  "band.js",
  "live.js",
  "search.js",
  "adding.js",
];

const SCRIPT = "text/javascript; charset=utf-8";

/** What each asset is made of. */
const ASSETS: Readonly<Record<string, { readonly type: string; readonly files: readonly string[] }>> = {
  "style.css": { type: "text/css; charset=utf-8", files: STYLES },
  "icon.svg": { type: "image/svg+xml", files: ["icon.svg"] },
  ...Object.fromEntries(SCRIPTS.map((name) => [name, { type: SCRIPT, files: [name] }])),
};

interface Loaded {
  readonly bodies: ReadonlyMap<string, Uint8Array>;
  readonly hash: string;
}

let loaded: Loaded | null = null;

function load(): Loaded {
  if (loaded) return loaded;
  const bodies = new Map<string, Uint8Array>();
  const hash = createHash("sha256");
  for (const [name, { files }] of Object.entries(ASSETS)) {
    const body = Buffer.concat(files.map((file) => readFileSync(new URL(file, FOLDER))));
    bodies.set(name, body);
    hash.update(name).update(body);
  }
  // One for all, because scripts name one another without it.
  loaded = { bodies, hash: hash.digest("base64url").slice(0, 16) };
  return loaded;
}

/** The address of an asset; it changes with the content of all, so that browsers may keep it. */
export function assetPath(name: string): string {
  return `/assets/${load().hash}/${name}`;
}

/** The asset at an address that `assetPath` gave, or null. */
export function asset(hash: string, name: string): Data | null {
  const about = Object.hasOwn(ASSETS, name) ? ASSETS[name] : undefined;
  const body = load().bodies.get(name);
  if (!about || !body || hash !== load().hash) return null;
  return { kind: "data", type: about.type, body, immutable: true };
}
