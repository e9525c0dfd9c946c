import type { Database } from "better-sqlite3";
import type { Article, Published } from "../model/article.ts";
import type { SearchHit } from "../model/chronicle.ts";
import type { Analysis, Layers } from "../model/layers.ts";
import type { Links } from "../model/link.ts";
import type { Place } from "../model/near.ts";
import type { Timeline } from "../model/timeline.ts";
import { packJson, unpackJson } from "./pack.ts";
import { searchWords } from "./search.ts";
import { SqliteLinks } from "./sqlite-links.ts";
import { Statements } from "./statements.ts";
import type { Derived, Failure, KeptSource, LinkedPart, PendingReport, Report } from "./store.ts";
import { contentOf, settleVersions } from "./versions.ts";

/** Undated articles stand last; the id makes the order independent of when a report was added. */
const IN_ORDER = "ORDER BY published IS NULL, published, article_id";

interface ArticleRow {
  /** The id under which it is shown. */
  readonly id: string;
  readonly version: number;
  readonly article: string;
}

const ARTICLE = "article_id AS id, version, article";

interface AnalysisRow extends ArticleRow {
  readonly layers: Buffer;
}

function toArticle({ id, version, article }: ArticleRow): Article {
  const read = JSON.parse(article) as Article;
  return version === 1 ? read : { ...read, id, version: { of: read.id, number: version } };
}

function toAnalysis(row: AnalysisRow): Analysis {
  return { article: toArticle(row), ...unpackJson<Layers>(row.layers) };
}

/** Derived data in SQLite. */
export class SqliteDerived implements Derived {
  readonly #db: Database;
  readonly #statements: Statements;
  readonly #links: SqliteLinks;
  readonly #source: (id: number) => KeptSource | null;

  constructor(db: Database, source: (id: number) => KeptSource | null) {
    this.#db = db;
    this.#statements = new Statements(db);
    this.#links = new SqliteLinks(db);
    this.#source = source;
  }

  rules(): string | null {
    const query = "SELECT value FROM state WHERE key = 'rules'";
    return this.#statements.get<[], { value: string }>(query).get()?.value ?? null;
  }

  setRules(version: string): void {
    const upsert =
      "INSERT INTO state (key, value) VALUES ('rules', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value";
    this.#statements.get(upsert).run(version);
  }

