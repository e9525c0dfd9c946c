import { deserialize, serialize } from "node:v8";
import type { Database } from "better-sqlite3";
import {
  bondsOf,
  type KeyKind,
  type KeyQuery,
  type Place,
  type Sketch,
  type Tie,
  type Ties,
} from "../model/near.ts";
import { Statements } from "./statements.ts";
import type { Near, NewSketch } from "./store.ts";

const KINDS: readonly KeyKind[] = ["page", "copy", "topic"];
/** Copy keys of reports without a day of their own stand here as well. */
const UNDATED = 3;
/** So many sketches are kept at hand: those that are compared lie close together. */
const AT_HAND = 4000;

function keysOf({ page, keys, day }: Sketch): readonly (readonly [kind: number, key: number])[] {
  const lists = { page: [page], copy: keys.copy, topic: keys.topic };
  const kinds = KINDS.flatMap((kind, number) => lists[kind].map((key) => [number, key] as const));
  return day === null ? [...kinds, ...keys.copy.map((key) => [UNDATED, key] as const)] : kinds;
}

/** What reports are found by, in SQLite. */
export class SqliteNear implements Near {
  readonly #db: Database;
  readonly #sketches = new Map<Place, Sketch>();
  #version = -1;
  readonly #statements: Statements;

  constructor(db: Database) {
    this.#db = db;
    this.#statements = new Statements(db);
  }

  /** Sketches stay at hand from one call to the next, unless another program has written since. */
  #forgetWhatOthersChanged(): void {
    const version = this.#db.pragma("data_version", { simple: true }) as number;
    if (version !== this.#version) this.#sketches.clear();
    this.#version = version;
  }

  changed(): readonly { readonly report: number; readonly article: string | null }[] {
    this.#forgetWhatOthersChanged();
    const shown = "CASE WHEN failure IS NULL AND layers IS NOT NULL THEN article_id END";
    return this.#statements
      .get<[], { report: number; article: string | null }>(
        `SELECT id AS report, ${shown} AS article FROM report WHERE linked = 0`,
      )
      .all();
  }

  gone(): readonly Place[] {
    const stale = `SELECT place FROM near WHERE report IS NULL
      UNION SELECT place FROM report CROSS JOIN near ON near.report = report.id WHERE report.linked = 0`;
    return this.#statements.get<[], Place>(stale).pluck().all();
  }

  settle(report: number): void {
    this.#statements.get("UPDATE report SET linked = 1 WHERE id = ?").run(report);
    this.#statements.get("DELETE FROM words WHERE rowid = ?").run(report);
    const words = `INSERT INTO words (rowid, text) SELECT id, article ->> '$.text' FROM shown
      WHERE id = ? AND layers IS NOT NULL`;
    this.#statements.get(words).run(report);
  }

  add(sketches: readonly NewSketch[]): readonly Sketch[] {
    const placed = sketches.map(({ report, sketch }) => this.#place(report, sketch));
    const keys = placed.flatMap((each) =>
      keysOf(each).map(([kind, key]) => [kind, key, each.place] as const),
    );
    // One after the other as they stand in the table: else each goes to another page of a large file.
    keys.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    const insert = this.#statements.get("INSERT OR IGNORE INTO near_key (kind, key, place) VALUES (?, ?, ?)");
    for (const [kind, key, place] of keys) insert.run(kind, key, place);
    return placed;
  }

  #place(report: number, sketch: Sketch): Sketch {
    let { place } = sketch;
    const taken = this.#statements.get<[Place], number>("SELECT 1 FROM near WHERE place = ?").pluck();
    while (taken.get(place) !== undefined) place += 1;
    const placed = { ...sketch, place };
    this.#sketches.delete(place);
    const insert = "INSERT INTO near (place, report, article_id, sketch) VALUES (?, ?, ?, ?)";
    this.#statements.get(insert).run(place, report, sketch.article, serialize(placed));
    return placed;
  }

  remove(place: Place): void {
    const drop = this.#statements.get("DELETE FROM near_key WHERE kind = ? AND key = ? AND place = ?");
    for (const [kind, key] of keysOf(this.sketch(place))) drop.run(kind, key, place);
    this.#statements.get("DELETE FROM near_bond WHERE place = ?").run(place);
    this.#statements.get("DELETE FROM near WHERE place = ?").run(place);
    this.#sketches.delete(place);
  }

