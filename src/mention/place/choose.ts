import { kilometres } from "./distance.ts";
import type { Place, PlaceKind } from "./gazetteer.ts";
import { isPoint, NEARBY, type Sense, Senses } from "./support.ts";

/** A name of a report, with the places it may mean. One name has one sense in one report. */
export interface Surface<Of> {
  /** The name, in its plain spelling. */
  readonly key: string;
  /** What bears it. */
  readonly of: readonly Of[];
  readonly candidates: readonly Place[];
  /** Candidates that the report's own words pick: "Paris, Texas". */
  readonly written: ReadonlySet<Place>;
  /** Whether the outlet bears this name: "The Newtown Herald". */
  readonly namesake: boolean;
  /** Whether words for what a town has follow it: "Lebanon police". */
  readonly town: boolean;
}

/** Weights are natural logarithms of odds: two more make a sense some seven times as likely. */
const KIND_WEIGHT: Readonly<Record<PlaceKind, number>> = {
  country: 14.6,
  region: 12,
  state: 1,
  county: 2,
  capital: 2,
  city: 0,
  section: -2,
};
/** Countries whose states and provinces readers of English know by name. */
const KNOWN_STATES: ReadonlySet<string> = new Set(["US", "CA", "AU", "GB"]);
const KNOWN_STATE = 3;
const KNOWN_CAPITAL = 4;
/** A place with less is as likely none that the gazetteer knows. */
const LEAST = 5;
const ENGLISH: ReadonlySet<string> = new Set(["US", "CA", "AU", "GB", "IE", "NZ", "ZA", "IN"]);
const PER_POPULATION = 0.7;
const WRITTEN = 12;
const SAME_DIVISION = 8;
const SAME_COUNTRY = 3;
const NEAR = 4;
const HOME = 6;
/** A paper named after a town, in English, is of a country that speaks it. */
const NAMESAKE = 5;
/** A country or state has no mayor. */
const TOWN = 8;
/** A sense must be so much likelier than any that lies elsewhere. */
const MARGIN = 0.3;
/** At first all senses are near to each other, so that names can agree on one that is the likeliest of none of them. */
const COOLING = [4, 2, 1, 1];
/** A name such as "San José" has hundreds of bearers: the first count, sorted by kind and population. */
const MOST_CANDIDATES = 60;

/**
 * The place that each name means; names of which it is not known are left out.
 *
 * @param home country of the outlet by its address (ISO 3166-1 alpha-2), where that tells
 */
export function choosePlaces<Of>(
  surfaces: readonly Surface<Of>[],
  home: string | undefined,
): ReadonlyMap<Of, Place> {
  const fields = surfaces.map((surface) => new Field(surface, home));
  for (const heat of COOLING) {
    const senses = new Senses(fields.flatMap((field, name) => field.senses(name, heat)));
    fields.forEach((field, name) => {
      field.weigh(senses, name);
    });
  }
  return new Map(
    fields.flatMap((field) => {
      const best = field.best();
      return best ? field.surface.of.map((of) => [of, best] as const) : [];
    }),
  );
}

/** The candidates of one name with their weights. */
class Field<Of> {
  readonly candidates: readonly Place[];
  private readonly prior: readonly number[];
  private scores: number[];

  constructor(
    readonly surface: Surface<Of>,
    home: string | undefined,
  ) {
    const first = surface.candidates.slice(0, MOST_CANDIDATES);
    this.candidates = [...first, ...[...surface.written].filter((place) => !first.includes(place))];
    this.prior = this.candidates.map(
      (place) =>
        priorOf(place) +
        (surface.written.has(place) ? WRITTEN : 0) +
        (home !== undefined && place.country === home ? HOME : 0) +
        (surface.namesake && ENGLISH.has(place.country) ? NAMESAKE : 0) -
        (surface.town && !isPoint(place) ? TOWN : 0),
    );
    this.scores = [...this.prior];
  }

  /** How likely each candidate is; the shares sum to one. */
  senses(name: number, heat: number): Sense[] {
    const most = Math.max(...this.scores);
    const odds = this.scores.map((score) => Math.exp((score - most) / heat));
    const sum = odds.reduce((a, b) => a + b, 0);
    return this.candidates.map((place, i) => ({ place, share: (odds[i] ?? 0) / sum, name }));
  }

  /** Weighs each candidate by what the other names of the report mean. */
  weigh(senses: Senses, name: number): void {
    this.scores = this.candidates.map((place, i) => {
      const { division, country, near } = senses.supportOf(place, name);
      return (
        (this.prior[i] ?? 0) +
        SAME_DIVISION * saturated(division) +
        SAME_COUNTRY * saturated(country) +
        NEAR * saturated(near)
      );
    });
  }

  best(): Place | undefined {
    const order = this.candidates
      .map((place, i) => ({ place, score: this.scores[i] ?? 0 }))
      .sort((a, b) => b.score - a.score);
    const [first] = order;
    if (!first || first.score < LEAST) return undefined;
    const rival = order.find(({ place }) => kilometres(place, first.place) > NEARBY);
    return rival && first.score - rival.score < MARGIN ? undefined : first.place;
  }
}

function priorOf({ kind, population, country }: Place): number {
  const bonus = kind === "state" ? KNOWN_STATE : kind === "capital" ? KNOWN_CAPITAL : 0;
  const known = KNOWN_STATES.has(country) ? bonus : 0;
  const wide = kind === "country" || kind === "region";
  return KIND_WEIGHT[kind] + known + (wide ? 0 : PER_POPULATION * Math.log(population + 300));
}

/** Much support is worth little more than some. */
function saturated(support: number): number {
  return 1 - Math.exp(-support);
}
