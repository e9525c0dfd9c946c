import { ChroniclerError, dateInWords, type SearchHit } from "../index.ts";
import { type CommandArguments, chroniclePath, numberOf } from "./arguments.ts";
import { didYouMean } from "./not-found.ts";
import { withChronicle } from "./open.ts";
import { plain, print, printJson } from "./output.ts";
import { UsageError } from "./problem.ts";
import { outputStyle, outputWidth } from "./style.ts";
import { wrap } from "./wrap.ts";

const MOST = 1000;

/** Words of a snippet that were found stand between these. */
const [START, END] = ["\u0002", "\u0003"] as const;

/** Lines of a snippet, its found words in bold; each word has its own marks, as a line may end between two. */
function snippetLines(snippet: string, width: number): string[] {
  const { bold } = outputStyle();
  const found = snippet.split(START).map((part, index) => {
    if (index === 0) return part;
    const [words = "", rest = ""] = part.split(END);
    return words.replace(/\S+/gu, `${START}$&${END}`) + rest;
  });
  const toBold = (part: string, index: number): string => {
    const [word = "", rest = ""] = index === 0 ? ["", part] : part.split(END);
    return (word && bold(plain(word))) + plain(rest);
  };
  return wrap(found.join(""), width).map((line) => line.split(START).map(toBold).join(""));
}

function block(hit: SearchHit): string[] {
  const { bold, dim } = outputStyle();
  const width = outputWidth();
  const where = [hit.outlet, hit.published && dateInWords(hit.published), hit.article]
    .filter(Boolean)
    .join(" · ");
  return [
    ...wrap(plain(hit.title ?? "Without a title"), width).map(bold),
    ...wrap(plain(where), width).map(dim),
    ...snippetLines(hit.snippet, width - 2).map((line) => `  ${line}`),
  ];
}

export function run(given: CommandArguments): Promise<number> {
  const limit = numberOf(given, "limit", { from: 1, to: MOST, otherwise: 20 });
  const words = given.operands.join(" ");
  if (!/[\p{L}\p{N}]/u.test(words)) throw new UsageError(`Expected words to search for, not ${words}`);
  return withChronicle(given, (chronicle) => {
    const hits = chronicle.search(words, limit);
    if (given.values.json) printJson(hits);
    else if (hits.length > 0) print(hits.map((hit) => block(hit).join("\n")).join("\n\n"));
    else {
      const others = didYouMean(chronicle.similarNames(words));
      throw new ChroniclerError("not-found", `No report in ${chroniclePath(given)} holds ${words}${others}`);
    }
    return 0;
  });
}
