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

/** The reports in JSON Lines, in order; a bad line gives an error in its place. What was given wins. */
export function readJsonLines(
  text: string,
  about: { given: Given; name: string },
  tables: ArticleTables,
): readonly ReadReport[] {
  const lines = text
    .split(/\r?\n/)
    .map((line, index) => ({ line, name: `${about.name}, line ${index + 1}` }));
  const { id: _id, ...given } = about.given;
  return lines
    .filter(({ line }) => line.trim() !== "")
    .map(({ line, name }) =>
      attempt(name, () => {
        const record = parseLine(line, name);
        const whole = record !== null && typeof record === "object" ? { ...record, ...given } : record;
        return readRecord(whole, tables, name);
      }),
    );
}
