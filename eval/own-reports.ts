import { seededRandom } from "../training/random.ts";
import { ownSentence } from "./own-sentences.ts";

/** A short report of our own making. */
export interface OwnReport {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** Null where nobody dates it. */
  readonly published: string | null;
  readonly outlet: string;
  /** Names in it: the person, then the place. */
  readonly names: readonly [string, string];
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/u);
const phrases = (text: string): readonly string[] => text.trim().split(/\s*\|\s*/u);

const STARTS = words(
  "Bar Del Fen Gor Hal Ing Jor Kel Lam Mor Nar Ost Pel Quin Ros Sel Tor Ulm Var Wes Yar Zel",
);
const MIDDLES = words("a e i o u an en in on un ar er ir or ur al el il ol ul");
const ENDS = words("by dale den feld gard ham holm ka low mar ness rup sen stad tov vik wick wold yer zin");
const FIRST_NAMES = words(
  "Ada Bruno Clara David Edith Frank Greta Hugo Irene Jonas Karin Leo Mira Nils Olga Paul Rosa Simon Tilda Victor",
);
const OUTLETS = phrases("Post|Herald|Courier|Tribune|Gazette|Observer");
const BODIES = phrases("Council|Union|Company|Institute|Ministry|Party|Bank|Railway|Hospital|University");
const DEEDS = words("opens visits closes inspects defends leaves");
/** Nouns, each of two words: "railyard", "waterworks". */
const NOUN_HEADS = words(
  `air bank boat book bridge bus camp church city coal corn court dock farm field fire fish flood forest gold grain harbour
   hill house ice iron lake land light mill milk moon night oil park power prison rail river road salt school sea ship
   snow steel stone storm sugar sun tower town trade valley village wall war water wheat wind wine wood`,
);
const NOUN_ENDS = words(
  `bell board book case craft day fall field fight fund gate guard hall hold house keeper line lock mark master mill path
   port post race rights room rush side sale shed stead strike tax trade trap walk ward way work works yard`,
);
const VERBS = words(
  `shut sold moved hit cost split sank built hid freed lost sued cut fed hurt kept led met beat bought broke burnt caught
   drew drove fought found held left paid raised ruled sent shook spent stopped struck swept taught tore won`,
);
const JOINTS = words("near behind after under before with without despite beside against during through");

/** Sizes of stories follow a power law with this exponent: most have one report, a few have hundreds. */
const EXPONENT = 1.2;
const LARGEST = 1000;
/** Every so many reports one is a cut copy of the one before it, if that is of the same story. */
const COPIES = 6;
/** Every so many reports one has no date. */
const UNDATED = 97;
const FIRST_DAY = Date.parse("2015-01-01");
const DAYS = 3650;
/** A story ends after so many days at the latest. */
const LONGEST = 900;
const MS_PER_DAY = 86_400_000;

type Random = () => number;

function pick<Item>(random: Random, items: readonly Item[]): Item {
  return items[Math.floor(random() * items.length)] as Item;
}

function name(random: Random): string {
  return pick(random, STARTS) + pick(random, MIDDLES) + pick(random, ENDS);
}

/** Common ones more often than rare ones. */
function noun(random: Random): string {
  const at = Math.floor(random() ** 2 * NOUN_HEADS.length * NOUN_ENDS.length);
  return `${NOUN_HEADS[at % NOUN_HEADS.length]}${NOUN_ENDS[Math.floor(at / NOUN_HEADS.length)]}`;
}

/** One of `count` that are in the news again and again, the first ones most often. */
function recurring(random: Random, count: number): Random {
  return seededRandom(Math.floor(random() ** 2 * count) * 31 + count);
}

/** Numbers at which stories begin, in rising order; made as far as they were asked for. */
const begins = [0];
const sizes = seededRandom(11);

function storyOf(number: number): { readonly story: number; readonly begin: number; readonly size: number } {
  while ((begins.at(-1) ?? 0) <= number) {
    const size = Math.min(LARGEST, Math.floor((1 - sizes()) ** (-1 / EXPONENT)));
    begins.push((begins.at(-1) ?? 0) + size);
  }
  let [low, high] = [0, begins.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((begins[middle] ?? 0) <= number) low = middle;
    else high = middle - 1;
  }
  const begin = begins[low] ?? 0;
  return { story: low, begin, size: (begins[low + 1] ?? begin) - begin };
}

