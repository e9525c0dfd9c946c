import type { Database } from "better-sqlite3";
import type { EntryState, Visit, Visits } from "../model/visit.ts";

/** Memory of visits in SQLite. */
export class SqliteVisits implements Visits {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  visit(url: string): Visit | null {
    const query = "SELECT value FROM visit WHERE url = ?";
    const row = this.#db.prepare<[string], { value: string }>(query).get(url);
    return row ? (JSON.parse(row.value) as Visit) : null;
  }

  setVisit(url: string, visit: Visit): void {
    const upsert =
      "INSERT INTO visit (url, value) VALUES (?, ?) ON CONFLICT (url) DO UPDATE SET value = excluded.value";
    this.#db.prepare(upsert).run(url, JSON.stringify(visit));
  }

  entries(feed: string): ReadonlyMap<string, EntryState> {
    const query = "SELECT key, value FROM entry WHERE feed = ?";
    const rows = this.#db.prepare<[string], { key: string; value: string }>(query).all(feed);
    return new Map(rows.map(({ key, value }) => [key, JSON.parse(value) as EntryState]));
  }

  setEntry(feed: string, key: string, state: EntryState): void {
    const upsert =
      "INSERT INTO entry (feed, key, value) VALUES (?, ?, ?) ON CONFLICT (feed, key) DO UPDATE SET value = excluded.value";
    this.#db.prepare(upsert).run(feed, key, JSON.stringify(state));
  }
}
