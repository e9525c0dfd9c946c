import { readFileSync } from "node:fs";
import { join } from "node:path";
import { analyzeArticle, loadResources } from "../src/pipeline.ts";
import { type Row, showTable, type Table } from "./language/table.ts";
import { align, bCubed, type Resolved, resolve } from "./names/coreference.ts";
import type { Form } from "./names/gold.ts";
import { type GoldDocument, readEcb, readMeantime } from "./names/gold.ts";
import { plainArticle } from "./plain-article.ts";

export function evalNames(gold: string, { errors = 0 }: { readonly errors?: number } = {}): string {
  const root = join(import.meta.dirname, "..");
  const resources = loadResources((path) => readFileSync(join(root, path)));
  const ecb = readEcb(gold);
  const sets: [string, GoldDocument[]][] = [
    ["MEANTIME Apple", readMeantime(gold)],
    ["ECB+", ecb.filter(({ topic }) => Number(topic) % 3 !== 0)],
    ["ECB+, held out", ecb.filter(({ topic }) => Number(topic) % 3 === 0)],
  ];
  const rows: Row[] = [];
  const listed: string[] = [];
  const pct = (a: number, b: number) => (b === 0 ? undefined : (100 * a) / b);
  for (const [name, documents] of sets) {
    const sum = { right: 0, found: 0, recalled: 0, wanted: 0 };
    const resolved: Record<string, Resolved[]> = { nominal: [], pronoun: [] };
    for (const document of documents) {
      const { entities } = analyzeArticle(plainArticle(document), resources);
      const aligned = align(entities, document);
      const b = bCubed(aligned, document);
      sum.right += b.right;
      sum.found += b.found;
      sum.recalled += b.recalled;
      sum.wanted += b.wanted;
      for (const form of ["nominal", "pronoun"] as Form[])
        resolved[form]?.push(...resolve(document, aligned, form));
    }
    const cells: (number | string | undefined)[] = [
      String(sum.wanted),
      pct(sum.found, sum.wanted),
      pct(sum.right, sum.found),
      pct(sum.recalled, sum.wanted),
    ];
    for (const form of ["nominal", "pronoun"]) {
      const all = resolved[form] ?? [];
      const n = (v: string) => all.filter(({ verdict }) => verdict === v).length;
      cells.push(
        String(all.length),
        pct(n("right"), n("right") + n("wrong")),
        pct(n("right"), all.length - n("not comparable")),
      );
      if (errors && !name.includes("held"))
        for (const v of ["wrong", "left open"]) {
          const these = all.filter(({ verdict }) => verdict === v);
          listed.push(
            `${name}, ${form}, ${v} (${these.length})`,
            ...these
              .slice(0, errors)
              .map(({ document, gold: g, ours }) =>
                `  ${ours ? `${ours.entity.name} (${ours.mention.rule})` : "-"} | ${document.text.slice(Math.max(0, g.start - 150), g.start)}[${g.text}]${document.text.slice(g.end, g.end + 60)}`.replace(
                  /\s+/g,
                  " ",
                ),
              ),
          );
        }
    }
    rows.push({ name, cells });
  }
  const table: Table = {
    title: "coreference",
    about: "",
    columns: [
      "mentions",
      "found",
      "B³ P",
      "B³ R",
      "nominals",
      "right",
      "recall",
      "pronouns",
      "right",
      "recall",
    ],
    floors: [],
    rows,
  };
  return [showTable(table), ...listed].join("\n");
}
