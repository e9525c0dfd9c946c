import { seededRandom } from "../training/random.ts";
import { ownSentence } from "./own-sentences.ts";

/** A short report of our own making. */
export interface OwnReport {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly published: string;
  readonly outlet: string;
  /** Names in it: the person, then the place. */
  readonly names: readonly [string, string];
}

const STARTS =
  "Bar Del Fen Gor Hal Ing Jor Kel Lam Mor Nar Ost Pel Quin Ros Sel Tor Ulm Var Wes Yar Zel".split(" ");
const MIDDLES = "a e i o u an en in on un ar er ir or ur al el il ol ul".split(" ");
const ENDS = "by dale den feld gard ham holm ka low mar ness rup sen stad tov vik wick wold yer zin".split(
  " ",
);
const DEEDS = ["opens", "visits", "closes", "inspects", "defends", "leaves"];

const THINGS = "ferry dam tunnel choir mill union charter garden archive railway brewery orchestra".split(
  " ",
);
const FATES =
  "named in a court paper|shown to visitors|promised new windows|sold to a neighbour|left without a roof|praised by experts".split(
    "|",
  );

/** Reports of one story stand in blocks of so many numbers. */
const STORY = 12;
const FIRST_DAY = Date.parse("2020-01-01");
const DAYS = 2000;

/** A report by its number: each twelve tell one story, over some weeks; every sixth is a cut copy of the one before. */
export function ownReport(number: number): OwnReport {
  const story = seededRandom(Math.floor(number / STORY) * 7919 + 1);
  const pick = (random: () => number, words: readonly string[]): string =>
    words[Math.floor(random() * words.length)] ?? "";
  const name = (): string => pick(story, STARTS) + pick(story, MIDDLES) + pick(story, ENDS);
  const [person, place] = [`${name()} ${name()}`, name()] as const;
  // What a story is about has words of its own, as a company, a ship or a law has.
  const matter = Array.from(
    { length: 4 },
    () => `The ${name()} ${pick(story, THINGS)} of ${name()} was ${pick(story, FATES)}.`,
  );
  const begin = Math.floor(story() * DAYS);
  const isCopy = number % 6 === 5;
  const own = seededRandom((isCopy ? number - 1 : number) * 104_729 + 3);
  const deed = `${person} ${pick(own, DEEDS)} ${pick(own, ["the hall", "a school", "the harbour", "a bridge"])} in ${place}`;
  const sentences = [`${deed}.`, pick(own, matter), pick(own, matter), ownSentence(own)];
  const day = begin + Math.floor(own() * 40) + (isCopy ? 1 : 0);
  return {
    id: `own-${number}`,
    title: isCopy ? `News from ${place}` : deed,
    text: (isCopy ? sentences.slice(0, 3) : sentences).join("\n\n"),
    published: new Date(FIRST_DAY + day * 86_400_000).toISOString().slice(0, 10),
    outlet: `The ${pick(seededRandom(number), STARTS)} Post`,
    names: [person, place],
  };
}