/** What a story is about: its actor and its matter have names of their own; its place, a public figure and common things recur. */
function plotOf(story: number) {
  const random = seededRandom(story * 7919 + 1);
  const place = name(recurring(random, 1500));
  const figure = recurring(random, 400);
  const things = Array.from({ length: 3 }, () => noun(random));
  return {
    person: `${pick(random, FIRST_NAMES)} ${name(random)}`,
    place,
    body: `${name(random)} ${pick(random, BODIES)}`,
    figure: `${pick(figure, FIRST_NAMES)} ${name(figure)}`,
    thing: `${name(random)} ${things[0]}`,
    things,
    day: Math.floor(random() * DAYS),
    pace: 0.2 + random() * 6,
  };
}

/** One of the facts of a story, in the words of one report; those of the story's beginning are others than those of its end. */
function tellFact(random: Random, { story, stage, plot }: Plotted): string {
  const fact = seededRandom(story * 104_729 + stage);
  const about = [noun(fact), pick(fact, [plot.thing, plot.body, ...plot.things]), noun(fact)];
  const turn = Math.floor(random() * about.length);
  const [a, b, c] = [...about.slice(turn), ...about.slice(0, turn)];
  const where = pick(fact, [plot.place, name(fact)]);
  return `The ${a} ${pick(random, VERBS)} the ${b} ${pick(random, JOINTS)} its ${c} ${pick(random, JOINTS)} ${where}.`;
}

interface Plotted {
  readonly story: number;
  readonly stage: number;
  readonly plot: ReturnType<typeof plotOf>;
}

/**
 * A report by its number. Neighbouring numbers tell one story, of which most have a report or two and a few have
 * hundreds, over up to three years; each has an actor and a matter of its own and changes its words as it goes on.
 * Places, public figures and the things that stories are about recur from story to story, and each report has a sentence
 * that belongs to nothing. Every sixth is a cut copy of the one before; one in a hundred has no date. The same number gives
 * the same report.
 */
export function ownReport(number: number): OwnReport {
  const { story, begin, size } = storyOf(number);
  const plot = plotOf(story);
  const isCopy = number % COPIES === COPIES - 1 && number > begin;
  const random = seededRandom((isCopy ? number - 1 : number) * 613 + 3);
  const at = (isCopy ? number - 1 : number) - begin;
  const stage = Math.floor(at / 6);
  const deed = `${plot.person} ${pick(random, DEEDS)} the ${plot.thing} in ${plot.place}`;
  const fact = () => tellFact(random, { story, stage: stage + Math.floor(random() * 4), plot });
  const sentences = [
    `${deed}.`,
    fact(),
    fact(),
    `${pick(random, [plot.figure, plot.body])} ${pick(random, VERBS)} the ${pick(random, plot.things)}.`,
    fact(),
    ownSentence(random),
  ];
  const gone = Math.min(LONGEST, at * plot.pace) * (size > 1 ? 1 : 0) + random() * 5 + (isCopy ? 1 : 0);
  const day = FIRST_DAY + Math.floor(plot.day + gone) * MS_PER_DAY;
  return {
    id: `own-${number}`,
    title: isCopy ? `News from ${plot.place}` : deed,
    text: (isCopy ? sentences.slice(0, 4) : sentences).map(capital).join("\n\n"),
    published: number % UNDATED === UNDATED - 1 ? null : new Date(day).toISOString().slice(0, 10),
    outlet: `The ${name(seededRandom(number % 500))} ${pick(seededRandom(number), OUTLETS)}`,
    names: [plot.person, plot.place],
  };
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** Words that are nouns in the reports, as far as they are no names. */
export const OWN_NOUNS: ReadonlySet<string> = new Set(
  NOUN_HEADS.flatMap((head) => NOUN_ENDS.map((end) => `${head}${end}`)),
);
