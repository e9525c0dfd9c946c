import { ChroniclerError } from "../../model/error.ts";
import { parseTable, type Row } from "../../model/table.ts";
import { Lexicon } from "./lexicon.ts";
import { compilePattern, type Pattern } from "./pattern.ts";
import { RuleIndex } from "./rule-index.ts";
import { TenseWords } from "./tense-words.ts";

/** A row of a rule table. */
export interface Rule {
  readonly id: string;
  /** Kind of expression it makes: day, month, duration, set … or `none` for what only looks like one. */
  readonly makes: string;
  readonly pattern: Pattern;
  /** Name of the resolver, and its constant arguments. */
  readonly resolver: string;
  readonly args: Readonly<Record<string, string>>;
  /** Rules see what rules of lower stages found. */
  readonly stage: number;
  /** Place in the tables: of two equal matches the earlier rule wins. */
  readonly order: number;
  /** A sentence with the expression in square brackets. */
  readonly example: string;
  /** Publication day of the example. */
  readonly anchor: string;
  /** TIMEX3 value of the expression in the example. */
  readonly value: string;
  readonly mod: string;
}

/** Rules and words of the time tagger, read once. */
export interface TimexTables {
  readonly rules: readonly Rule[];
  readonly stages: number;
  readonly lexicon: Lexicon;
  /** Words that show in which direction the verb of their clause points. */
  readonly tense: TenseWords;
  readonly index: RuleIndex;
}

// Of two equal matches the one of the earlier table wins.
const RULE_TABLES = ["dates", "periods", "relative", "sets", "vague", "durations", "lookalikes"].map(
  (theme) => `data/en/timex-${theme}.tsv`,
);
const RULE_COLUMNS = ["id", "makes", "pattern", "resolve", "example", "anchor", "value"] as const;
const WORD_TABLE = "data/en/timex-words.tsv";
const HOLIDAY_TABLE = "data/en/timex-holidays.tsv";
const EVENT_TABLE = "data/en/timex-events.tsv";
const TENSE_TABLE = "data/en/timex-tense.tsv";

/** Loads rules and words; `read` gives the bytes of a file by its path in the package. */
export function loadTimexTables(read: (path: string) => Uint8Array): TimexTables {
  const rules = RULE_TABLES.flatMap((path) => parseTable(path, read(path), RULE_COLUMNS)).map(readRule);
  const words = parseTable(WORD_TABLE, read(WORD_TABLE), ["class", "word", "value"]);
  const named = [
    ...classRows("holiday", parseTable(HOLIDAY_TABLE, read(HOLIDAY_TABLE), ["word", "value", "source"])),
    ...classRows("event", parseTable(EVENT_TABLE, read(EVENT_TABLE), ["word", "value", "source"])),
  ];
  const tense = parseTable(TENSE_TABLE, read(TENSE_TABLE), ["word", "direction"]);
  const lexicon = new Lexicon([...words, ...named]);
  return {
    rules,
    stages: Math.max(...rules.map((rule) => rule.stage)),
    lexicon,
    index: new RuleIndex(rules, lexicon),
    tense: new TenseWords(tense),
  };
}

function classRows(name: string, rows: readonly Row<"word" | "value">[]): Row<"class" | "word" | "value">[] {
  return rows.map((row) => ({ class: name, word: row.word, value: row.value }));
}

function readRule(row: Row<(typeof RULE_COLUMNS)[number]>, order: number): Rule {
  const [resolver = "", ...args] = row.resolve.split(" ");
  const pattern = compilePattern(row.pattern);
  if (!/\[.+\]/.test(row.example)) {
    throw new ChroniclerError(
      "bad-table",
      `Rule ${row.id}: the example must show the expression in [brackets].`,
    );
  }
  const { stage = "", mod = "" } = row as Readonly<Record<string, string>>;
  const builds = pattern.elements.some((element) => element.kind === "timex");
  return {
    id: row.id,
    makes: row.makes,
    pattern,
    resolver,
    args: Object.fromEntries(
      args.map((arg) => [arg.slice(0, arg.indexOf("=")), arg.slice(arg.indexOf("=") + 1)]),
    ),
    stage: stage === "" ? (builds ? 2 : 1) : Number(stage),
    order,
    example: row.example,
    anchor: row.anchor,
    value: row.value,
    mod,
  };
}
