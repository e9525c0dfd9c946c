import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Data } from "./parts/page.ts";

// Beside this file both in the sources and in what is built from them.
const FOLDER = new URL("./assets/", import.meta.url);

const TYPES = {
  "style.css": "text/css; charset=utf-8",
  "page.js": "text/javascript; charset=utf-8",
  "icon.svg": "image/svg+xml",
} as const;

export type AssetName = keyof typeof TYPES;

interface Asset {
  readonly body: Uint8Array;
  readonly hash: string;
}

const read = new Map<AssetName, Asset>();

function load(name: AssetName): Asset {
  const known = read.get(name);
  if (known) return known;
  const body = readFileSync(new URL(name, FOLDER));
  const asset = { body, hash: createHash("sha256").update(body).digest("base64url").slice(0, 16) };
  read.set(name, asset);
  return asset;
}

/** The address of an asset; it changes with the content, so that browsers may keep it. */
export function assetPath(name: AssetName): string {
  return `/assets/${load(name).hash}/${name}`;
}

/** The asset at an address that `assetPath` gave, or null. */
export function asset(hash: string, name: string): Data | null {
  if (!Object.hasOwn(TYPES, name)) return null;
  const { body, hash: current } = load(name as AssetName);
  return hash === current ? { kind: "data", type: TYPES[name as AssetName], body, immutable: true } : null;
}
