import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, expect, it } from "vitest";
import { MIGRATIONS } from "./migrations.ts";
import { packBytes, packJson } from "./pack.ts";
import { openSqlite } from "./sqlite.ts";
import { article, NO_LAYERS } from "./store.contract.ts";

const folder = mkdtempSync(join(tmpdir(), "chronicler-migration-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A chronicle as the first version of the tables had it: two reports, the second twice. */
function writeFirst(path: string): void {
  const db = new Database(path);
  db.exec(MIGRATIONS[0] ?? "");
  db.pragma(`application_id = ${0x4348524e}`);
  db.pragma("user_version = 1");
  const bytes = (text: string) => new TextEncoder().encode(text);
  for (const [index, id] of ["a", "b", "b"].entries()) {
    const source = db.prepare("INSERT INTO source (sha256, name, size, packed) VALUES (?, ?, ?, ?)");
    source.run(`hash ${index}`, `${index}.txt`, 3, packBytes(bytes("one")));
    const report = db.prepare(
      "INSERT INTO report (source, position, revision, article_id, published, article, layers) VALUES (?, 0, 0, ?, NULL, ?, ?)",
    );
    const made = article(id, `text ${index}`);
    report.run(index + 1, id, JSON.stringify(made), packJson(NO_LAYERS));
  }
  db.prepare("INSERT INTO state (key, value) VALUES ('rules', '1')").run();
  db.close();
}

it("brings an old chronicle up to date, and loses nothing of it", () => {
  const path = join(folder, "old.db");
  writeFirst(path);
  const store = openSqlite(path, { mustExist: true });
  expect(store.facts.all().map(({ name, added }) => [name, added])).toEqual([
    ["0.txt", null],
    ["1.txt", null],
    ["2.txt", null],
  ]);
  expect(new TextDecoder().decode(store.facts.bytes(1))).toBe("one");
  expect(store.derived.articles().map(({ id, text }) => [id, text])).toEqual([
    ["a", "text 0"],
    ["b", "text 1"],
  ]);
  expect(store.derived.articlesOf(3)).toEqual(["b"]);
  // What is derived is made anew at the next writing.
  expect(store.derived.rules()).toBeNull();
  expect([...store.facts.records(null)]).toEqual([]);
  store.close();
});
