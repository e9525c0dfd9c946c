import { argumentErrors, tripleErrors } from "./language/argument-errors.ts";
import { type Part, readBanks } from "./language/banks.ts";
import { cueCases, cueSourceTable, readQuoteArticles } from "./language/cue-source.ts";
import { belowFloors, raiseFloors } from "./language/floors.ts";
import { namesTable } from "./language/names.ts";
import { loadOurs } from "./language/ours.ts";
import { loadPeers } from "./language/peers.ts";
import { rawTextTable } from "./language/raw-text.ts";
import { sourceErrors } from "./language/source-errors.ts";
import { costTable } from "./language/speed.ts";
import { showTable } from "./language/table.ts";
import { treeErrors } from "./language/tree-errors.ts";
import { argumentsTable, goldWordsTable } from "./language/trees.ts";

export interface LanguageOptions {
  /** The quick part leaves out the peers and what reading costs. */
  readonly part?: Part;
  /** Kinds of errors to list of each sort, and examples of each kind. */
  readonly errors?: number;
  /** Whether a figure below its floor is an error. */
  readonly check?: boolean;
  /** Whether floors follow the figures that have risen. */
  readonly raise?: boolean;
}

/**
 * The figures of the language layer on its dev sets, beside those of other packages.
 *
 * @throws Error with the tables when asked to check and a figure is below its floor
 */
export async function evalLanguage(
  gold: string,
  { part = "all", errors = 0, check = false, raise = false }: LanguageOptions = {},
): Promise<string> {
  const { language, reader } = loadOurs();
  const peers = part === "all" ? await loadPeers() : { readers: [], missing: [] };
  const banks = readBanks(gold, language, part);
  const cases = cueCases(gold, language, part);
  const tables = [
    goldWordsTable(banks),
    argumentsTable(banks),
    cueSourceTable(cases),
    namesTable(gold, language, part),
    rawTextTable(banks, reader, peers.readers),
  ];
  const texts = readQuoteArticles(gold).map(({ text }) => text);
  const cost = part === "all" ? [costTable([reader, ...peers.readers], texts)] : [];
  const listed =
    errors > 0 ? [treeErrors, argumentErrors, tripleErrors].map((list) => list(banks, errors)) : [];
  if (errors > 0) listed.push(sourceErrors(cases, errors));
  const shown = [...[...tables, ...cost].map(showTable), ...peers.missing, ...listed].join("\n\n");
  if (raise) raiseFloors(part, tables);
  const fallen = check ? belowFloors(part, tables) : [];
  if (fallen.length > 0) throw new Error(`${shown}\n\nbelow the floor:\n  ${fallen.join("\n  ")}`);
  return shown;
}
