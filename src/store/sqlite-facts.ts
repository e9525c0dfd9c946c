import { createHash } from "node:crypto";
import type { Database } from "better-sqlite3";
import type { Given, Source } from "../model/source.ts";
import { packBytes, unpackBytes } from "./pack.ts";
import type { Facts, KeptSource } from "./store.ts";

interface SourceRow {
  readonly id: number;
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
}

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

  constructor(db: Database) {
    this.#db = db;
  }

  #givenOf(id: number): GivenRow[] {
    return this.#db.prepare<[number], GivenRow>("SELECT * FROM given WHERE source = ? ORDER BY id").all(id);
  }

  find(bytes: Uint8Array): KeptSource | null {
    const query = "SELECT id, name, sha256, size FROM source WHERE sha256 = ?";
    const row = this.#db.prepare<[string], SourceRow>(query).get(sha256(bytes));
    return row ? toKept(row, this.#givenOf(row.id)) : null;
  }

  get(id: number): KeptSource | null {
    const query = "SELECT id, name, sha256, size FROM source WHERE id = ?";
    const row = this.#db.prepare<[number], SourceRow>(query).get(id);
    return row ? toKept(row, this.#givenOf(row.id)) : null;
  }

  all(): readonly KeptSource[] {
    const given = new Map<number, GivenRow[]>();
    for (const row of this.#db.prepare<[], GivenRow>("SELECT * FROM given ORDER BY id").iterate()) {
      const rows = given.get(row.source);
      if (rows) rows.push(row);
      else given.set(row.source, [row]);
    }
    const query = "SELECT id, name, sha256, size FROM source ORDER BY id";
    const sources = this.#db.prepare<[], SourceRow>(query).all();
    return sources.map((row) => toKept(row, given.get(row.id) ?? []));
  }

  add(source: Source): KeptSource {
    const bytes = source.bytes;
    const row = { name: source.name, sha256: sha256(bytes), size: bytes.byteLength };
    const insert = "INSERT INTO source (sha256, name, size, packed) VALUES (?, ?, ?, ?)";
    const result = this.#db.prepare(insert).run(row.sha256, row.name, row.size, packBytes(bytes));
    const id = Number(result.lastInsertRowid);
    if (Object.keys(source.given).length > 0) this.give(id, source.given);
    return toKept({ id, ...row }, this.#givenOf(id));
  }

  give(id: number, given: Given): void {
    this.#db.prepare("INSERT INTO given (source, value) VALUES (?, ?)").run(id, JSON.stringify(given));
  }

  bytes(id: number): Uint8Array {
    const row = this.#db
      .prepare<[number], { packed: Buffer }>("SELECT packed FROM source WHERE id = ?")
      .get(id);
    if (!row) throw new RangeError(`no source ${id}`);
    return unpackBytes(row.packed);
  }
}
