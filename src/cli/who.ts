import { ChroniclerError } from "../index.ts";
import { type CommandArguments, chroniclePath } from "./arguments.ts";
import { didYouMean } from "./not-found.ts";
import { withChronicle } from "./open.ts";
import { print, printJson } from "./output.ts";
import { choiceLines, profileLines } from "./profile-text.ts";

export function run(given: CommandArguments): Promise<number> {
  const name = given.operands.join(" ");
  return withChronicle(given, (chronicle) => {
    const profiles = chronicle.who(name);
    const [first, ...others] = profiles;
    if (given.values.json) printJson(profiles);
    else if (!first) {
      throw new ChroniclerError(
        "not-found",
        `Nobody and nothing in ${chroniclePath(given)} is called ${name}${didYouMean(chronicle.similarNames(name))}`,
      );
    } else if (others.length > 0) print(choiceLines(name, profiles).join("\n"));
    else {
      const articles = new Map(chronicle.articles().map((article) => [article.id, article]));
      print(profileLines(first, articles).join("\n"));
    }
    return 0;
  });
}
