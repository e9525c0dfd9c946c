import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { ChroniclerError } from "../model/error.ts";
import type { Visits } from "../model/visit.ts";
import { MIGRATIONS } from "./migrations.ts";
import { SqliteDerived } from "./sqlite-derived.ts";
import { guarded, guardMethods, notAChronicle } from "./sqlite-error.ts";
import { SqliteFacts } from "./sqlite-facts.ts";
import { SqliteNear } from "./sqlite-near.ts";
import { SqliteVisits } from "./sqlite-visits.ts";
import type { Derived, Facts, Near, Store } from "./store.ts";

/** Marks the file as a chronicle: "CHRN". */
const APPLICATION_ID = 0x4348524e;

/** How long to wait for another program that writes, in milliseconds. */
const BUSY_TIMEOUT = 120_000;

/** So much of a file is held in memory at the most, in KiB: an added report is compared with others all over it. */
const CACHE_KIB = 65_536;

export interface OpenOptions {
  /** Refuse to begin a new chronicle where there is none. */
  readonly mustExist?: boolean;
  /** Refuse to grow beyond this many pages of 4,096 bytes, as a full disk would. */
  readonly maxPages?: number;
  /** The clock, to note when something was kept. */
  readonly now?: () => Date;
}

function versionOf(db: Database.Database): number {
  return db.pragma("user_version", { simple: true }) as number;
}

function isEmpty(db: Database.Database): boolean {
  return db.prepare("SELECT 1 FROM sqlite_schema LIMIT 1").get() === undefined;
}

/** Refuses files of other programs and of newer versions of this one. */
function checkOrigin(db: Database.Database, path: string, mustExist: boolean): void {
  const marked = db.pragma("application_id", { simple: true }) === APPLICATION_ID;
  if (!marked && (mustExist || !isEmpty(db))) throw notAChronicle(path);
  const version = versionOf(db);
  if (version <= MIGRATIONS.length) return;
  throw new ChroniclerError(
    "bad-chronicle",
    `${path} was written by a newer chronicler (its tables are of version ${version}, this one knows ${MIGRATIONS.length}); install the newest chronicler to open it.`,
  );
}

/** Brings the tables up to the newest version; another program may be doing the same. */
function migrate(db: Database.Database): void {
  if (versionOf(db) === MIGRATIONS.length) return;
  const run = db.transaction(() => {
    for (const step of MIGRATIONS.slice(versionOf(db))) db.exec(step);
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma(`user_version = ${MIGRATIONS.length}`);
  });
  run.immediate();
}

/**
 * Opens a copy of the file in memory: for a chronicle in a place where nothing may be written, because
 * SQLite puts two helper files beside one that is open.
 */
function openCopy(path: string): Database.Database {
  const bytes = readFileSync(path);
  // Bytes 18 and 19 of the header ask for the helper files; 1 means to do without.
  bytes.fill(1, 18, 20);
  return new Database(bytes);
}

/** What SQLite says where it cannot put its helper files. */
const NO_HELPERS = ["SQLITE_CANTOPEN", "SQLITE_READONLY_DIRECTORY", "SQLITE_READONLY_CANTINIT"];

function connect(path: string, mustExist: boolean): Database.Database {
  const db = new Database(path, { fileMustExist: mustExist, timeout: BUSY_TIMEOUT });
  try {
    checkOrigin(db, path, mustExist);
    return db;
  } catch (error) {
    db.close();
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (mustExist && NO_HELPERS.includes(String(code))) return openCopy(path);
    throw error;
  }
}

function prepare(db: Database.Database): void {
  if (!db.readonly && !db.memory) {
    db.pragma("journal_mode = WAL");
    db.pragma("synchronous = FULL");
  }
  db.pragma("foreign_keys = ON");
  db.pragma(`cache_size = -${CACHE_KIB}`);
  migrate(db);
}

/** Everything in this file speaks of one SQLite file; errors name its path. */
class SqliteStore implements Store {
  readonly facts: Facts;
  readonly derived: Derived;
  readonly near: Near;
  readonly visits: Visits;
  readonly #db: Database.Database;
  readonly #path: string;

  constructor(db: Database.Database, path: string, now: () => Date) {
    this.#db = db;
    this.#path = path;
    this.facts = guardMethods(path, new SqliteFacts(db, now));
    this.derived = guardMethods(path, new SqliteDerived(db, (id) => this.facts.get(id)));
    this.near = guardMethods(path, new SqliteNear(db));
    this.visits = guardMethods(path, new SqliteVisits(db));
  }

  transaction<T>(work: () => T): T {
    return guarded(this.#path, () => this.#db.transaction(work).immediate());
  }

  snapshot<T>(work: () => T): T {
    return guarded(this.#path, () => this.#db.transaction(work).deferred());
  }

  revision(): string {
    // The first counts what others wrote, the second what this connection did.
    const others = this.#db.pragma("data_version", { simple: true });
    const own = this.#db.prepare<[], { changes: number }>("SELECT total_changes() AS changes").get();
    return `${others}.${own?.changes}`;
  }

  close(): void {
    this.#db.close();
  }
}

function checkPlace(path: string, mustExist: boolean): void {
  if (path === ":memory:") return;
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    throw new ChroniclerError("bad-chronicle", `${path} is a folder; expected the file of a chronicle.`);
  }
  if (mustExist && !existsSync(path)) {
    throw new ChroniclerError(
      "not-found",
      `There is no chronicle at ${path}; make one with: chronicler add PATH`,
    );
  }
  if (existsSync(dirname(path))) return;
  throw new ChroniclerError(
    "not-found",
    `There is no folder ${dirname(path)} to keep a chronicle in; make it first.`,
  );
}

/**
 * Opens the chronicle at `path`, or begins one; ":memory:" is one that is gone when closed.
 *
 * @throws ChroniclerError `not-found`, `bad-chronicle`, `unreadable`, `busy` or `disk`
 */
export function openSqlite(path: string, options: OpenOptions = {}): Store {
  const { mustExist = false, maxPages, now = () => new Date() } = options;
  checkPlace(path, mustExist);
  return guarded(path, () => {
    const db = connect(path, mustExist);
    try {
      prepare(db);
      if (maxPages !== undefined) db.pragma(`max_page_count = ${maxPages}`);
      return new SqliteStore(db, path, now);
    } catch (error) {
      db.close();
      throw error;
    }
  });
}
