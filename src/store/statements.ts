import type { Database, Statement } from "better-sqlite3";

/** Statements of a database, each prepared once: most are run many times for each report. */
export class Statements {
  readonly #db: Database;
  readonly #known = new Map<string, Statement>();

  constructor(db: Database) {
    this.#db = db;
  }

  /** Not for those that are read row by row, because one that is being read cannot be begun again. */
  get<Bind extends unknown[], Row = unknown>(sql: string): Statement<Bind, Row> {
    const known = this.#known.get(sql);
    if (known) return known as unknown as Statement<Bind, Row>;
    const made = this.#db.prepare<Bind, Row>(sql);
    this.#known.set(sql, made as unknown as Statement);
    return made;
  }
}
