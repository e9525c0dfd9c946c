import { gunzipSync } from "node:zlib";
import { ChroniclerError } from "../../model/error.ts";
import { placeKey } from "./key.ts";

/**
 * Kinds of places, in the order of their numbers in the file: `region` is also a sea, an island, a river, a mountain;
 * `state` is a first-order division (province, oblast, state), `county` a second-order one; `section` is a part of a city.
 */
export const PLACE_KINDS = ["country", "region", "state", "county", "capital", "city", "section"] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** A place of the gazetteer. */
export interface Place {
  /** Degrees north and east, WGS 84. */
  readonly lat: number;
  readonly lon: number;
  /** ISO 3166-1 alpha-2; empty for what is in no one country. */
  readonly country: string;
  /** Country and first-order division as in GeoNames ("US.TX"); the country alone where none is known. */
  readonly division: string;
  readonly kind: PlaceKind;
  /** Inhabitants, two digits of it; 0 where unknown. */
  readonly population: number;
  /** GeoNames number; 0 where unknown. */
  readonly geonames: number;
}

/** Finds places by name. */
export interface Gazetteer {
  /** All places of this name, in whatever spelling; the most populous first within a kind. */
  lookup(name: string): readonly Place[];
}

/** First line of the unpacked file; the columns follow as little-endian arrays, and at the end the keys, one a line. */
interface Header {
  readonly format: "places/1";
  readonly rows: number;
  readonly divisions: readonly string[];
}

/** Units of a degree in which coordinates are kept: some 110 metres. */
export const DEGREE = 1000;

/**
 * Reads the file that `npm run gazetteer` makes. The rows are sorted by key, so that a name is found by halving.
 *
 * @throws ChroniclerError `bad-table` where it is no such file
 */
export function readGazetteer(packed: Uint8Array): Gazetteer {
  const bytes = gunzipSync(packed);
  const line = bytes.indexOf(10);
  const header = JSON.parse(bytes.toString("latin1", 0, line)) as Header;
  if (header.format !== "places/1") {
    throw new ChroniclerError(
      "bad-table",
      `The gazetteer has the format ${String(header.format)}, expected places/1; install the program again.`,
    );
  }
  const { rows, divisions } = header;
  let at = line + 1;
  const column = <T>(make: (buffer: ArrayBuffer) => T, size: number): T => {
    // A copy, because typed arrays begin at multiples of their size.
    const part = bytes.buffer.slice(bytes.byteOffset + at, bytes.byteOffset + at + rows * size);
    at += rows * size;
    return make(part as ArrayBuffer);
  };
  const lat = column((buffer) => new Int32Array(buffer), 4);
  const lon = column((buffer) => new Int32Array(buffer), 4);
  const geonames = column((buffer) => new Uint32Array(buffer), 4);
  const population = column((buffer) => new Uint32Array(buffer), 4);
  const division = column((buffer) => new Uint16Array(buffer), 2);
  const kind = column((buffer) => new Uint8Array(buffer), 1);
  const keys = new SortedLines(bytes.toString("latin1", at), rows);
  const place = (row: number): Place => ({
    lat: (lat[row] ?? 0) / DEGREE,
    lon: (lon[row] ?? 0) / DEGREE,
    country: (divisions[division[row] ?? 0] ?? "").slice(0, 2),
    division: divisions[division[row] ?? 0] ?? "",
    kind: PLACE_KINDS[kind[row] ?? 0] ?? "city",
    population: population[row] ?? 0,
    geonames: geonames[row] ?? 0,
  });
  return {
    lookup(name) {
      const key = placeKey(name);
      if (key === "") return [];
      const places: Place[] = [];
      for (let row = keys.firstAt(key); keys.at(row) === key; row++) places.push(place(row));
      return places;
    },
  };
}

/** Lines in alphabetical order. */
class SortedLines {
  private readonly starts: Uint32Array;

  constructor(
    private readonly text: string,
    private readonly count: number,
  ) {
    this.starts = new Uint32Array(count + 1);
    let start = 0;
    for (let i = 0; i < count; i++) {
      this.starts[i] = start;
      start = text.indexOf("\n", start) + 1;
    }
    this.starts[count] = start;
  }

  at(index: number): string | undefined {
    if (index >= this.count) return undefined;
    return this.text.slice(this.starts[index], (this.starts[index + 1] ?? 0) - 1);
  }

  /** Index of the first line that is not before the key. */
  firstAt(key: string): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.at(middle) ?? "") < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
