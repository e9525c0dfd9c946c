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

/** One source for each line: so a report in two files of lines is kept once. */
function splitLines(text: string, name: string, given: Given): Source[] {
  const encoder = new TextEncoder();
  return text.split("\n").flatMap((line, index) => {
    if (line.trim() === "") return [];
    return [{ name: `${name}, line ${index + 1}`, given, bytes: encoder.encode(line) }];
  });
}

function holdsLines(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 256)).trimStart();
  return /^\{\s*"/.test(start);
}

function openFile(path: string, given: Given): Found[] {
  const isLines = [".jsonl", ".ndjson"].includes(extname(path).toLowerCase());
  if (!isLines) return [{ source: lazyFile(path, given) }];
  try {
    const lines = splitLines(new TextDecoder().decode(readBytes(path)), path, given);
    return (lines.length > 0 ? lines : [lazyFile(path, given)]).map((source) => ({ source }));
  } catch (error) {
    return [failureOf(error, path)];
  }
}

async function openInput(given: Given): Promise<Found[]> {
  const bytes = await readInput();
  const name = "standard input";
  if (!holdsLines(bytes)) return [{ source: { name, given, bytes } }];
  return splitLines(new TextDecoder().decode(bytes), name, given).map((source) => ({ source }));
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
