import { kilometres } from "./distance.ts";
import type { Place } from "./gazetteer.ts";

/** Places that a report names together are seldom farther from each other, in kilometres. */
export const NEARBY = 100;
/** A sense that is less likely than this supports nothing. */
const LEAST_SHARE = 0.02;
/** More support than this is worth no more: the search for what is near ends. */
const ENOUGH = 6;
const KILOMETRES_OF_DEGREE = 111;

/** A sense of a name, and how likely it is among the senses of the name. */
export interface Sense {
  readonly place: Place;
  readonly share: number;
  /** Which of the names it is a sense of. */
  readonly name: number;
}

/** How many names, each by the share of its senses, lie in the same division and country, and near. */
export interface Support {
  readonly division: number;
  readonly country: number;
  readonly near: number;
}

/** What the names of a report mean by now. Sums by division, country and square of one degree keep the work in bounds. */
export class Senses {
  private readonly divisions = new Map<string, number>();
  private readonly countries = new Map<string, number>();
  private readonly squares = new Map<string, Sense[]>();
  private readonly own: Map<string, number>[] = [];

  constructor(senses: Iterable<Sense>) {
    for (const sense of senses) if (sense.share >= LEAST_SHARE) this.add(sense);
  }

  private add(sense: Sense): void {
    const { place, share, name } = sense;
    const { country, division } = place;
    this.own[name] ??= new Map();
    const own = this.own[name];
    if (country !== "") {
      raise(this.countries, country, share);
      raise(own, country, share);
    }
    if (isDivision(place)) {
      raise(this.divisions, division, share);
      raise(own, division, share);
    }
    if (!isPoint(place)) return;
    const square = squareOf(Math.floor(place.lat), Math.floor(place.lon));
    const there = this.squares.get(square) ?? [];
    this.squares.set(square, there);
    there.push(sense);
  }

  /** What the other names give to a sense of this one. */
  supportOf(place: Place, name: number): Support {
    const own = this.own[name];
    const others = (sums: ReadonlyMap<string, number>, key: string) =>
      Math.max(0, (sums.get(key) ?? 0) - (own?.get(key) ?? 0));
    return {
      division: isDivision(place) ? others(this.divisions, place.division) : 0,
      country: place.country === "" ? 0 : others(this.countries, place.country),
      near: isPoint(place) ? this.near(place, name) : 0,
    };
  }

  private near(place: Place, name: number): number {
    const [lat, lon] = [Math.floor(place.lat), Math.floor(place.lon)];
    const width = Math.cos((Math.min(80, Math.abs(place.lat)) * Math.PI) / 180);
    const reach = Math.ceil(NEARBY / (KILOMETRES_OF_DEGREE * width));
    let sum = 0;
    for (let y = lat - 1; y <= lat + 1; y++) {
      for (let x = lon - reach; x <= lon + reach; x++) {
        for (const sense of this.squares.get(squareOf(y, x)) ?? []) {
          if (sense.name !== name && kilometres(place, sense.place) < NEARBY) sum += sense.share;
          if (sum > ENOUGH) return sum;
        }
      }
    }
    return sum;
  }
}

function raise(sums: Map<string, number>, key: string, by: number): void {
  sums.set(key, (sums.get(key) ?? 0) + by);
}

function squareOf(lat: number, lon: number): string {
  return `${lat},${lon}`;
}

/** More than the country. */
function isDivision({ division }: Place): boolean {
  return division.length > 2;
}

/** Countries, states and regions are too wide to be near something. */
export function isPoint({ kind }: Place): boolean {
  return kind !== "country" && kind !== "state" && kind !== "region";
}
