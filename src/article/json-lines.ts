import { ChroniclerError } from "../model/error.ts";
import type { Given } from "../model/source.ts";
import { attempt, type ReadReport } from "./attempt.ts";
import { readRecord } from "./record.ts";
import type { ArticleTables } from "./tables.ts";

/** How much of a broken line a message shows. */
const SHOWN = 40;

function parseLine(line: string, name: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    const shown = line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
    const message = `${name} is no JSON: ${shown}; expected one object on each line, such as {"text": "…"}.`;
    throw new ChroniclerError("bad-json", message, { cause });
  }
}

/** A record, or why there is none, under the name that messages use. */
interface Line {
  readonly name: string;
  readonly parse: () => unknown;
}

/** The records of a file that is JSON as a whole; null where it is not. */
function wholeFile(text: string, name: string): readonly Line[] | null {
  try {
    const whole: unknown = JSON.parse(text);
    if (!Array.isArray(whole)) return [{ name, parse: () => whole }];
    return whole.map((record: unknown, index) => ({
      name: `${name}, record ${index + 1}`,
      parse: () => record,
    }));
  } catch {
    return null;
  }
}

function eachLine(text: string, file: string): readonly Line[] {
  const lines = text.split(/\r?\n/).map((line, index) => {
    const name = `${file}, line ${index + 1}`;
    return { name, line, parse: () => parseLine(line, name) };
  });
  return lines.filter(({ line }) => line.trim() !== "");
}

/**
 * The reports in JSON Lines, in order; a bad line gives an error in its place. A file that is one JSON
 * object, or a list of them, is read as well. What was given of the file wins over its records.
 */
export function readJsonLines(
  text: string,
  about: { given: Given; name: string },
  tables: ArticleTables,
): readonly ReadReport[] {
  const lines = wholeFile(text, about.name) ?? eachLine(text, about.name);
  // One id cannot be that of many.
  const { id: _id, ...rest } = about.given;
  const given = lines.length === 1 ? about.given : rest;
  return lines.map(({ name, parse }) =>
    attempt(name, () => {
      const record = parse();
      const isObject = record !== null && typeof record === "object" && !Array.isArray(record);
      return readRecord(isObject ? { ...record, ...given } : record, tables, name);
    }),
  );
}
