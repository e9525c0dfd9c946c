import type { Entity, Mention } from "../../model/entity.ts";
import type { Reading } from "../../model/layers.ts";
import { type Span, textSpan } from "../../model/span.ts";
import type { NameType, Token } from "../../model/token.ts";
import type { Place } from "./gazetteer.ts";
import { placeKey } from "./key.ts";
import { isGeneric, type PlaceTables } from "./tables.ts";
import { hasTownAfter, inListOfCounties, liesIn, writtenWithin } from "./written.ts";

/** Words for a place, with the name of the place that they stand for. */
export interface FoundPlace {
  readonly name: string;
  readonly mention: Mention;
}

/** Countries whose local news is in English. */
const ENGLISH_NEWS: ReadonlySet<string> = new Set(["US", "CA", "GB", "IE", "AU", "NZ", "ZA", "IN"]);
/** A town elsewhere that news in English may name without saying where it is has so many people. */
const LARGE = 100_000;

/** Names of places seldom have more words. */
const LONGEST = 4;

/** The name that a token is part of. */
interface Cover extends Span {
  readonly type: NameType;
  /** Whether the report calls it nothing else: a person of one word may be a town. */
  readonly lone: boolean;
  /** Whether it is a body that all know: the Pentagon is no place, and the New York Times is of none. */
  readonly known: boolean;
}

/** What already stands at each token. */
type Covering = readonly (Cover | undefined)[];

interface Sight {
  readonly reading: Reading<"tokens" | "entities">;
  readonly tables: PlaceTables;
  readonly covering: Covering;
  /** Keys of the places that the report names. */
  readonly known: ReadonlySet<string>;
}

/**
 * Words for places that are not yet mentions of one: demonyms, abbreviated states, places inside the names of
 * institutions, and names before the state that they lie in. Nothing within the name of a person is one.
 */
export function scanPlaces(reading: Reading<"tokens" | "entities">, tables: PlaceTables): FoundPlace[] {
  const { tokens, entities } = reading;
  const sight = { reading, tables, covering: coveringOf(tokens, entities), known: knownKeys(entities) };
  const found: FoundPlace[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const match = matchAt(at, sight);
    if (!match) continue;
    found.push(match.found);
    at += match.length - 1;
  }
  return found;
}

function coveringOf(tokens: readonly Token[], entities: readonly Entity[]): Covering {
  const covering: (Cover | undefined)[] = tokens.map(() => undefined);
  const starts = new Map(tokens.map((token, index) => [token.start, index]));
  for (const { type, mentions } of entities) {
    const names = mentions.filter(({ kind }) => kind === "name");
    const lone = new Set(names.map(({ text }) => text)).size === 1;
    for (const { start, end, rule } of names) {
      for (let at = starts.get(start) ?? tokens.length; (tokens[at]?.start ?? end) < end; at++)
        covering[at] = { type, lone, known: rule === "known-body", start, end };
    }
  }
  return covering;
}

function knownKeys(entities: readonly Entity[]): ReadonlySet<string> {
  const places = entities.filter(({ type }) => type === "place");
  const names = places.flatMap(({ name, mentions }) => [
    name,
    ...mentions.flatMap(({ kind, text, rule }) =>
      kind === "name" && rule !== "capital-for-government" ? [text] : [],
    ),
  ]);
  return new Set(names.map(placeKey).filter((key) => key !== ""));
}

interface Match {
  readonly found: FoundPlace;
  /** Tokens that it takes. */
  readonly length: number;
}

/** The longest words for a place that begin at a token. */
function matchAt(at: number, sight: Sight): Match | undefined {
  const { tokens } = sight.reading;
  const first = tokens[at];
  if (!first || !/^(?!The$)\p{Lu}/u.test(first.text) || !isOpen(at, sight)) return undefined;
  for (let length = LONGEST; length > 0; length--) {
    const last = tokens[at + length - 1];
    if (!last || last.sentence !== first.sentence || !/^[\p{Lu}]/u.test(last.text)) continue;
    if (!isOpen(at + length - 1, sight)) continue;
    const found = judge({ at, length, start: first.start, end: last.end }, sight);
    if (found) return { found, length };
  }
  return undefined;
}

/** Whether the token is part of no place's or well-known body's name, and of no person's of whom the report tells more. */
function isOpen(at: number, { covering }: Sight): boolean {
  const cover = covering[at];
  return cover?.type !== "place" && !cover?.known && (cover?.type !== "person" || cover.lone);
}