  clear(): void {
    this.#db.exec(
      "DELETE FROM near; DELETE FROM near_key; DELETE FROM near_bond; DELETE FROM report; DELETE FROM words;",
    );
    this.#db.exec("INSERT OR IGNORE INTO unread (source) SELECT id FROM source");
    this.#noteChange();
  }

  #noteChange(): void {
    this.#db.exec("INSERT OR REPLACE INTO state (key, value) VALUES ('links', 'stale')");
  }

  linksAreStale(): boolean {
    return this.#statements.get("SELECT 1 FROM state WHERE key = 'links'").get() !== undefined;
  }

  unread(): readonly KeptSource[] {
    const query = "SELECT source FROM unread ORDER BY source";
    const ids = this.#statements.get<[], number>(query).pluck().all();
    return ids.flatMap((id) => this.#source(id) ?? []);
  }

  setReports(source: KeptSource, reports: readonly Report[]): void {
    const old = "DELETE FROM words WHERE rowid IN (SELECT id FROM report WHERE source = ?)";
    this.#statements.get(old).run(source.id);
    const pages = new Set(this.#pagesOf(source.id));
    this.#statements.get("DELETE FROM report WHERE source = ?").run(source.id);
    const insert = this.#statements.get(
      `INSERT INTO report (source, position, revision, page, content, fetched, published, article, failure)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    for (const [position, report] of reports.entries()) {
      const article = "article" in report ? report.article : null;
      const failure = "failure" in report ? JSON.stringify(report.failure) : null;
      insert.run(
        source.id,
        position,
        source.revision,
        article?.id ?? null,
        article && contentOf(article),
        article?.fetched ?? null,
        article?.published.value ?? null,
        article && JSON.stringify(article),
        failure,
      );
      if (article) pages.add(article.id);
    }
    for (const page of pages) settleVersions(this.#db, page);
    const read = `DELETE FROM unread WHERE source = @id
      AND NOT EXISTS (SELECT 1 FROM given WHERE source = @id AND id > @revision)`;
    this.#statements.get(read).run({ id: source.id, revision: source.revision });
    this.#noteChange();
  }

  #pagesOf(source: number): readonly string[] {
    const query = "SELECT DISTINCT page FROM report WHERE source = ? AND page IS NOT NULL";
    const rows = this.#statements.get<[number], { page: string }>(query).all(source);
    return rows.map((row) => row.page);
  }

  unanalyzed(): readonly PendingReport[] {
    const query = `SELECT id AS report, source, revision, position, ${ARTICLE} FROM report INDEXED BY report_unanalyzed
      WHERE layers IS NULL AND failure IS NULL AND article_id IS NOT NULL ${IN_ORDER}`;
    const rows = this.#statements.get<[], ArticleRow & Omit<PendingReport, "article">>(query).all();
    return rows.map((row) => {
      const { report, source, revision, position } = row;
      return { report, source, revision, position, article: toArticle(row) };
    });
  }

  setLayers(report: number, layers: Layers, published?: Published): void {
    this.#statements.get("UPDATE report SET layers = ? WHERE id = ?").run(packJson(layers), report);
    if (published === undefined) return;
    const update = "UPDATE report SET article = json_set(article, '$.published', json(?)) WHERE id = ?";
    this.#statements.get(update).run(JSON.stringify(published), report);
  }

  setFailure(report: number, failure: Failure): void {
    const update = "UPDATE report SET failure = ? WHERE id = ? RETURNING page";
    const row = this.#statements
      .get<[string, number], { page: string }>(update)
      .get(JSON.stringify(failure), report);
    if (row) settleVersions(this.#db, row.page);
  }

  newest(page: string): { readonly source: number; readonly content: string | null } | null {
    const query = "SELECT source, content FROM shown WHERE page = ? ORDER BY version DESC LIMIT 1";
    return (
      this.#statements.get<[string], { source: number; content: string | null }>(query).get(page) ?? null
    );
  }

  articles(): readonly Article[] {
    const query = `SELECT ${ARTICLE} FROM shown WHERE layers IS NOT NULL ${IN_ORDER}`;
    return this.#statements.get<[], ArticleRow>(query).all().map(toArticle);
  }

  publications(): ReadonlyMap<string, string | null> {
    const query = "SELECT article_id, published FROM shown WHERE layers IS NOT NULL";
    return new Map(this.#statements.get<[], [string, string | null]>(query).raw().all());
  }

  /** A statement of its own each time: one that is read from cannot be begun again. */
  *eachArticle(): Generator<Article> {
    const query = `SELECT ${ARTICLE} FROM shown WHERE layers IS NOT NULL ${IN_ORDER}`;
    for (const row of this.#db.prepare<[], ArticleRow>(query).iterate()) yield toArticle(row);
  }

  setPublished(article: string, published: Published): void {
    const update = `UPDATE report
      SET published = ?, article = json_set(article, '$.published', json(?)), layers = NULL
      WHERE id = (SELECT id FROM shown WHERE article_id = ?)`;
    this.#statements.get(update).run(published.value, JSON.stringify(published), article);
  }

  has(article: string): boolean {
    const query = "SELECT 1 FROM shown WHERE article_id = ? AND layers IS NOT NULL";
    return this.#statements.get<[string]>(query).get(article) !== undefined;
  }

  idsOf(page: string): readonly string[] {
    const query = "SELECT article_id FROM shown WHERE page = ? AND layers IS NOT NULL";
    return this.#statements.get<[string], string>(query).pluck().all(page);
  }

  published(article: string): Published | null {
    const query = "SELECT article -> '$.published' FROM shown WHERE article_id = ?";
    const row = this.#statements.get<[string], string>(query).pluck().get(article);
    return row === undefined ? null : (JSON.parse(row) as Published);
  }

  analyses(): readonly Analysis[] {
    const query = `SELECT ${ARTICLE}, layers FROM shown WHERE layers IS NOT NULL ${IN_ORDER}`;
    return this.#statements.get<[], AnalysisRow>(query).all().map(toAnalysis);
  }

  *eachAnalysis(): Generator<Analysis> {
    const query = `SELECT ${ARTICLE}, layers FROM shown WHERE layers IS NOT NULL ${IN_ORDER}`;
    for (const row of this.#db.prepare<[], AnalysisRow>(query).iterate()) yield toAnalysis(row);
  }

  analysis(article: string): Analysis | null {
    const query = `SELECT ${ARTICLE}, layers FROM shown WHERE article_id = ? AND layers IS NOT NULL`;
    const row = this.#statements.get<[string], AnalysisRow>(query).get(article);
    return row ? toAnalysis(row) : null;
  }

  articlesOf(source: number): readonly string[] {
    const query =
      "SELECT COALESCE(article_id, page) AS id FROM report WHERE source = ? AND failure IS NULL ORDER BY position";
    return this.#statements
      .get<[number], { id: string }>(query)
      .all(source)
      .map((row) => row.id);
  }

  sourceOf(article: string): number | null {
    const query = "SELECT source FROM shown WHERE article_id = ?";
    return this.#statements.get<[string], { source: number }>(query).get(article)?.source ?? null;
  }

  arrivals(): ReadonlyMap<string, string> {
    const query = `SELECT shown.article_id AS id, source.added AS added
      FROM shown JOIN source ON source.id = shown.source WHERE source.added IS NOT NULL`;
    const rows = this.#statements.get<[], { id: string; added: string }>(query).all();
    return new Map(rows.map(({ id, added }) => [id, added]));
  }

  setLinks(links: Links, timelines: readonly Timeline[]): void {
    this.#db.exec(
      "DELETE FROM link; DELETE FROM part; DELETE FROM near; DELETE FROM near_key; DELETE FROM near_bond; UPDATE report SET linked = 0;",
    );
    this.setPart({ id: 0, published: null, article: "", links, timelines });
    this.setLinked();
    this.#indexWords();
  }

  setLinked(): void {
    this.#db.exec("DELETE FROM state WHERE key = 'links'");
  }

  setPart(part: LinkedPart): void {
    this.#links.setPart(part);
  }

  dropPart(id: Place): void {
    this.#links.dropPart(id);
  }

  #indexWords(): void {
    this.#db.exec(`
      DELETE FROM words WHERE rowid NOT IN (SELECT id FROM shown);
      INSERT INTO words (rowid, text)
        SELECT id, article ->> '$.text' FROM shown
        WHERE layers IS NOT NULL AND id NOT IN (SELECT rowid FROM words)
        ${IN_ORDER};
    `);
  }

  links(lists?: readonly (keyof Links)[]): Links {
    return this.#links.links(lists);
  }

  linksBeside(ids: readonly string[]): Links {
    return this.#links.linksBeside(ids);
  }

  timelines(): readonly Timeline[] {
    return this.#links.timelines();
  }

  linked(id: string): ReturnType<Derived["linked"]> {
    return this.#links.linked(id);
  }

  search(words: string, limit: number, phrases: readonly string[] = []): readonly SearchHit[] {
    return searchWords(this.#db, { words, phrases }, limit);
  }
}