  sketch(place: Place): Sketch {
    const known = this.#sketches.get(place);
    if (known) return known;
    const row = this.#statements
      .get<[Place], Buffer>("SELECT sketch FROM near WHERE place = ?")
      .pluck()
      .get(place);
    if (!row) throw new RangeError(`no report stands at ${place}`);
    const sketch = deserialize(row) as Sketch;
    const [oldest] = this.#sketches.keys();
    if (this.#sketches.size >= AT_HAND && oldest !== undefined) this.#sketches.delete(oldest);
    this.#sketches.set(place, sketch);
    return sketch;
  }

  has(place: Place): boolean {
    return this.#statements.get<[Place]>("SELECT 1 FROM near WHERE place = ?").get(place) !== undefined;
  }

  before({ kind, key, place, count }: KeyQuery): readonly Place[] {
    const query = `SELECT place FROM near_key WHERE kind = ? AND key = ? AND place < ?
      ORDER BY place DESC LIMIT ?`;
    return this.#statements
      .get<[number, number, Place, number], Place>(query)
      .pluck()
      .all(KINDS.indexOf(kind), key, place, count);
  }

  undatedLike({ keys }: Sketch): readonly Place[] {
    const query = "SELECT place FROM near_key WHERE kind = ? AND key = ?";
    const holders = this.#statements.get<[number, number], Place>(query).pluck();
    return [...new Set(keys.copy.flatMap((key) => holders.all(UNDATED, key)))];
  }

  firstDatedWith(copyKey: number, count: number): readonly Place[] {
    const query = `SELECT place FROM near_key AS held WHERE kind = ${KINDS.indexOf("copy")} AND key = ?
      AND NOT EXISTS (SELECT 1 FROM near_key WHERE kind = ${UNDATED} AND key = held.key AND place = held.place)
      ORDER BY place LIMIT ?`;
    return this.#statements.get<[number, number], Place>(query).pluck().all(copyKey, count);
  }

  after(place: Place, count: number): readonly Place[] {
    const query = `SELECT place FROM near_key WHERE kind = ? AND key = ? AND place > ?
      ORDER BY place LIMIT ?`;
    const next = this.#statements.get<[number, number, Place, number], Place>(query).pluck();
    const keys = keysOf(this.sketch(place)).filter(([kind]) => kind < KINDS.length);
    const found = keys.flatMap(([kind, key]) => next.all(kind, key, place, count));
    return [...new Set(found)];
  }

  ties(place: Place): Ties | null {
    const row = this.#statements
      .get<[Place], string | null>("SELECT ties FROM near WHERE place = ?")
      .pluck()
      .get(place);
    return row ? (JSON.parse(row) as Ties) : null;
  }

  setTies(place: Place, ties: Ties): void {
    this.#statements.get("UPDATE near SET ties = ? WHERE place = ?").run(JSON.stringify(ties), place);
    this.#statements.get("DELETE FROM near_bond WHERE place = ?").run(place);
    const insert = this.#statements.get("INSERT INTO near_bond (place, earlier, strength) VALUES (?, ?, ?)");
    for (const bond of bondsOf(ties)) insert.run(place, bond.place, bond.strength);
  }

  bonds(place: Place): readonly Tie[] {
    const query = `SELECT earlier AS place, strength FROM near_bond WHERE place = ?
      UNION ALL SELECT place, strength FROM near_bond WHERE earlier = ?`;
    return this.#statements.get<[Place, Place], Tie>(query).all(place, place);
  }

  followersOf(place: Place): readonly Place[] {
    return this.#statements
      .get<[Place], Place>("SELECT place FROM near_bond WHERE earlier = ?")
      .pluck()
      .all(place);
  }

  partOf(place: Place): Place | null {
    const row = this.#statements
      .get<[Place], Place | null>("SELECT part FROM near WHERE place = ?")
      .pluck()
      .get(place);
    return row ?? null;
  }

  membersOf(part: Place): readonly Place[] {
    return this.#statements
      .get<[Place], Place>("SELECT place FROM near WHERE part = ? ORDER BY place")
      .pluck()
      .all(part);
  }

  setPart(place: Place, part: Place): void {
    this.#statements.get("UPDATE near SET part = ? WHERE place = ?").run(part, place);
  }

  isEmpty(): boolean {
    return this.#statements.get("SELECT 1 FROM near LIMIT 1").get() === undefined;
  }

  clear(): void {
    this.#db.exec(
      "DELETE FROM near; DELETE FROM near_key; DELETE FROM near_bond; DELETE FROM link; DELETE FROM part; UPDATE report SET linked = 0;",
    );
    this.#sketches.clear();
  }
}
