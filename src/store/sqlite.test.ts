import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, expect, it } from "vitest";
import { MIGRATIONS } from "./migrations.ts";
import { openSqlite } from "./sqlite.ts";
import { article, put, source, storeContract } from "./store.contract.ts";

const folder = mkdtempSync(join(tmpdir(), "chronicler-store-"));
afterAll(() => rmSync(folder, { recursive: true }));

let count = 0;
function fresh(): string {
  count += 1;
  return join(folder, `${count}.db`);
}

storeContract("in memory", () => openSqlite(":memory:"));
storeContract("in a file", () => openSqlite(fresh()));

it("keeps everything from one opening to the next, in one file", () => {
  const path = fresh();
  const first = openSqlite(path);
  put(first, "one", article("a", "text"));
  first.close();
  expect(existsSync(`${path}-wal`)).toBe(false);
  const again = openSqlite(path, { mustExist: true });
  expect(again.derived.articles()).toEqual([article("a", "text")]);
  again.close();
});

it("reads all of one moment, whatever another program writes", () => {
  const path = fresh();
  const [reader, writer] = [openSqlite(path), openSqlite(path)];
  put(writer, "one", article("a", "text"));
  reader.snapshot(() => {
    expect(reader.derived.articles()).toHaveLength(1);
    put(writer, "two", article("b", "text"));
    expect(reader.derived.analyses()).toHaveLength(1);
  });
  expect(reader.derived.articles()).toHaveLength(2);
  reader.close();
  writer.close();
});

it("tells when anything has changed, by whomever", () => {
  const path = fresh();
  const [reader, writer] = [openSqlite(path), openSqlite(path)];
  const revisions = [reader.revision()];
  expect(reader.revision()).toBe(revisions[0]);
  put(writer, "one", article("a", "text"));
  revisions.push(reader.revision());
  expect(reader.revision()).toBe(revisions[1]);
  put(reader, "two", article("b", "text"));
  revisions.push(reader.revision());
  expect(new Set(revisions).size).toBe(3);
  reader.close();
  writer.close();
});

it("knows when reports came", () => {
  const store = openSqlite(":memory:", { now: () => new Date("2026-05-03T10:00:00Z") });
  put(store, "one", article("a", "text"));
  expect([...store.derived.arrivals()]).toEqual([["a", "2026-05-03T10:00:00Z"]]);
  store.close();
});

it("says what is wrong with a file that is no chronicle", () => {
  const missing = fresh();
  expect(() => openSqlite(missing, { mustExist: true })).toThrow(
    /^There is no chronicle at .*chronicler add PATH$/,
  );
  expect(existsSync(missing)).toBe(false);
  expect(() => openSqlite(join(folder, "no", "such.db"))).toThrow(/There is no folder/);

  const text = fresh();
  writeFileSync(text, "These are words, and no tables at all.\n".repeat(100));
  expect(() => openSqlite(text)).toThrow(/is not a chronicle/);
  expect(readFileSync(text, "utf8")).toMatch(/^These/);

  const foreign = fresh();
  const db = new Database(foreign);
  db.exec("CREATE TABLE mine (id)");
  db.close();
  expect(() => openSqlite(foreign)).toThrow(/is not a chronicle/);

  const empty = fresh();
  writeFileSync(empty, "");
  expect(() => openSqlite(empty, { mustExist: true })).toThrow(/is not a chronicle/);
});

it("refuses a file of a newer program", () => {
  const path = fresh();
  openSqlite(path).close();
  const db = new Database(path);
  db.pragma(`user_version = ${MIGRATIONS.length + 1}`);
  db.close();
  expect(() => openSqlite(path)).toThrow(/newer chronicler/);
});

it("says that a file is damaged", () => {
  const path = fresh();
  const store = openSqlite(path);
  store.transaction(() => {
    for (let index = 0; index < 50; index++) store.facts.add(source(`${index}`.repeat(2000)));
  });
  store.close();
  const bytes = readFileSync(path);
  bytes.fill(0x5a, 4096);
  writeFileSync(path, bytes);
  const read = (): void => {
    const damaged = openSqlite(path);
    damaged.facts.all();
  };
  expect(read).toThrow(/damaged chronicle/);
});

it("says that the disk is full, and keeps what was there", () => {
  const path = fresh();
  const store = openSqlite(path);
  put(store, "one", article("a", "text"));
  store.close();
  const again = openSqlite(path, { maxPages: statSync(path).size / 4096 });
  const noise = randomBytes(100_000);
  const tooMuch = (): unknown =>
    again.transaction(() => again.facts.add({ bytes: noise, name: "big", given: {} }));
  expect(tooMuch).toThrow(/the disk is full/);
  expect(again.derived.articles()).toHaveLength(1);
  again.close();
});

/** A program that adds article after article to the chronicle named by its first argument, and names each on its output. */
const WRITER = `
  const { openSqlite } = await import(${JSON.stringify(new URL("./sqlite.ts", import.meta.url).href)});
  const [path, prefix, count] = process.argv.slice(1);
  const store = openSqlite(path);
  const layers = { sentences: [], tokens: [], names: [], timexes: [], entities: [], quotations: [], events: [], quantities: [] };
  const links = { origins: [], stories: [], entities: [], events: [], quotations: [], quantities: [] };
  for (let index = 0; index < Number(count); index++) {
    const id = prefix + index;
    store.transaction(() => {
      const text = (id + " bridge ").repeat(500);
      const bytes = new TextEncoder().encode(text);
      const kept = store.facts.add({ bytes, name: id, given: { outlet: prefix } });
      const article = { id, authors: [], published: { value: null, basis: "unknown" }, language: "en", text, blocks: [], dropped: [] };
      store.derived.setReports(kept, [{ article }]);
      for (const each of store.derived.unanalyzed()) store.derived.setLayers(each.report, layers);
      store.derived.setLinks(links, []);
    });
    process.stdout.write(id + "\\n");
  }
  store.close();
`;

function write(path: string, prefix: string, count: number): { done: Promise<string[]>; kill: () => void } {
  const args = ["--import", "tsx", "--input-type=module", "--eval", WRITER, path, prefix, String(count)];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    output += chunk;
  });
  const done = new Promise<string[]>((resolve) => {
    child.on("close", () => resolve(output.split("\n").slice(0, -1)));
  });
  return { done, kill: () => child.kill("SIGKILL") };
}

it("loses no article, and keeps no half of one, when its program is killed", async () => {
  const path = fresh();
  for (let round = 0; round < 2; round++) {
    const writer = write(path, `r${round}-`, 100_000);
    setTimeout(writer.kill, 1200 + 537 * round);
    const committed = await writer.done;
    const db = new Database(path);
    expect(db.pragma("quick_check", { simple: true })).toBe("ok");
    db.close();
    const store = openSqlite(path);
    const kept = store.derived.articles().filter((each) => each.id.startsWith(`r${round}-`));
    const ids = new Set(kept.map((each) => each.id));
    expect(committed.filter((id) => !ids.has(id))).toEqual([]);
    expect(store.derived.analyses()).toHaveLength(store.facts.all().length);
    expect(store.derived.unread()).toEqual([]);
    expect(store.derived.search("bridge", 100_000)).toHaveLength(store.facts.all().length);
    store.close();
  }
}, 60_000);

it("lets two programs write one new file", async () => {
  const path = fresh();
  const both = [write(path, "a", 40), write(path, "b", 40)];
  for (const each of both) expect(await each.done).toHaveLength(40);
  const store = openSqlite(path);
  expect(store.derived.articles()).toHaveLength(80);
  store.close();
}, 60_000);
