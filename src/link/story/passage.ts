import type { Member, Terms } from "../../model/near.ts";
import type { Span } from "../../model/span.ts";
import type { Token } from "../../model/token.ts";
import type { Ranks } from "../tables.ts";
import { Centre } from "./centre.ts";
import { weighWords } from "./terms.ts";

/** A passage on another story is as like its reports as these are like each other, or nearly. */
const AS_ITS_OWN = 0.85;
/** It is so much more like them than like the other reports of its own story. */
const MORE_THAN_OWN = 1.3;
/** What is told in passing, or in a caption, has fewer nouns and names. */
const FEWEST_WORDS = 20;
/** One report is no story of which another could tell at length. */
const FEWEST_REPORTS = 2;
/** What a report says of another story at length makes it like this story as a whole: a bound that saves looking. */
const LEAST_WHOLE = 0.2;

/** Paragraphs in which a report of one story tells at length of another. */
export interface Passage extends Span {
  readonly article: string;
  /** Which of the groups it tells of. */
  readonly group: number;
}

/** Reports of one story; `firsts` are one for each piece of reporting. */
export interface StoryGroup {
  readonly members: readonly Member[];
  readonly firsts: readonly Member[];
}

/** What a report tells as a whole; see `storyTerms`. */
export type TermsOf = (member: Member) => Terms;

/** What reports and their passages are compared by. */
export interface Compared {
  readonly termsOf: TermsOf;
  /** The ranks of common nouns. */
  readonly nouns: Ranks;
}

/** What reports tell at length of other stories than their own. */
export function passagesOnOthers(
  groups: readonly StoryGroup[],
  { termsOf, nouns }: Compared,
): readonly Passage[] {
  if (groups.length < 2) return [];
  const centres = groups.map(({ firsts }, group): GroupCentre => {
    const centre = new Centre(firsts.map(termsOf));
    return { group, centre, within: centre.within };
  });
  return centres.flatMap((own) =>
    (groups[own.group]?.members ?? []).flatMap((member) => {
      const whole = termsOf(member);
      const others = centres.filter((other) => other !== own && mayBeToldOf(other, whole));
      return others.length === 0 ? [] : passagesIn(member, whole, { home: own.centre, others, nouns });
    }),
  );
}

interface GroupCentre {
  readonly group: number;
  readonly centre: Centre;
  /** How like each other its reports are. */
  readonly within: number;
}

function mayBeToldOf({ centre, within }: GroupCentre, whole: Terms): boolean {
  return centre.count >= FEWEST_REPORTS && centre.likeness(whole) >= LEAST_WHOLE * within;
}

interface Others {
  /** The centre of the group that the report belongs to. */
  readonly home: Centre;
  readonly others: readonly GroupCentre[];
  readonly nouns: Ranks;
}

function passagesIn(member: Member, whole: Terms, { home, others, nouns }: Others): readonly Passage[] {
  const compare = (words: readonly Token[]) => {
    const terms = weighWords(words, nouns, () => 1);
    return { terms, here: home.likeness(terms, whole) };
  };
  const paragraphs = paragraphsOf(member).map((each) => ({ ...each, ...compare(each.words) }));
  return others.flatMap(({ group, centre, within }) => {
    const runs = runsOf(paragraphs, ({ terms, here }) => centre.likeness(terms) > here);
    return runs.flatMap((run) => {
      const words = run.flatMap((paragraph) => paragraph.words);
      const { terms, here } = compare(words);
      const there = centre.likeness(terms);
      const isOn = there >= AS_ITS_OWN * within && there >= MORE_THAN_OWN * here;
      const [first, last] = [run[0], run.at(-1)];
      if (!isOn || words.length < FEWEST_WORDS || !first || !last) return [];
      return [{ article: member.sketch.article, group, start: first.start, end: last.end }];
    });
  });
}

interface Paragraph extends Span {
  /** Its nouns and names. */
  readonly words: readonly Token[];
}

/** The title belongs to the story of the report. */
function paragraphsOf({ analysis: { article, tokens } }: Member): readonly Paragraph[] {
  let next = 0;
  return article.blocks.flatMap(({ kind, start, end }) => {
    const words: Token[] = [];
    while (next < tokens.length && (tokens[next]?.start ?? 0) < start) next += 1;
    for (let token = tokens[next]; token && token.start < end; token = tokens[++next]) words.push(token);
    return kind === "title" ? [] : [{ start, end, words }];
  });
}

/** The longest rows of items that follow each other and fit. */
function runsOf<Item>(items: readonly Item[], fits: (item: Item) => boolean): readonly (readonly Item[])[] {
  const runs: Item[][] = [];
  let isOpen = false;
  for (const item of items) {
    const isFit = fits(item);
    if (isFit && isOpen) runs.at(-1)?.push(item);
    else if (isFit) runs.push([item]);
    isOpen = isFit;
  }
  return runs;
}