/** Whether the words are all of what was taken for a person's name; "D-" of a party does not count. */
function isWholePerson({ at, start, end }: Words, { covering, reading: { article } }: Sight): boolean {
  const cover = covering[at];
  const [before, after] = [article.text.slice(cover?.start, start), article.text.slice(end, cover?.end)];
  return cover?.type === "person" && /^(?:\p{Lu}{1,3}-)?$/u.test(before) && /^\.?$/u.test(after);
}

interface Words extends Span {
  readonly at: number;
  readonly length: number;
}

function judge(words: Words, sight: Sight): FoundPlace | undefined {
  const text = sight.reading.article.text.slice(words.start, words.end);
  const { tables, covering } = sight;
  const person = covering[words.at]?.type === "person";
  if (text.includes("\n") || (person && !isWholePerson(words, sight))) return undefined;
  const demonym = person ? undefined : tables.demonyms.get(text);
  if (demonym !== undefined)
    return isOfPlace(words, sight) && !isElsewhere(words, sight)
      ? found(words, sight, { name: demonym, rule: "demonym" })
      : undefined;
  const pointed =
    sight.reading.article.text[words.end] === "." ? tables.abbreviations.get(`${text}.`) : undefined;
  if (pointed && !text.includes(".")) return judge({ ...words, end: words.end + 1 }, sight);
  const shortened = tables.abbreviations.get(text);
  if (shortened) {
    const sure = !shortened.postal && (text.match(/\./gu) ?? []).length > 1;
    const placed = sure || followsName(words, sight) || (!shortened.postal && opensPhrase(words, sight));
    return placed ? found(words, sight, { name: shortened.name, rule: "abbreviated-state" }) : undefined;
  }
  const places = tables.gazetteer.lookup(text);
  const rule = person ? townRule(words, places, sight) : placeRule({ words, text, places }, sight);
  return rule === undefined ? undefined : found(words, sight, { name: text, rule });
}

function found(words: Words, { reading }: Sight, { name, rule }: { name: string; rule: string }): FoundPlace {
  const mention: Mention = { ...textSpan(reading.article.text, words.start, words.end), kind: "name", rule };
  return { name, mention };
}

/** A language is called as its people are: "in English" is of no place, "an English town" is. */
function isOfPlace({ at, length }: Words, { reading: { tokens } }: Sight): boolean {
  const last = tokens[at + length - 1];
  const next = tokens[at + length];
  const before = tokens[at - 1]?.text ?? "";
  const american = tokens[at]?.text.startsWith("American") ?? false;
  if (before === "Native" || (american && before === "-")) return false;
  if (last?.text.endsWith("s")) return true;
  const governs = next?.sentence === last?.sentence && /^(?:NOUN|PROPN|ADJ)$/u.test(next?.upos ?? "");
  return governs || last?.upos === "ADJ" || next?.text === "-";
}

/** "Newtown, Ala.": a shortened state follows the name of a place and a comma. */
function followsName({ at }: Words, { reading: { tokens } }: Sight): boolean {
  const before = tokens[at - 2];
  return tokens[at - 1]?.text === "," && /^\p{Lu}/u.test(before?.text ?? "");
}

/** "Mass. lawmakers", "D-Calif.": a state in a headline, or of a member of parliament. */
function opensPhrase({ start, end }: Words, { reading: { article } }: Sight): boolean {
  const { text } = article;
  return (
    (/\.$/u.test(text.slice(start, end)) && /^ \p{Ll}/u.test(text.slice(end, end + 2))) ||
    isOfParty(text, start)
  );
}

function isOfParty(text: string, start: number): boolean {
  return /[ (](?:D|R|I|DFL)-$/u.test(text.slice(Math.max(0, start - 5), start));
}

const COUNTY = /^\p{Lu}[\p{L}.'’]*(?: \p{Lu}[\p{L}.'’]*){0,2} (?:County|Parish)$/u;

