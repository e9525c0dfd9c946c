import { readFileSync } from "node:fs";
import { join } from "node:path";
import { analyzeArticle, loadResources } from "../src/pipeline.ts";
import { aboveFloors } from "./floors.ts";
import { figuresOf } from "./language/floors.ts";
import { meantimeRow, namesTable } from "./language/names.ts";
import { type Row, showTable } from "./language/table.ts";
import { loadCompromiseNames } from "./names/compromise-names.ts";
import { align } from "./names/coreference.ts";
import { type GoldDocument, readEcb, readMeantime } from "./names/gold.ts";
import { coreferenceErrors, coreferenceTable, type MeasuredSet } from "./names/table.ts";
import { plainArticle } from "./plain-article.ts";

export interface NamesOptions {
  /** How many errors of each kind are listed. */
  readonly errors?: number;
  /** Whether a figure below its floor is an error. */
  readonly check?: boolean;
}

const ROOT = join(import.meta.dirname, "..");

/** Names beside those of a package of npm. */
async function peerRow(gold: string): Promise<Row> {
  const { version } = JSON.parse(readFileSync(join(ROOT, "node_modules/compromise/package.json"), "utf8"));
  const row = meantimeRow(gold, await loadCompromiseNames());
  return { ...row, name: `${row.name}, compromise ${version}`, noFloor: true };
}

/** A third of the topics of ECB+ is held out: who works on the rules looks at the others only. */
function isHeldOut(topic: string): boolean {
  return Number(topic) % 3 === 0;
}

/**
 * Names, and whom names, descriptions and pronouns mean: Universal NER and MEANTIME for the names, MEANTIME and ECB+
 * for who is meant.
 *
 * @throws Error with the tables when asked to check and a figure is below its floor
 */
export async function evalNames(
  gold: string,
  { errors = 0, check = false }: NamesOptions = {},
): Promise<string> {
  const resources = loadResources((path) => readFileSync(join(ROOT, path)));
  const names = namesTable(gold, resources.language, "all");
  const measured = (name: string, documents: readonly GoldDocument[], heldOut = false): MeasuredSet => ({
    name,
    heldOut,
    documents: documents.map((document) => {
      const { entities } = analyzeArticle(plainArticle(document), resources);
      return { document, aligned: align(entities, document) };
    }),
  });
  const ecb = readEcb(gold);
  const sets = [
    measured("MEANTIME Apple", readMeantime(gold)),
    measured(
      "ECB+",
      ecb.filter(({ topic }) => !isHeldOut(topic)),
    ),
    measured(
      "ECB+, held out third",
      ecb.filter(({ topic }) => isHeldOut(topic)),
      true,
    ),
  ];
  const tables = [{ ...names, rows: [...names.rows, await peerRow(gold)] }, coreferenceTable(sets)];
  const shown = [...tables.map(showTable), ...(errors > 0 ? coreferenceErrors(sets, errors) : [])].join(
    "\n\n",
  );
  return check ? aboveFloors(shown, { measurement: "names", figures: figuresOf(tables) }) : shown;
}
