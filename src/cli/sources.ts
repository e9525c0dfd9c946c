import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, extname } from "node:path";
import { type AddFailure, ChroniclerError, type Given, type Source } from "../index.ts";
import { filesBelow, isPattern, matchFiles } from "./glob.ts";
import { systemProblem } from "./problem.ts";
import { readInput } from "./stdin.ts";

/** Endings of files that may hold reports; others in a folder are passed over. */
const ENDINGS = [".html", ".htm", ".xhtml", ".txt", ".md", ".xml", ".rss", ".atom", ".jsonl", ".ndjson"];

/** Larger files are not even opened; below it, the reading of a report has its own limit. */
const MAX_BYTES = 512 * 1024 * 1024;

/** A source that was found, or why there is none in its place. */
export type Found = { readonly source: Source } | { readonly failure: AddFailure };

function failureOf(error: unknown, name: string): Found {
  const known = error instanceof ChroniclerError ? error : systemProblem(error, name);
  if (!known) throw error;
  return failure(name, known.code, known.message);
}

function failure(name: string, code: string, message: string): Found {
  return { failure: { name, code, message } };
}

function readBytes(path: string): Uint8Array {
  try {
    const { size } = statSync(path);
    if (size <= MAX_BYTES) return readFileSync(path);
    const megabytes = Math.round(size / 1024 / 1024);
    throw new ChroniclerError(
      "too-large",
      `${path} has ${megabytes} MB; expected news reports, of some KB each.`,
    );
  } catch (error) {
    throw systemProblem(error, path) ?? error;
  }
}

/** A file whose bytes are read when they are asked for, so that a thousand of them need not be held. */
function lazyFile(path: string, given: Given): Source {
  return {
    name: path,
    given,
    get bytes(): Uint8Array {
      return readBytes(path);
    },
  };
}

/** What the beginning of a report in JSON Lines looks like. */
const LINE_START = /^\s*\{\s*"/;

/** How much of a broken line a message shows. */
const SHOWN = 40;

function isRecord(line: string): boolean {
  try {
    JSON.parse(line);
    return LINE_START.test(line);
  } catch {
    return false;
  }
}

function openLine(line: string, name: string, given: Given): Found {
  if (isRecord(line)) return { source: { name, given, bytes: new TextEncoder().encode(line) } };
  const shown = line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
  const expected = 'expected one object on each line, such as {"text": "…"}';
  return failure(name, "bad-json", `${name}, is no report in JSON: ${shown}; ${expected}.`);
}

/** One source for each line: so a report that stands in two files of lines is kept once. */
function openLines(bytes: Uint8Array, name: string, given: Given): Found[] {
  const lines = new TextDecoder().decode(bytes).split("\n");
  return lines.flatMap((line, index) =>
    line.trim() === "" ? [] : [openLine(line.trim(), `${name}, line ${index + 1}`, given)],
  );
}

/** A message that counts lines within a source, where the source is one line itself. */
export function withoutInnerLine(message: string): string {
  return message.replace(/(, line \d+), line 1,?/u, "$1,");
}

function holdsLines(bytes: Uint8Array): boolean {
  return LINE_START.test(new TextDecoder().decode(bytes.subarray(0, 256)));
}

function openFile(path: string, given: Given): Found[] {
  const isLines = [".jsonl", ".ndjson"].includes(extname(path).toLowerCase());
  if (!isLines) return [{ source: lazyFile(path, given) }];
  try {
    const lines = openLines(readBytes(path), path, given);
    return lines.length > 0 ? lines : [{ source: lazyFile(path, given) }];
  } catch (error) {
    return [failureOf(error, path)];
  }
}

async function openInput(given: Given): Promise<Found[]> {
  const bytes = await readInput();
  const name = "standard input";
  if (!holdsLines(bytes)) return [{ source: { name, given, bytes } }];
  return openLines(bytes, name, given);
}

function pathOf(error: unknown, otherwise: string): string {
  return error instanceof Error && "path" in error ? String(error.path) : otherwise;
}

/** Whether a file of a folder may hold a report; a README tells of the folder. */
function mayHoldReport(file: string): boolean {
  return ENDINGS.includes(extname(file).toLowerCase()) && !/^readme\b/i.test(basename(file));
}

/** The files that `list` gives, and what hindered it; `none` where both are nothing. */
function openMany(
  path: string,
  given: Given,
  { list, none }: { readonly list: (onError: (error: unknown) => void) => string[]; readonly none: Found },
): Found[] {
  const failures: Found[] = [];
  const files = list((error) => failures.push(failureOf(error, pathOf(error, path))));
  const found = [...files.flatMap((file) => openFile(file, given)), ...failures];
  return found.length > 0 ? found : [none];
}

function openFolder(path: string, given: Given): Found[] {
  const expected = `expected files that end in ${ENDINGS.join(", ")}`;
  return openMany(path, given, {
    list: (onError) => filesBelow(path, onError).filter(mayHoldReport),
    none: failure(path, "empty", `${path} holds no reports; ${expected}.`),
  });
}

function openPattern(pattern: string, given: Given): Found[] {
  return openMany(pattern, given, {
    list: (onError) => matchFiles(pattern, onError),
    none: failure(
      pattern,
      "not-found",
      `${pattern} names no file; look at the pattern, and put it in quotes.`,
    ),
  });
}

function openPath(path: string, given: Given): Found[] | Promise<Found[]> {
  if (path === "-") return openInput(given);
  try {
    if (!existsSync(path) && isPattern(path)) return openPattern(path, given);
    return statSync(path).isDirectory() ? openFolder(path, given) : openFile(path, given);
  } catch (error) {
    return [failureOf(error, path)];
  }
}

/** What the paths name, in their order: files, folders, patterns, and `-` for standard input. */
export async function findSources(paths: readonly string[], given: Given): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const path of paths) found.push(...(await openPath(path, given)));
  return found;
}
