import { groupBy } from "../../model/group.ts";
import type { EntityRule } from "../../model/link.ts";
import type { ShortNames } from "../../model/short-name.ts";
import type { Bearer, Cluster } from "./bearer.ts";
import { Clusters } from "./clusters.ts";
import type { NameTables } from "./tables.ts";

/** More names than this with one surname are not compared with each other: they are too many to tell apart. */
const MOST_OF_A_SURNAME = 60;

/** Where so many times more reports leave out "Jr." than have it, they mean the father. Set by hand. */
const FATHER = 10;

interface Why {
  readonly rule: EntityRule;
  readonly because: string;
}

/** Joins the full names of persons that are spellings, shorter forms or other orders of one name. */
export function joinFullNames(
  bearers: readonly Bearer[],
  { familyFirst, shortForms }: NameTables,
): readonly Cluster[] {
  const clusters = new Clusters(bearers);
  for (const same of groupBy(bearers, solid).values()) joinSpellings(same, clusters);
  // "Zhang Minhai" is "Minhai Zhang", but "Mohammed Omar" is not "Omar Mohammed".
  const turning = bearers.filter(({ name }) => name.words.some((word) => familyFirst.has(word)));
  for (const same of groupBy(turning, inAnyOrder).values()) joinOrders(same, clusters);
  for (const same of groupBy(bearers, surname).values())
    joinShorter(same, clusters, (a, b) => shortens(a, b) || isCalled(a, b, shortForms));
  for (const same of groupBy(bearers, opening).values()) joinShorter(same, clusters, opens);
  return clusters.all();
}

/** "al-Barqi" is "Barqi", though no report gives more of the name. */
export function joinBareNames(bearers: readonly Bearer[]): readonly Cluster[] {
  const clusters = new Clusters(bearers);
  for (const [a, ...same] of groupBy(bearers, ({ name }) => name.words.join(" ")).values())
    for (const b of same) if (a) tryJoin(a, b, spelling(a, b), clusters);
  return clusters.all();
}

/** All of its sounds, without the spaces: "Jin-ho" is "Jinho". */
function solid({ name }: Bearer): string {
  return name.sounds.join("");
}

function inAnyOrder({ name }: Bearer): string {
  return [...name.sounds].sort().join(" ");
}

function surname({ name }: Bearer): string {
  return name.sounds.at(-1) ?? "";
}

function opening({ name }: Bearer): string {
  return name.sounds.slice(0, 2).join(" ");
}

/** Father and son: where two such words stand, the name without one is of neither. */
function joinSpellings(same: readonly Bearer[], clusters: Clusters): void {
  const suffixes = new Set(same.map(({ name }) => name.suffix).filter((suffix) => suffix !== ""));
  for (const [i, a] of same.entries())
    for (const b of same.slice(i + 1, MOST_OF_A_SURNAME))
      if (a.name.suffix === b.name.suffix || (suffixes.size === 1 && areAsCommon(a, b)))
        tryJoin(a, b, spelling(a, b), clusters);
}

function areAsCommon(a: Bearer, b: Bearer): boolean {
  const counts = [a.members.length, b.members.length];
  return Math.max(...counts) < FATHER * Math.min(...counts);
}

function spelling(a: Bearer, b: Bearer): Why {
  const { words } = b.name;
  const isAlike = a.name.words.length === words.length;
  const pairs = a.name.words.flatMap((word, i) => (word === words[i] ? [] : [`${word} / ${words[i]}`]));
  if (isAlike && pairs.length === 0) return { rule: "spelling", because: `${a.shown} / ${b.shown}` };
  return { rule: "spelling", because: isAlike ? pairs.join(", ") : `${a.shown} / ${b.shown}` };
}

function joinOrders(same: readonly Bearer[], clusters: Clusters): void {
  for (const [i, a] of same.entries())
    for (const b of same.slice(i + 1, MOST_OF_A_SURNAME))
      if (a.name.words.length === 2 && solid(a) !== solid(b))
        tryJoin(a, b, { rule: "word-order", because: `${a.shown} / ${b.shown}` }, clusters);
}

function tryJoin(a: Bearer, b: Bearer, why: Why, clusters: Clusters): void {
  if (!clusters.areTold(a, b)) clusters.join(a, b, why);
}

/** A shorter name joins the one longer name it can be short for; the longest come first. */
function joinShorter(
  same: readonly Bearer[],
  clusters: Clusters,
  isShort: (a: Bearer, b: Bearer) => boolean,
): void {
  if (same.length < 2 || same.length > MOST_OF_A_SURNAME) return;
  const longestFirst = [...same].sort((a, b) => lengthOf(b) - lengthOf(a));
  for (const each of longestFirst) {
    const longer = longestFirst.filter((other) => other !== each && isShort(each, other));
    const [only, ...others] = new Set(longer.map((other) => clusters.of(other)));
    const [first] = longer;
    if (!only || !first || others.length > 0 || only === clusters.of(each)) continue;
    tryJoin(first, each, { rule: "shorter-name", because: `short for ${first.shown}` }, clusters);
  }
}

function lengthOf({ name }: Bearer): number {
  return 100 * name.words.length + name.text.length;
}

/** "Mira Olsen", "M. Olsen", "Mira J. Olsen" of "Mira Jane Olsen": the given names of the one in order among those of the other. */
function shortens(a: Bearer, b: Bearer): boolean {
  const [own, others] = [a.name.sounds.slice(0, -1), b.name.sounds.slice(0, -1)];
  if (own.length > others.length || lengthOf(a) >= lengthOf(b)) return false;
  if (a.name.suffix !== "" && b.name.suffix !== "" && a.name.suffix !== b.name.suffix) return false;
  let at = 0;
  for (const given of own) {
    while (at < others.length && !isGivenFor(given, others[at] ?? "")) at += 1;
    if (at === others.length) return false;
    at += 1;
  }
  return true;
}

/** "Hank Tamm" of "Henry Tamm" or "Henry J. Tamm": the given name is called by a short form, the others are left out. */
function isCalled(a: Bearer, b: Bearer, shortForms: ShortNames): boolean {
  const [[short = "", ...others], [full = ""]] = [a.name.words, b.name.words];
  return others.length === 1 && b.name.words.length > 1 && shortForms.get(short)?.has(full) === true;
}

function isGivenFor(given: string, full: string): boolean {
  return given === full || (given.length === 1 && full.startsWith(given));
}

/** "Juan Luis Rivera" of "Juan Luis Rivera Soto": the second family name is left out. */
function opens(a: Bearer, b: Bearer): boolean {
  const [own, others] = [a.name.sounds, b.name.sounds];
  return own.length > 2 && own.length < others.length && own.every((sound, i) => sound === others[i]);
}
