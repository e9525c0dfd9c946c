import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

const SRC = resolve(import.meta.dirname, "../src");

/** Who may import whom. A folder may always import itself; `*` is every folder but web and cli. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  article: ["model"],
  language: ["model"],
  mention: ["model"],
  link: ["model"],
  timeline: ["model"],
  profile: ["model"],
  store: ["model"],
  fetch: ["model"],
  warc: ["model"],
  "pipeline.ts": ["*"],
  "resources.ts": ["*"],
  "archive.ts": ["*"],
  "as-of.ts": ["*"],
  "page-history.ts": ["*"],
  "times.ts": ["*"],
  follow: ["*"],
  "chronicle.ts": ["*"],
  "index.ts": ["*"],
  web: ["index.ts"],
  cli: ["index.ts", "web"],
};

const STAGES = [
  "model",
  "article",
  "language",
  "mention",
  "link",
  "timeline",
  "profile",
  "store",
  "fetch",
  "warc",
];
const CENTRE = Object.keys(MAY_IMPORT).filter((name) => name.endsWith(".ts") || name === "follow");

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(
      (entry) => entry.isFile() && entry.name.endsWith(".ts") && !/\.test(-data)?\.ts$/.test(entry.name),
    )
    .map((entry) => join(entry.parentPath, entry.name));
}

function importsOf(file: string): { path: string; runtime: boolean }[] {
  const source = readFileSync(file, "utf8");
  const pattern = /^(?:import|export)\s+(type\s+)?[^;]*?from\s+"(\.[^"]+)"|import\("(\.[^"]+)"\)/gms;
  return [...source.matchAll(pattern)].map((match) => ({
    path: resolve(dirname(file), match[2] ?? match[3] ?? ""),
    runtime: match[1] === undefined && match[3] === undefined,
  }));
}

function layerOf(file: string): string {
  return relative(SRC, file).split("/")[0] ?? "";
}

const files = filesBelow(SRC);

test("each folder imports only what the architecture allows", () => {
  const wrong = files.flatMap((file) => {
    const layer = layerOf(file);
    const allowed = MAY_IMPORT[layer]?.flatMap((name) => (name === "*" ? [...STAGES, ...CENTRE] : [name]));
    return importsOf(file)
      .map(({ path }) => layerOf(path))
      .filter((target) => target !== layer && !allowed?.includes(target))
      .map((target) => `${relative(SRC, file)} imports ${target}`);
  });
  expect(wrong).toEqual([]);
});

test("no file imports itself by way of others", () => {
  const graph = new Map(
    files.map((file) => [
      file,
      importsOf(file)
        .filter((each) => each.runtime)
        .map((each) => each.path),
    ]),
  );
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (file: string, trail: readonly string[]): void => {
    if (trail.includes(file))
      cycles.push([...trail.slice(trail.indexOf(file)), file].map((each) => relative(SRC, each)).join(" → "));
    if (done.has(file) || trail.includes(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...trail, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  expect(cycles).toEqual([]);
});

test("SQL stands only in store, HTML only in web", () => {
  const outside = (pattern: RegExp, home: string) =>
    files
      .filter((file) => layerOf(file) !== home && pattern.test(readFileSync(file, "utf8")))
      .map((file) => relative(SRC, file));
  expect(outside(/\b(?:SELECT .+ FROM|INSERT INTO|CREATE TABLE)\b/, "store")).toEqual([]);
  expect(outside(/innerHTML|<!doctype html>/i, "web")).toEqual([]);
});
