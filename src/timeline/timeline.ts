import { type Article, pageId } from "../model/article.ts";
import type { LinkedEvent, Links, Story, StoryActors } from "../model/link.ts";
import type { Timeline, TimelineActors, TimelineEntry } from "../model/timeline.ts";
import { citedSource } from "./cited-source.ts";
import { withoutDoubles } from "./double.ts";
import { type Joined, joinDoubles } from "./double-join.ts";
import { type Newest, newestVersions } from "./later.ts";
import { rankEvents } from "./rank.ts";
import { type Central, centralSentences } from "./told-sentence.ts";
import { dateInWords } from "./when.ts";

/**
 * Events below this stay in the chronicle but not in its timeline. Set by hand on reports of our own: the
 * lowest salience of an event that a careful reader put into the expected timeline.
 */
export const TIMELINE_SALIENCE = 0.45;
/** Without a date an event must be told early in its report, or in its title. Set in the same way. */
export const UNDATED_SALIENCE = 0.55;
/** What is announced for a day that is known belongs there as well, however little is told of it: that is what is waited for. */
export const ANNOUNCED_SALIENCE = 0.3;
/**
 * On days that so many independent reports name, events count that are told in passing: two, as for any fact; and on days of
 * which as much is told as if so many reports had appeared on them.
 */
const OFTEN_NAMED = 2;
const HEAVY = 3;
const PASSING_SALIENCE = 0.25;
/** What was over this long before the first report is background to the story. */
const BACKGROUND_DAYS = 180;
const MS_PER_DAY = 86_400_000;

/** One timeline for each story, in the order of the stories. */
export function makeTimelines(links: Links, articles: readonly Article[]): readonly Timeline[] {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const names = new Map(links.entities.map(({ id, name }) => [id, name]));
  const newest = newestVersions(articles);
  const originOf = new Map(
    links.origins.flatMap(({ id, articles: of }) => of.map((article) => [article, id])),
  );
  return links.stories.map((story) => {
    const own = links.events.filter((event) => event.story === story.id);
    const spoken = heavyDays(story);
    const isShown = (event: LinkedEvent) => belongs(event) || isSpokenOf(event, spoken);
    const shown = own.filter(isShown);
    const joined = withoutDoubles(shown).map((each) => joinDoubles(each, { articles: byId, originOf }));
    const events = joined.map(({ event }) => event);
    const aside = own.filter((event) => !isShown(event));
    const central = centralSentences([...events, ...aside], byId);
    const ranks = rankEvents(events, {
      days: story.days ?? [],
      central,
      about: new Set(story.about),
      articles: byId,
    });
    const entries = joined.map((each) =>
      toEntry(each, { story, names, articles: byId, newest, central, ranks }),
    );
    return {
      story: story.id,
      title: story.title,
      begin: story.begin,
      end: story.end,
      ...(story.actors ? { actors: withNames(story.actors, names) } : {}),
      reports: new Set(story.articles.map(pageId)).size,
      total: entries.length,
      entries: entries.sort(byTime),
    };
  });
}

function withNames(actors: StoryActors, names: ReadonlyMap<string, string>): TimelineActors {
  const named = (ids: readonly string[]) => ids.map((id) => ({ id, name: names.get(id) ?? id }));
  const { persons, organizations, places } = actors;
  return { persons: named(persons), organizations: named(organizations), places: named(places) };
}

/** The weightiest entries, at most so many, in their order. */
export function topEntries(timeline: Timeline, most: number): Timeline {
  return { ...timeline, entries: timeline.entries.filter(({ rank }) => rank <= most) };
}

/** Incidental events stay out, and undated ones unless they are what a report is about. */
function belongs({ salience, time, status }: LinkedEvent): boolean {
  if (status === "scheduled" && time.precision === "day") return salience >= ANNOUNCED_SALIENCE;
  return salience >= (time.edtf === null ? UNDATED_SALIENCE : TIMELINE_SALIENCE);
}

function heavyDays({ days = [] }: Story): ReadonlySet<string> {
  const heavy = days.filter(({ mentions, weight }) => mentions >= OFTEN_NAMED || weight >= HEAVY);
  return new Set(heavy.map(({ day }) => day));
}

/** What happened on a day that many reports name has its place although each tells it in passing. */
function isSpokenOf({ salience, time }: LinkedEvent, heavy: ReadonlySet<string>): boolean {
  return (
    salience >= PASSING_SALIENCE && time.begin !== null && time.begin === time.end && heavy.has(time.begin)
  );
}

interface Context {
  readonly story: Story;
  readonly names: ReadonlyMap<string, string>;
  readonly articles: ReadonlyMap<string, Article>;
  readonly newest: Newest;
  readonly central: ReadonlyMap<string, Central>;
  readonly ranks: ReadonlyMap<string, number>;
}

function toEntry({ event, also }: Joined, context: Context): TimelineEntry {
  const { story, names } = context;
  return {
    event: event.id,
    ...(also.length > 0 ? { also } : {}),
    headline: event.headline,
    time: event.time,
    when: event.time.edtf === null ? "undated" : dateInWords(event.time.edtf),
    status: event.status,
    ...(Object.keys(event.codes).length > 0 ? { codes: event.codes } : {}),
    background: isBackground(event, story),
    participants: event.participants.map(({ role, entity }) => ({
      id: entity,
      name: names.get(entity) ?? entity,
      role,
    })),
    place: event.place ? { id: event.place, name: names.get(event.place) ?? event.place } : null,
    saidBy: event.saidBy ?? null,
    history: event.history,
    disagreements: event.disagreements,
    sources: event.citations.map((citation) =>
      citedSource(citation, context.articles.get(citation.article), context.newest),
    ),
    told: context.central.get(event.id)?.told ?? { source: 0, text: event.citations[0]?.text ?? "" },
    outlets: event.outlets,
    origins: event.origins,
    salience: event.salience,
    rank: context.ranks.get(event.id) ?? 0,
  };
}

function isBackground(event: LinkedEvent, story: Story): boolean {
  // What has gone on since long ago is background as well.
  const day = event.time.end ?? event.time.begin;
  if (day === null || story.begin === null) return false;
  return Date.parse(story.begin) - Date.parse(day) > BACKGROUND_DAYS * MS_PER_DAY;
}

/** By first day, a day before the month that holds it; undated last, in order of their reports. */
function byTime(a: TimelineEntry, b: TimelineEntry): number {
  const keys = (entry: TimelineEntry) => [
    entry.time.begin ?? entry.time.end ?? "9999",
    entry.time.end ?? "9999",
    entry.sources[0]?.published ?? "9999",
    entry.sources[0]?.citation.article ?? "",
  ];
  const [left, right] = [keys(a), keys(b)];
  for (const [i, key] of left.entries()) {
    const other = right[i] ?? "";
    if (key !== other) return key < other ? -1 : 1;
  }
  return (a.sources[0]?.citation.start ?? 0) - (b.sources[0]?.citation.start ?? 0);
}
