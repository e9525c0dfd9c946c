import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { loadCompromise } from "./compromise.ts";
import { processorMs, type TextReader } from "./reader.ts";
import { loadWink } from "./wink.ts";

/** A package of npm that reads English text, and how to have it read. */
interface Peer {
  readonly packages: readonly string[];
  /** Files and folders of node_modules that are loaded when it is used. */
  readonly loaded: readonly string[];
  readonly load: () => Promise<Pick<TextReader, "read" | "process">>;
}

const PEERS: readonly Peer[] = [
  {
    packages: ["wink-nlp", "wink-eng-lite-web-model"],
    loaded: ["wink-nlp/src", "wink-eng-lite-web-model/dist"],
    load: loadWink,
  },
  {
    packages: ["compromise"],
    loaded: ["compromise/builds/three/compromise-three.mjs"],
    load: loadCompromise,
  },
];

const MODULES = join(import.meta.dirname, "..", "..", "node_modules");

/** The peers that are installed, and a line about each that is not. */
export async function loadPeers(): Promise<{ readers: TextReader[]; missing: string[] }> {
  const readers: TextReader[] = [];
  const missing: string[] = [];
  for (const peer of PEERS) {
    try {
      readers.push(await loadPeer(peer));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw error;
      missing.push(`${peer.packages.join(" with ")} is not installed, so not measured: npm install`);
    }
  }
  return { readers, missing };
}

async function loadPeer({ packages, loaded, load }: Peer): Promise<TextReader> {
  const before = process.cpuUsage();
  const reader = await load();
  const loadMs = processorMs(before);
  const bytes = loaded.reduce((sum, path) => sum + gzippedBytes(join(MODULES, path)), 0);
  return { name: withVersion(packages[0] ?? ""), loadMs, bytes, ...reader };
}

function withVersion(name: string): string {
  const { version } = JSON.parse(readFileSync(join(MODULES, name, "package.json"), "utf8"));
  return `${name} ${version}`;
}

function gzippedBytes(path: string): number {
  if (/\.\w+$/.test(path)) return gzipSync(readFileSync(path)).length;
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  return files.reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(file.parentPath, file.name))).length,
    0,
  );
}
