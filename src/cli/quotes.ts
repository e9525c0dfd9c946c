import { ChroniclerError, type LinkedQuotation } from "../index.ts";
import { type CommandArguments, chroniclePath, optionOf } from "./arguments.ts";
import { withChronicle } from "./open.ts";
import { print, printJson } from "./output.ts";
import { UsageError } from "./problem.ts";
import { quoteLines } from "./quote-text.ts";

/** A value that is there must hold a word. */
function wordsOf(given: CommandArguments, name: string): string | undefined {
  const value = optionOf(given, name);
  if (value === undefined || /[\p{L}\p{N}]/u.test(value)) return value;
  throw new UsageError(`Expected words after --${name}, not "${value}".`);
}

function notFound(given: CommandArguments): ChroniclerError {
  const [speaker, about] = [optionOf(given, "speaker"), optionOf(given, "about")];
  const asked = [speaker && `by ${speaker}`, about && `about ${about}`].filter(Boolean).join(" ");
  const which = asked === "" ? "no quotation" : `no quotation ${asked}`;
  return new ChroniclerError("not-found", `There is ${which} in ${chroniclePath(given)}.`);
}

export function run(given: CommandArguments): Promise<number> {
  const filter = { speaker: wordsOf(given, "speaker"), about: wordsOf(given, "about") };
  return withChronicle(given, (chronicle) => {
    const found: readonly LinkedQuotation[] = chronicle.quotes(filter);
    if (given.values.json) printJson(found);
    else if (found.length === 0) throw notFound(given);
    else {
      const articles = new Map(chronicle.articles().map((article) => [article.id, article]));
      print(found.map((each) => quoteLines(each, articles).join("\n")).join("\n\n"));
    }
    return 0;
  });
}
