import type { PageDocument } from "./dom.ts";
import { collapse } from "./draft.ts";
import { fieldsOf, type PageTables, type Telling } from "./page-tables.ts";

/** Contents of the page's meta elements by name, in small letters, in the order of the page. */
export type Meta = ReadonlyMap<string, readonly string[]>;

const NAMING = ["property", "name", "itemprop", "http-equiv"] as const;

/** The page's meta elements. One may have several names: `itemprop="datePublished dateCreated"`. */
export function readMeta(document: PageDocument): Meta {
  const found = new Map<string, string[]>();
  for (const meta of document.querySelectorAll("meta")) {
    const content = collapse(meta.getAttribute("content") ?? meta.getAttribute("value") ?? "");
    const names = NAMING.flatMap((naming) => (meta.getAttribute(naming) ?? "").toLowerCase().split(/\s+/));
    for (const name of new Set(names)) {
      if (name !== "" && content !== "") found.set(name, [...(found.get(name) ?? []), content]);
    }
  }
  return found;
}

/** A meta element that tells something. */
export interface Told {
  readonly name: string;
  readonly content: string;
}

/** All that the meta elements tell of one thing, most telling first. */
export function toldBy(meta: Meta, tells: Telling, tables: PageTables): readonly Told[] {
  return fieldsOf(tables, "meta", tells).flatMap((name) =>
    (meta.get(name) ?? []).map((content) => ({ name, content })),
  );
}
