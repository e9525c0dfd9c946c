import { groupBy } from "../../model/group.ts";
import type { EntityRule } from "../../model/link.ts";
import { type Bearer, type Cluster, type Member, reportsOf } from "./bearer.ts";
import type { NameTables } from "./tables.ts";

/**
 * Where several bear a surname, it means him alone whom so many more reports name in full, and at least so many:
 * news gives the full name of all but the best known. Set by hand on stories of several months.
 */
const FAR_MORE = 5;
const MANY = 5;
/** "Joseph" by itself is a given name, unless so many reports name one whose surname it is. */
const KNOWN_BY_GIVEN_NAME = 3;
/**
 * News gives the full name when it tells of somebody: a bare name that so many times more reports have, and at least
 * `MANY`, is somebody or something else.
 */
const FAR_BARER = 5;
/** Shorter words sound alike by chance. */
const SHORTEST_SOUND = 4;

/** One who bears a surname, with the reports that name him in full. */
interface Owner {
  readonly cluster: Cluster;
  readonly reports: ReadonlySet<string>;
}

type BySurname = ReadonlyMap<string, readonly Owner[]>;

/** Who bears each surname, as it is written and as it sounds, and each family name that stands first. */
export class Surnames {
  readonly #tables: NameTables;
  readonly #written: BySurname;
  readonly #sounding: BySurname;
  readonly #first: BySurname;

  constructor(clusters: readonly Cluster[], tables: NameTables) {
    this.#tables = tables;
    const { familyFirst } = tables;
    const owners = clusters.map(toOwner);
    this.#written = byWord(owners, (bearer) => surnameOf(bearer, tables)?.word);
    this.#sounding = byWord(owners, (bearer) => surnameOf(bearer, tables)?.sound);
    this.#first = byWord(owners, ({ name }) =>
      familyFirst.has(name.words[0] ?? "") ? name.words[0] : undefined,
    );
  }

  /** Joins a bare surname to the one person who bears it; gives what belongs to nobody. */
  assign(bearer: Bearer): readonly Member[] {
    const [word, sound] = [bearer.name.words[0] ?? "", bearer.name.sounds[0] ?? ""];
    const isGiven = this.#tables.given.has(word);
    const mayVary = !isGiven && sound.length >= SHORTEST_SOUND;
    const tried: readonly (readonly [EntityRule, readonly Owner[]])[] = [
      ["surname", this.#written.get(word) ?? []],
      ["surname-spelling", mayVary ? (this.#sounding.get(sound) ?? []) : []],
      ["family-name-first", this.#first.get(word) ?? []],
    ];
    const [rule, bearers] = tried.find(([, found]) => found.length > 0) ?? ["surname", []];
    const owner = ownerAmong(bearers);
    if (!owner) return bearer.members;
    if (isGiven && rule !== "family-name-first" && owner.reports.size < KNOWN_BY_GIVEN_NAME)
      return bearer.members;
    // A report that names one of them in full and leaves the surname by itself means somebody else.
    const named = new Set(bearers.flatMap(({ reports }) => [...reports]));
    const members = bearer.members.filter(({ analysis }) => !named.has(analysis.article.id));
    if (members.length >= MANY && members.length > FAR_BARER * owner.reports.size) return bearer.members;
    if (members.length > 0)
      owner.cluster.joined.push({ bearer, members, rule, because: because(rule, owner, bearers.length) });
    return bearer.members.filter((member) => !members.includes(member));
  }
}

/**
 * The last word, but not of "Zhang Minhai", "Jones-Drew" or "Mira of Norva", who are called otherwise. "Kim Clark" is a
 * Clark, for that is a known surname.
 */
function surnameOf(
  { name }: Bearer,
  { familyFirst, surnames }: NameTables,
): { readonly word: string; readonly sound: string } | undefined {
  const [word = "", sound = ""] = [name.words.at(-1), name.sounds.at(-1)];
  const isFirst = familyFirst.has(name.words[0] ?? "") && !surnames.has(word);
  return isFirst || name.isHyphened || name.words.includes("of") ? undefined : { word, sound };
}

function toOwner(cluster: Cluster): Owner {
  return { cluster, reports: new Set(cluster.joined.flatMap(({ members }) => [...reportsOf(members)])) };
}

function byWord(owners: readonly Owner[], wordOf: (bearer: Bearer) => string | undefined): BySurname {
  const pairs = owners.flatMap((owner) =>
    [...new Set(owner.cluster.joined.map(({ bearer }) => wordOf(bearer)))].flatMap((word) =>
      word === undefined ? [] : [{ word, owner }],
    ),
  );
  const groups = groupBy(pairs, ({ word }) => word);
  return new Map([...groups].map(([word, found]) => [word, found.map(({ owner }) => owner)]));
}

function ownerAmong(bearers: readonly Owner[]): Owner | undefined {
  const [first, ...others] = [...bearers].sort((a, b) => b.reports.size - a.reports.size);
  if (!first || others.length === 0) return first;
  const rest = others.reduce((sum, each) => sum + each.reports.size, 0);
  return first.reports.size >= MANY && first.reports.size >= FAR_MORE * rest ? first : undefined;
}

function because(rule: EntityRule, { cluster }: Owner, bearers: number): string {
  const commonest = cluster.joined.reduce((most, each) =>
    each.members.length > most.members.length ? each : most,
  );
  const name = commonest.bearer.shown;
  const what = rule === "family-name-first" ? "family name" : "surname";
  return bearers > 1
    ? `${what} of ${name}, whom far more of these reports name than others who bear it`
    : `${what} of ${name}, who alone bears it in these reports`;
}
