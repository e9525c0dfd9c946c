import { createHash } from "node:crypto";
import type { Database } from "better-sqlite3";
import type { Given, Source } from "../model/source.ts";
import { packBytes, unpackBytes } from "./pack.ts";
import { Statements } from "./statements.ts";
import type { Facts, KeptSource } from "./store.ts";

interface SourceRow {
  readonly id: number;
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  readonly added: string | null;
}

const COLUMNS = "id, name, sha256, size, added";

interface GivenRow {
  readonly id: number;
  readonly source: number;
  readonly value: string;
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** `rows` are those of one source, oldest first. */
function toKept(row: SourceRow, rows: readonly GivenRow[]): KeptSource {
  const given: Given = Object.assign({}, ...rows.map((each) => JSON.parse(each.value) as Given));
  return { ...row, given, revision: rows.at(-1)?.id ?? 0 };
}

/** Facts in SQLite. */
export class SqliteFacts implements Facts {
  readonly #db: Database;
  readonly #statements: Statements;
  readonly #now: () => Date;

  constructor(db: Database, now: () => Date) {
    this.#db = db;
    this.#statements = new Statements(db);
    this.#now = now;
  }

  #givenOf(id: number): GivenRow[] {
    return this.#statements
      .get<[number], GivenRow>("SELECT * FROM given WHERE source = ? ORDER BY id")
      .all(id);
  }

  find(bytes: Uint8Array): KeptSource | null {
    const query = `SELECT ${COLUMNS} FROM source WHERE sha256 = ?`;
    const row = this.#statements.get<[string], SourceRow>(query).get(sha256(bytes));
    return row ? toKept(row, this.#givenOf(row.id)) : null;
  }

  get(id: number): KeptSource | null {
    const query = `SELECT ${COLUMNS} FROM source WHERE id = ?`;
    const row = this.#statements.get<[number], SourceRow>(query).get(id);
    return row ? toKept(row, this.#givenOf(row.id)) : null;
  }

  all(): readonly KeptSource[] {
    const given = new Map<number, GivenRow[]>();
    for (const row of this.#db.prepare<[], GivenRow>("SELECT * FROM given ORDER BY id").iterate()) {
      const rows = given.get(row.source);
      if (rows) rows.push(row);
      else given.set(row.source, [row]);
    }
    const query = `SELECT ${COLUMNS} FROM source ORDER BY id`;
    const sources = this.#statements.get<[], SourceRow>(query).all();
    return sources.map((row) => toKept(row, given.get(row.id) ?? []));
  }

  findPayload(hash: string): KeptSource | null {
    const query = "SELECT source FROM payload WHERE sha256 = ?";
    const row = this.#statements.get<[string], { source: number }>(query).get(hash);
    return row ? this.get(row.source) : null;
  }

  add(source: Source): KeptSource {
    const bytes = source.bytes;
    const added = this.#now()
      .toISOString()
      .replace(/\.\d+Z$/, "Z");
    const row = { name: source.name, sha256: sha256(bytes), size: bytes.byteLength, added };
    const insert = "INSERT INTO source (sha256, name, size, packed, added) VALUES (?, ?, ?, ?, ?)";
    const result = this.#statements.get(insert).run(row.sha256, row.name, row.size, packBytes(bytes), added);
    const id = Number(result.lastInsertRowid);
    if (Object.keys(source.given).length > 0) this.give(id, source.given);
    if (source.fetched) {
      const { payload, records } = source.fetched;
      this.#statements.get("INSERT OR IGNORE INTO payload (sha256, source) VALUES (?, ?)").run(payload, id);
      this.addRecords(records, id);
    }
    return toKept({ id, ...row }, this.#givenOf(id));
  }

  addRecords(records: readonly Uint8Array[], source: number | null): void {
    const insert = this.#statements.get(
      "INSERT OR IGNORE INTO record (source, sha256, packed) VALUES (?, ?, ?)",
    );
    for (const each of records) insert.run(source, sha256(each), packBytes(each));
  }

  *records(source: number | null): Iterable<Uint8Array> {
    const query = "SELECT id FROM record WHERE source IS ? ORDER BY id";
    const ids = this.#statements.get<[number | null], { id: number }>(query).all(source);
    const one = this.#statements.get<[number], { packed: Buffer }>("SELECT packed FROM record WHERE id = ?");
    for (const { id } of ids) {
      const row = one.get(id);
      if (row) yield unpackBytes(row.packed);
    }
  }

  give(id: number, given: Given): void {
    this.#statements.get("INSERT INTO given (source, value) VALUES (?, ?)").run(id, JSON.stringify(given));
  }

  bytes(id: number): Uint8Array {
    const row = this.#statements
      .get<[number], { packed: Buffer }>("SELECT packed FROM source WHERE id = ?")
      .get(id);
    if (!row) throw new RangeError(`no source ${id}`);
    return unpackBytes(row.packed);
  }
}
