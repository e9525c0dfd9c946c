import type { Database } from "better-sqlite3";
import { joinLinks } from "../model/join-links.ts";
import type { Links } from "../model/link.ts";
import type { Place } from "../model/near.ts";
import type { Timeline } from "../model/timeline.ts";
import { Statements } from "./statements.ts";
import type { LinkedPart, LinkKind } from "./store.ts";

const NOTHING: Links = { origins: [], stories: [], entities: [], events: [], quotations: [], quantities: [] };
const LISTS = Object.keys(NOTHING) as readonly (keyof Links)[];

/** Parts stand in the order of their first reports. */
const IN_ORDER = "ORDER BY part.published, part.article, position";

/** Linked things in SQLite, part by part. */
export class SqliteLinks {
  readonly #statements: Statements;

  constructor(db: Database) {
    this.#statements = new Statements(db);
  }

  setPart({ id, published, article, links, timelines }: LinkedPart): void {
    this.dropPart(id);
    this.#statements
      .get("INSERT INTO part (id, published, article) VALUES (?, ?, ?)")
      .run(id, published ?? "9999", article);
    for (const list of LISTS) this.#keep(id, list, links[list]);
    this.#keep(
      id,
      "timelines",
      timelines.map((each) => ({ ...each, id: each.story })),
      timelines,
    );
  }

  /** Keeps `values`, of which `things` tell the ids. */
  #keep(
    part: Place,
    kind: LinkKind,
    things: readonly { readonly id: string }[],
    values: readonly unknown[] = things,
  ): void {
    const insert = this.#statements.get(
      "INSERT INTO link (part, kind, id, position, value) VALUES (?, ?, ?, ?, ?)",
    );
    for (const [position, { id }] of things.entries())
      insert.run(part, kind, id, position, JSON.stringify(values[position]));
  }

  dropPart(id: Place): void {
    this.#statements.get("DELETE FROM link WHERE part = ?").run(id);
    this.#statements.get("DELETE FROM part WHERE id = ?").run(id);
  }

  links(lists: readonly (keyof Links)[] = LISTS): Links {
    const query = `SELECT value FROM link JOIN part ON part.id = link.part WHERE kind = ? ${IN_ORDER}`;
    return this.#read(lists, (kind) => this.#statements.get<[string], string>(query).pluck().all(kind));
  }

  linksBeside(ids: readonly string[]): Links {
    const query = `SELECT value FROM link JOIN part ON part.id = link.part WHERE kind = ?
      AND part.id IN (SELECT part FROM link WHERE id IN (SELECT value FROM json_each(?))) ${IN_ORDER}`;
    const beside = this.#statements.get<[string, string], string>(query).pluck();
    return this.#read(LISTS, (kind) => beside.all(kind, JSON.stringify(ids)));
  }

  #read(lists: readonly (keyof Links)[], rowsOf: (kind: keyof Links) => readonly string[]): Links {
    const read = lists.map((kind) => [kind, rowsOf(kind).map((value) => JSON.parse(value) as never)]);
    return joinLinks([{ ...NOTHING, ...Object.fromEntries(read) }]);
  }

  timelines(): readonly Timeline[] {
    const query = `SELECT value FROM link JOIN part ON part.id = link.part WHERE kind = 'timelines' ${IN_ORDER}`;
    const rows = this.#statements.get<[], string>(query).pluck().all();
    return rows.map((value) => JSON.parse(value) as Timeline);
  }

  linked(id: string): { readonly kind: LinkKind; readonly value: unknown } | null {
    const query = `SELECT kind, value FROM link JOIN part ON part.id = link.part
      WHERE link.id = ? AND kind <> 'timelines' ORDER BY part.published, part.article`;
    const rows = this.#statements.get<[string], { kind: keyof Links; value: string }>(query).all(id);
    const [first] = rows;
    if (!first) return null;
    const same = rows.filter(({ kind }) => kind === first.kind).map(({ value }) => value);
    return { kind: first.kind, value: this.#read([first.kind], () => same)[first.kind][0] };
  }
}
