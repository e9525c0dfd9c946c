import type { Article } from "../model/article.ts";
import type { Citation, Disagreement, LinkedEvent } from "../model/link.ts";
import type { Undoubled } from "./double.ts";

/** An event with the citations of those that only repeat it. */
export interface Joined {
  readonly event: LinkedEvent;
  /** Their ids. */
  readonly also: readonly string[];
}

interface Sources {
  readonly articles: ReadonlyMap<string, Pick<Article, "outlet">>;
  /** Origin of each article. */
  readonly originOf: ReadonlyMap<string, string>;
}

/** One line of what stood on several: no source is lost, and each counts once. */
export function joinDoubles({ event, doubles }: Undoubled, { articles, originOf }: Sources): Joined {
  if (doubles.length === 0) return { event, also: [] };
  const citations = [...event.citations];
  const disagreements = [...event.disagreements];
  for (const double of doubles) {
    const places = double.citations.map((citation) => placeOf(citation, citations));
    disagreements.push(...double.disagreements.map((each) => moved(each, places)));
  }
  const reports = [...new Set(citations.map(({ article }) => article))];
  const joined: LinkedEvent = {
    ...event,
    citations,
    disagreements,
    outlets: Math.max(event.outlets, new Set(reports.flatMap((id) => articles.get(id)?.outlet ?? [])).size),
    origins: Math.max(event.origins, new Set(reports.map((id) => originOf.get(id) ?? id)).size),
    salience: Math.max(event.salience, ...doubles.map(({ salience }) => salience)),
  };
  return { event: joined, also: doubles.map(({ id }) => id) };
}

/** Where the citation stands among the others; it is put there where it does not. */
function placeOf(citation: Citation, among: Citation[]): number {
  const { article, start, end } = citation;
  const known = among.findIndex(
    (each) => each.article === article && each.start === start && each.end === end,
  );
  return known >= 0 ? known : among.push(citation) - 1;
}

function moved({ values, ...rest }: Disagreement, places: readonly number[]): Disagreement {
  const move = (indices: readonly number[]) => indices.flatMap((index) => places[index] ?? []);
  return { ...rest, values: values.map((each) => ({ ...each, citations: move(each.citations) })) };
}
