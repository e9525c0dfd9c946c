import { parseTable } from "../model/table.ts";

/** The small words of a language. */
export interface LanguageWords {
  /** BCP 47. */
  readonly language: string;
  readonly words: ReadonlySet<string>;
  readonly example: string;
}

const PATH = "data/article-language.tsv";

/**
 * Reads the small words of languages.
 *
 * @throws ChroniclerError `bad-table`
 */
export function loadLanguageWords(read: (path: string) => Uint8Array): readonly LanguageWords[] {
  return parseTable(PATH, read(PATH), ["language", "words", "example"] as const).map((row) => ({
    language: row.language,
    words: new Set(row.words.split(" ")),
    example: row.example,
  }));
}

/** As many words of the text are looked at. */
const SAMPLE = 2_000;
/** Scripts that one language of news is written in. */
const SCRIPTS: readonly (readonly [language: string, script: RegExp])[] = [
  ["ja", /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ["ko", /\p{Script=Hangul}/gu],
  ["th", /\p{Script=Thai}/gu],
  ["zh", /\p{Script=Han}/gu],
];
/** A text in such a script has so many of its letters in it. */
const SCRIPT_SHARE = 0.2;

function byScript(text: string): string | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const found = SCRIPTS.find(([, script]) => (text.match(script)?.length ?? 0) > letters * SCRIPT_SHARE);
  return found?.[0] ?? null;
}

/** So many small words tell a language. */
const MIN_HITS = 8;
/** And so many times as many as those of the next. */
const MARGIN = 1.4;

/** The language of the text (BCP 47); null where it is too short, or could be of several. */
export function languageOf(text: string, languages: readonly LanguageWords[]): string | null {
  const sample = text.slice(0, SAMPLE * 10);
  const script = byScript(sample);
  if (script !== null) return script;
  const words = (sample.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []).slice(0, SAMPLE);
  const hits = languages.map(({ language, words: small }) => ({
    language,
    count: words.filter((word) => small.has(word)).length,
  }));
  const [best, next] = hits.toSorted((a, b) => b.count - a.count);
  if (best === undefined || best.count < MIN_HITS) return null;
  return best.count >= (next?.count ?? 0) * MARGIN ? best.language : null;
}

/**
 * The language of a report: what its page states, unless its words clearly are of another; English where
 * nothing tells.
 */
export function reportLanguage(
  stated: string | undefined,
  text: string,
  languages: readonly LanguageWords[],
): string {
  const tag = /^[a-z]{2,3}(?:[-_][a-z\d]{2,8})*$/i.test(stated ?? "")
    ? stated?.replaceAll("_", "-")
    : undefined;
  const found = languageOf(text, languages);
  if (tag === undefined) return found ?? "en";
  const primary = tag.split("-")[0]?.toLowerCase();
  // Languages close to each other share their small words; the page knows better which it is.
  const isKnown =
    languages.some(({ language }) => language === primary) || SCRIPTS.some(([id]) => id === primary);
  return found === null || found === primary || !isKnown ? tag : found;
}
