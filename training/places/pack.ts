import { gzipSync } from "node:zlib";
import { DEGREE, PLACE_KINDS, type PlaceKind } from "../../src/mention/place/gazetteer.ts";
import { placeKey } from "../../src/mention/place/key.ts";

/** A name of a place, as it will stand in the gazetteer. */
export interface PlaceRow {
  readonly name: string;
  readonly kind: PlaceKind;
  readonly lat: number;
  readonly lon: number;
  /** Country and first-order division: "US.TX"; "US" alone for what is in no one division; "" for no country. */
  readonly division: string;
  readonly population: number;
  readonly geonames: number;
}

/** The file that `readGazetteer` reads. */
export function packRows(given: readonly PlaceRow[]): Buffer {
  const rows = sorted(given);
  const divisions = [...new Set(rows.map(({ row }) => row.division))].sort();
  const numberOf = new Map(divisions.map((division, i) => [division, i]));
  const header = JSON.stringify({ format: "places/1", rows: rows.length, divisions });
  const bytes = (array: Int32Array | Uint32Array | Uint16Array | Uint8Array) => Buffer.from(array.buffer);
  const column = <T>(value: (row: PlaceRow) => T) => rows.map(({ row }) => value(row));
  const file = Buffer.concat([
    Buffer.from(`${header}\n`, "latin1"),
    bytes(Int32Array.from(column((row) => Math.round(row.lat * DEGREE)))),
    bytes(Int32Array.from(column((row) => Math.round(row.lon * DEGREE)))),
    bytes(Uint32Array.from(column((row) => row.geonames))),
    bytes(Uint32Array.from(column((row) => twoDigits(row.population)))),
    bytes(Uint16Array.from(column((row) => numberOf.get(row.division) ?? 0))),
    bytes(Uint8Array.from(column((row) => PLACE_KINDS.indexOf(row.kind)))),
    Buffer.from(rows.map(({ key }) => `${key}\n`).join(""), "latin1"),
  ]);
  return gzipSync(file, { level: 9 });
}

function sorted(rows: readonly PlaceRow[]): { key: string; row: PlaceRow }[] {
  const keyed = rows.map((row) => ({ key: placeKey(row.name), row })).filter(({ key }) => key !== "");
  const once = new Map(
    keyed.map((each) => {
      const { kind, division, lat, lon, geonames } = each.row;
      return [`${each.key}|${kind}|${division}|${geonames || `${lat},${lon}`}`, each];
    }),
  );
  const order = ({ row }: { row: PlaceRow }) => PLACE_KINDS.indexOf(row.kind);
  return [...once.values()].sort(
    (a, b) =>
      compare(a.key, b.key) ||
      order(a) - order(b) ||
      b.row.population - a.row.population ||
      a.row.geonames - b.row.geonames ||
      compare(a.row.division, b.row.division),
  );
}

/** By code units: the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** 2797553 as 2800000: more is not needed to weigh places, and packs badly. */
function twoDigits(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1);
  return Math.round(value / unit) * unit;
}