function placeRule(
  { words, text, places }: { words: Words; text: string; places: readonly Place[] },
  sight: Sight,
): string | undefined {
  if (COUNTY.test(text)) return "county";
  const listed = inListOfCounties(sight.reading.article.text, words);
  if (listed && sight.tables.gazetteer.lookup(`${text} County`).length > 0) return "listed-county";
  if (places.length === 0 || isGeneric(text, sight.tables) || isElsewhere(words, sight)) return undefined;
  if (beginsInstitution({ ...words, length: words.length - 1 }, sight, true)) return undefined;
  if (sight.known.has(placeKey(text))) return "named-place";
  if (places.some(isWide) && isProper(words, sight)) return "place-name";
  if (isTitled(words, sight) || !places.some(isTown)) return undefined;
  if (beginsInstitution(words, sight)) return "institution-of-place";
  if (opensReport(words, sight)) return "dateline";
  if (writtenWithin(sight.reading.article.text, words, sight.tables)) return "written-within";
  return isHome(words, sight) ? "home-of-person" : undefined;
}

/** Countries, regions, and states that readers of English know: their names are seldom anything else. */
function isWide({ kind, country }: Place): boolean {
  return kind === "country" || kind === "region" || (kind === "state" && ENGLISH_NEWS.has(country));
}

/** "Turkey" may begin a sentence on the bird. */
function isProper({ at, length }: Words, { reading: { tokens } }: Sight): boolean {
  return tokens[at + length - 1]?.upos === "PROPN";
}

/** Villages all over the world bear the names of persons and things: small ones count where English is spoken. */
function isTown({ kind, country, population }: Place): boolean {
  return kind !== "region" && (ENGLISH_NEWS.has(country) || population > LARGE);
}

/** What is written around a word that was taken for a person, when only a town can stand there. */
function townRule(words: Words, places: readonly Place[], sight: Sight): string | undefined {
  if (
    !places.some(isTown) ||
    isGeneric(sight.reading.article.text.slice(words.start, words.end), sight.tables)
  )
    return undefined;
  const { text } = sight.reading.article;
  const within = writtenWithin(text, words, sight.tables);
  if (within?.sure && places.some((place) => within.places.some((wide) => liesIn(place, wide))))
    return "written-within";
  if (hasTownAfter(text, words, { towns: sight.tables.telling })) return "institution-of-place";
  if (opensReport(words, sight)) return "dateline";
  return isHome(words, sight) ? "home-of-person" : undefined;
}

/** "Anna Weiss of Newtown", "Anna Weiss, 34, of Newtown", "Senator Weiss, R-Newtown". */
function isHome({ at, start }: Words, { reading: { article, tokens }, covering }: Sight): boolean {
  const before = article.text.slice(Math.max(0, start - 12), start);
  const ofPerson = tokens[at - 1]?.text === "of" && covering[at - 2]?.type === "person";
  return ofPerson || /, \d{1,3}, of $/u.test(before) || isOfParty(article.text, start);
}

/** "NEWTOWN — Two men …", at the beginning of a sentence: the place from which the report comes. */
function opensReport({ at, start, end }: Words, { reading: { article, tokens } }: Sight): boolean {
  const first = tokens[at - 1]?.sentence !== tokens[at]?.sentence;
  const words = article.text.slice(start, end);
  return (
    first && /^[\p{Lu} .'’]{4,}$/u.test(words) && /^ ?(?:—|–|--?) ?/u.test(article.text.slice(end, end + 4))
  );
}

/** "The London Times": a paper is of no place that matters here. */
function isElsewhere({ at, length }: Words, { reading: { tokens }, tables }: Sight): boolean {
  return tables.elsewhere.has(tokens[at + length]?.text.toLowerCase() ?? "");
}

/** "John Radcliffe Hospital": with another name right before, the words may be anybody's. */
function isTitled({ at }: Words, { reading: { tokens } }: Sight): boolean {
  const [before, word] = [tokens[at - 1], tokens[at]];
  return before?.sentence === word?.sentence && before?.upos === "PROPN";
}

/** "Springfield High School", "a Springfield man": words that name what a town has follow, `two` of them where asked for. */
function beginsInstitution(
  words: Words,
  { reading: { article, tokens }, tables }: Sight,
  two = false,
): boolean {
  const { at, length } = words;
  const following = tokens.slice(at + length, at + length + 2);
  const [first = "", second = ""] = following.map(({ text, sentence }) =>
    sentence === tokens[at]?.sentence ? text.toLowerCase() : "",
  );
  if (length === 0) return false;
  if (!two && hasTownAfter(article.text, words, { towns: tables.local })) return true;
  const capital = /^\p{Lu}/u.test(following[0]?.text ?? "");
  return (
    capital && ((!two && tables.institutions.has(first)) || tables.institutions.has(`${first} ${second}`))
  );
}
