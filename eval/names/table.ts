import type { Row, Table } from "../language/table.ts";
import { type Aligned, type BCubed, bCubed, type Resolved, resolve, type Verdict } from "./coreference.ts";
import type { GoldDocument } from "./gold.ts";

/** A gold set with our mentions beside the annotated ones, document by document. */
export interface MeasuredSet {
  readonly name: string;
  readonly documents: readonly { readonly document: GoldDocument; readonly aligned: readonly Aligned[] }[];
  /** Its errors are not to be looked at. */
  readonly heldOut?: boolean;
}

/** What became of the annotated descriptions and pronouns of a set. */
export function resolvedOf({ documents }: MeasuredSet, form: "nominal" | "pronoun"): readonly Resolved[] {
  return documents.flatMap(({ document, aligned }) => resolve(document, aligned, form));
}

function percent(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : (100 * part) / whole;
}

function resolvedCells(all: readonly Resolved[]): Row["cells"] {
  const count = (verdict: Verdict) => all.filter((each) => each.verdict === verdict).length;
  const [right, wrong] = [count("right"), count("wrong")];
  return [
    String(all.length),
    percent(right, right + wrong),
    percent(right, all.length - count("not comparable")),
  ];
}

function sumOf({ documents }: MeasuredSet): BCubed {
  const none = { right: 0, found: 0, recalled: 0, wanted: 0 };
  return documents.reduce((sum: BCubed, { document, aligned }) => {
    const more = bCubed(aligned, document);
    return {
      right: sum.right + more.right,
      found: sum.found + more.found,
      recalled: sum.recalled + more.recalled,
      wanted: sum.wanted + more.wanted,
    };
  }, none);
}

function rowOf(set: MeasuredSet): Row {
  const { right, found, recalled, wanted } = sumOf(set);
  return {
    name: set.name,
    cells: [
      String(wanted),
      percent(found, wanted),
      percent(right, found),
      percent(recalled, wanted),
      ...resolvedCells(resolvedOf(set, "nominal")),
      ...resolvedCells(resolvedOf(set, "pronoun")),
    ],
  };
}

/** Whom mentions mean, within a document. */
export function coreferenceTable(sets: readonly MeasuredSet[]): Table {
  return {
    title: "who is meant",
    about:
      "%; found: annotated mentions that are ours too; B³: Bagga and Baldwin 1998, precision over ours, recall over all annotated; nominals and pronouns of somebody who is mentioned elsewhere: right of those that are joined, recall of all; ECB+ marks many persons without a name, whom we do not follow",
    columns: [
      "mentions",
      "found",
      "B³ P",
      "B³ R",
      "nominals",
      "right nominals",
      "recall nominals",
      "pronouns",
      "right pronouns",
      "recall pronouns",
    ],
    floors: ["B³ P", "B³ R", "right pronouns", "recall pronouns"],
    rows: sets.map(rowOf),
  };
}

const AROUND = 100;

function describe({ document: { text }, gold, ours }: Resolved): string {
  const got = ours ? `${ours.entity.name} (${ours.mention.rule})` : "–";
  const before = text.slice(Math.max(0, gold.start - AROUND), gold.start);
  const after = text.slice(gold.end, gold.end + AROUND / 2);
  return `  ${got} | ${before}[${gold.text}]${after}`.replace(/\s+/g, " ");
}

/** Descriptions and pronouns that were joined wrongly, and some that were left open. */
export function coreferenceErrors(sets: readonly MeasuredSet[], limit: number): string[] {
  return sets
    .filter(({ heldOut }) => !heldOut)
    .flatMap((set) =>
      (["nominal", "pronoun"] as const).flatMap((form) =>
        (["wrong", "left open"] as const).flatMap((verdict) => {
          const these = resolvedOf(set, form).filter((each) => each.verdict === verdict);
          return [
            `${set.name}, ${form}, ${verdict} (${these.length})`,
            ...these.slice(0, limit).map(describe),
          ];
        }),
      ),
    );
}
