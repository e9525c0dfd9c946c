import type { Article } from "../../model/article.ts";
import { dayNumber, edtfBounds } from "../../model/calendar.ts";
import type { LinkedEntity, LinkedEvent, Origin, Story } from "../../model/link.ts";
import type { Member } from "../../model/near.ts";
import type { IdMaker } from "../id.ts";
import { fading } from "../near/ties.ts";
import type { Ranks } from "../tables.ts";
import { likeness } from "../terms.ts";
import { mainActors } from "./actors.ts";
import { averageLinkage } from "./average-linkage.ts";
import { Centre } from "./centre.ts";
import { bringIn } from "./lone.ts";
import { type Passage, passagesOnOthers, type TermsOf } from "./passage.ts";
import { splitLookAlikes } from "./split.ts";
import { storyTerms } from "./terms.ts";
import { storyTitle } from "./title.ts";

/** Mean likeness of the reports of a story, at the least. From 0.17 to 0.23 made little difference; see docs/linking.md. */
const SAME_STORY = 0.2;

interface Found {
  readonly events: readonly Omit<LinkedEvent, "story">[];
  readonly origins: readonly Origin[];
  /** Origin of each article. */
  readonly originOf: ReadonlyMap<string, string>;
  readonly entities: readonly LinkedEntity[];
  readonly ids: IdMaker;
  /** The ranks of common nouns. */
  readonly nouns: Ranks;
}

/**
 * Reports that belong together: those that are alike on average; one piece of reporting is in one story. One that tells at
 * length of another story stands beside the reports of that one as well.
 */
export function findStories(members: readonly Member[], found: Found): readonly Story[] {
  const byId = new Map(members.map((member) => [member.sketch.article, member]));
  const { nouns } = found;
  const terms = new Map(members.map((member) => [member, storyTerms(member.analysis, nouns)]));
  const termsOf: TermsOf = (member) => terms.get(member) ?? storyTerms(member.analysis, nouns);
  const pieces = found.origins.map(({ articles }) => articles.flatMap((id) => byId.get(id) ?? []));
  const firsts = pieces.flatMap(([first]) => first ?? []);
  const groups = groupPieces(firsts, termsOf).map((group) => {
    const inside = new Set(group.flatMap((piece) => pieces[piece] ?? []));
    return {
      members: members.filter((member) => inside.has(member)),
      firsts: group.flatMap((piece) => firsts[piece] ?? []),
    };
  });
  const passages = passagesOnOthers(groups, { termsOf, nouns });
  return groups.map((group, number) => toStory(group.members, { ...found, number, passages }));
}

/** Groups of pieces of reporting, each known by its first report, because copies say the same. */
function groupPieces(firsts: readonly Member[], termsOf: TermsOf): readonly (readonly number[])[] {
  const pieces = firsts.map((first) => ({
    terms: termsOf(first),
    place: first.sketch.place,
    day: dayOf(first.analysis.article),
  }));
  const alike = (a: number, b: number): number => {
    const [x, y] = [pieces[a], pieces[b]];
    return x && y ? likeness(x.terms, y.terms) * fading(x.place, y.place) : 0;
  };
  const within = (group: readonly number[]): number =>
    new Centre(group.flatMap((piece) => pieces[piece]?.terms ?? [])).within;
  const clusters = averageLinkage(pieces.length, alike, SAME_STORY);
  const stories = splitLookAlikes(clusters, (piece) => pieces[piece]?.day ?? null);
  return bringIn(stories, { alike, within });
}

function dayOf({ published }: Article): number | null {
  const begin = published.value === null ? null : edtfBounds(published.value)?.begin;
  return begin ? dayNumber(begin) : null;
}

interface Placed extends Found {
  /** Which of the groups this one is. */
  readonly number: number;
  /** What reports tell of groups that are not their own. */
  readonly passages: readonly Passage[];
}

function toStory(members: readonly Member[], context: Placed): Story {
  const { events, entities, originOf, ids, number, passages } = context;
  const articles = members.map(({ sketch }) => sketch.article);
  const beside = [...new Set(passages.flatMap(({ group, article }) => (group === number ? article : [])))];
  const days = members.flatMap(({ analysis }) => analysis.article.published.value ?? []).sort();
  const own = events.filter(isToldIn(new Set(articles), context));
  return {
    id: ids.make("s", articles[0] ?? ""),
    title: storyTitle(members, own),
    articles: [...articles, ...beside],
    ...(beside.length > 0 ? { beside } : {}),
    events: own.map(({ id }) => id),
    actors: mainActors(own, { entities, originOf }),
    begin: days[0] ?? null,
    end: days.at(-1) ?? null,
  };
}

/** Whether an event belongs to a story: by the report that told it first, or by the passage of it that tells of the event. */
function isToldIn(
  articles: ReadonlySet<string>,
  { number, passages }: Pick<Placed, "number" | "passages">,
): (event: Pick<LinkedEvent, "citations">) => boolean {
  return ({ citations: [first] }) => {
    if (!first) return false;
    const passage = passages.find(
      ({ article, start, end }) => article === first.article && start <= first.start && first.start < end,
    );
    return passage ? passage.group === number : articles.has(first.article);
  };
}
