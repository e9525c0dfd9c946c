import { existsSync, statSync } from "node:fs";
import { basename } from "node:path";
import { ENDINGS, type Found, type Given, type Input, isAside, mayHoldReport, openInput } from "../index.ts";
import { filesBelow, isPattern, matchFiles } from "./glob.ts";
import { fileInput, inputProblem, type Meter, standardInput } from "./input.ts";

export type { Found } from "../index.ts";

/** An input that is yet to be opened, or why there is none in its place. */
type Named = Input | Extract<Found, { readonly failure: unknown }>;

/** What the paths of a command line name. */
export interface Sources {
  /** The documents, in the order of the paths, read as they are asked for. */
  readonly found: AsyncIterable<Found>;
  readonly meter: Meter;
  /** What is to be said of files that were left out. */
  readonly notes: readonly string[];
}

/** Where the paths are looked up: what is given of all of them, and where their bytes are counted. */
interface Lookup {
  readonly given: Given;
  readonly meter: Meter;
  readonly notes: string[];
}

function failureOf(error: unknown, name: string): Named {
  const { code, message } = inputProblem(error, name);
  return { failure: { name, code, message } };
}

/** A message that counts lines within a source, where the source is one line itself. */
export function withoutInnerLine(message: string): string {
  return message.replace(/(, line \d+), line 1,?/u, "$1,");
}

function openFile(path: string, { given, meter }: Lookup): Named {
  try {
    return fileInput(path, given, meter);
  } catch (error) {
    return failureOf(error, path);
  }
}

function pathOf(error: unknown, otherwise: string): string {
  return error instanceof Error && "path" in error ? String(error.path) : otherwise;
}

/** How files are listed, and what is said where there are none. */
interface Listing {
  readonly list: (onError: (error: unknown) => void) => string[];
  readonly code: "empty" | "not-found";
  readonly none: string;
}

/** The files that `list` gives, and what hindered it. */
function openMany(path: string, lookup: Lookup, { list, code, none }: Listing): Named[] {
  const failures: Named[] = [];
  const files = list((error) => failures.push(failureOf(error, pathOf(error, path))));
  const all = [...files.map((file) => openFile(file, lookup)), ...failures];
  return all.length > 0 ? all : [{ failure: { name: path, code, message: none } }];
}

function openFolder(path: string, lookup: Lookup): Named[] {
  return openMany(path, lookup, {
    list: (onError) => {
      const all = filesBelow(path, onError);
      const others = all.filter((file) => !mayHoldReport(file) && !isAside(file));
      if (others.length > 0 && others.length < all.length) lookup.notes.push(leftOut(path, others));
      return all.filter(mayHoldReport);
    },
    code: "empty",
    none: `${path} holds no reports; expected files that end in ${ENDINGS.join(", ")}.`,
  });
}

/** So many are named. */
const NAMED = 3;

/** A folder holds other files as well: only those are opened whose names say that they may hold a report. */
function leftOut(folder: string, files: readonly string[]): string {
  const names = files.slice(0, NAMED).map((file) => basename(file));
  const more = files.length > NAMED ? [`${(files.length - NAMED).toLocaleString("en")} more`] : [];
  const them = files.length === 1 ? "it" : "them";
  return `In ${folder} left out, as not named like a report: ${[...names, ...more].join(", ")}; to add ${them}, name ${them}.`;
}

function openPattern(pattern: string, lookup: Lookup): Named[] {
  return openMany(pattern, lookup, {
    list: (onError) => matchFiles(pattern, onError),
    code: "not-found",
    none: `${pattern} names no file; look at the pattern, and put it in quotes.`,
  });
}

function openPath(path: string, lookup: Lookup): Named[] {
  if (path === "-") return [standardInput(lookup.given)];
  try {
    if (!existsSync(path) && isPattern(path)) return openPattern(path, lookup);
    return statSync(path).isDirectory() ? openFolder(path, lookup) : [openFile(path, lookup)];
  } catch (error) {
    return [failureOf(error, path)];
  }
}

async function* openAll(named: readonly Named[]): AsyncGenerator<Found> {
  for (const each of named) {
    if ("failure" in each) yield each;
    else yield* openInput(each);
  }
}

/** What the paths name: files, folders, patterns, and `-` for standard input. */
export function findSources(paths: readonly string[], given: Given): Sources {
  const meter: Meter = { total: 0, read: 0 };
  const notes: string[] = [];
  const named = paths.flatMap((path) => openPath(path, { given, meter, notes }));
  return { found: openAll(named), meter, notes };
}
