import type { Analysis } from "../../model/layers.ts";
import type { Story, StoryDay } from "../../model/link.ts";
import { type EntityLinks, refKey } from "../entity.ts";
import { sentenceOf } from "../sentence.ts";

/**
 * Share of a story's reports that name an entity for the story to be about it. Between 0.6 and 0.9 nothing changed on
 * thirteen annotated stories.
 */
const MAIN = 0.8;
/** What a sentence counts that names a day and nobody the story is about. */
const ASIDE = 0.2;
/** A report counts the more, the longer after the day (or before it) it speaks of it: per unit of ln(1 + days). */
const RETURN = 0.2;

const MS_PER_DAY = 86_400_000;
const A_DAY = /^\d{4}-\d\d-\d\d(?=$|[T?~%])/;

export interface DayContext {
  readonly idOf: EntityLinks["idOf"];
  readonly originOf: ReadonlyMap<string, string>;
}

/** The day that a time expression names; undefined where it names none, or a longer time. */
export function namedDay(edtf: string | undefined): string | undefined {
  return edtf === undefined ? undefined : A_DAY.exec(edtf)?.[0];
}

/**
 * By the reports that belong to it before all else: whom a story is about, and how much its reports speak of each day: how many appeared on it, and how many name it, more where they do
 * so in several sentences on whom the story is about, and more the longer after it they come back to it. A copy shows
 * that a desk found it worth printing, but counts less than a report of its own: an origin counts as the square root of
 * its reports.
 */
export function storyDays(
  story: Pick<Story, "articles" | "beside">,
  analyses: ReadonlyMap<string, Analysis>,
  context: DayContext,
): Required<Pick<Story, "days" | "about">> {
  const beside = new Set(story.beside);
  const members = story.articles.flatMap((id) => (beside.has(id) ? [] : (analyses.get(id) ?? [])));
  const main = mainEntities(members, context);
  const days = new Map<string, Map<string, Told>>();
  for (const analysis of members) {
    const { id, published } = analysis.article;
    const origin = context.originOf.get(id) ?? id;
    const told = tellingsOf(analysis, { ...context, main });
    if (published.value && namedDay(published.value)) {
      const own = told.get(published.value) ?? { mentions: 0, weight: 0 };
      told.set(published.value, { mentions: own.mentions, weight: own.weight, isPublished: true });
    }
    for (const [day, each] of told) {
      const origins = days.get(day) ?? new Map<string, Told>();
      origins.set(origin, stronger(origins.get(origin), each));
      days.set(day, origins);
    }
  }
  const told = [...days].map(([day, origins]) => toDay(day, [...origins.values()]));
  return { days: told.sort(byDay), about: [...main].sort() };
}

/** What one report, or one origin, tells of a day. */
interface Told {
  /** Sentences that name it. */
  readonly mentions: number;
  readonly weight: number;
  readonly isPublished?: boolean;
  /** Reports of the origin that name it. */
  readonly copies?: number;
}

function stronger(a: Told | undefined, b: Told): Told {
  if (!a) return { ...b, copies: 1 };
  return {
    copies: (a.copies ?? 1) + 1,
    mentions: Math.max(a.mentions, b.mentions),
    weight: Math.max(a.weight, b.weight),
    isPublished: a.isPublished === true || b.isPublished === true,
  };
}

function toDay(day: string, told: readonly Told[]): StoryDay {
  const reports = told.filter(({ isPublished }) => isPublished).length;
  const weight = told.reduce((sum, each) => sum + each.weight * Math.sqrt(each.copies ?? 1), reports);
  return {
    day,
    reports,
    mentions: told.filter(({ mentions }) => mentions > 0).length,
    weight: Math.round(weight * 100) / 100,
  };
}

function byDay(a: StoryDay, b: StoryDay): number {
  return a.day < b.day ? -1 : 1;
}

/** Entities of the chronicle that nearly all the reports name. */
function mainEntities(members: readonly Analysis[], { idOf }: DayContext): ReadonlySet<string> {
  const reports = new Map<string, number>();
  for (const { article, entities } of members) {
    const ids = new Set(entities.flatMap(({ id }) => idOf.get(refKey({ article: article.id, id })) ?? []));
    for (const id of ids) reports.set(id, (reports.get(id) ?? 0) + 1);
  }
  return new Set([...reports].filter(([, count]) => count >= MAIN * members.length).map(([id]) => id));
}

/** The days that a report names, each with its weight. */
function tellingsOf(
  analysis: Analysis,
  { idOf, main }: DayContext & { main: ReadonlySet<string> },
): Map<string, Told> {
  const { article, sentences, entities, timexes } = analysis;
  const about = new Set<number>();
  for (const { id, mentions } of entities) {
    if (!main.has(idOf.get(refKey({ article: article.id, id })) ?? "")) continue;
    for (const mention of mentions) about.add(sentenceOf(sentences, mention));
  }
  const found = new Map<string, Set<number>>();
  for (const timex of timexes) {
    const day = namedDay(timex.edtf);
    if (day) found.set(day, (found.get(day) ?? new Set()).add(sentenceOf(sentences, timex)));
  }
  const weightOf = (sentence: number) => (main.size === 0 || about.has(sentence) ? 1 : ASIDE);
  return new Map(
    [...found].map(([day, at]) => {
      const sum = [...at].reduce((total, sentence) => total + weightOf(sentence), 0);
      const weight = Math.sqrt(sum) * (1 + RETURN * Math.log(1 + daysBetween(article.published.value, day)));
      return [day, { mentions: at.size, weight }];
    }),
  );
}

/** Zero where the report has no day. */
function daysBetween(published: string | null, day: string): number {
  const gap = published === null ? 0 : Math.abs(Date.parse(published) - Date.parse(day)) / MS_PER_DAY;
  return Number.isNaN(gap) ? 0 : gap;
}
