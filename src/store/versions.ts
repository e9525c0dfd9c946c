import { createHash } from "node:crypto";
import type { Database } from "better-sqlite3";
import { type Article, versionId } from "../model/article.ts";

/** Hash of what a reader sees of a report: two with the same are no two versions. */
export function contentOf({ title, text, authors, published }: Article): string {
  const seen = JSON.stringify([title ?? null, text, authors, published.value]);
  return createHash("sha256").update(seen).digest("hex");
}

interface Row {
  readonly id: number;
  readonly content: string | null;
  readonly fetched: string | null;
  /** The id under which it is shown now. */
  readonly shown: string | null;
}

/** Which of the reports of one page, in the order in which they came, are shown, and as which version. */
function versionsOf(rows: readonly Row[]): Map<number, number> {
  const shown = new Map<number, number>();
  let content: string | null | undefined;
  for (const row of rows) {
    // Of reports that a person gives twice under one id the first is kept: only a page is known to change.
    const isNew = content === undefined || (row.fetched !== null && row.content !== content);
    if (!isNew) continue;
    shown.set(row.id, shown.size + 1);
    content = row.content;
  }
  return shown;
}

/** Gives each report of a page the id under which it is shown, or none where it only repeats an earlier one. */
export function settleVersions(db: Database, page: string): void {
  const query = `SELECT id, content, fetched, article_id AS shown FROM report
    WHERE failure IS NULL AND page = ? ORDER BY source, position`;
  const rows = db.prepare<[string], Row>(query).all(page);
  const shown = versionsOf(rows);
  const update = db.prepare("UPDATE report SET article_id = ?, version = ? WHERE id = ?");
  for (const { id, shown: before } of rows) {
    const version = shown.get(id);
    const now = version === undefined ? null : versionId(page, version);
    if (now !== before) update.run(now, version ?? 1, id);
  }
}
