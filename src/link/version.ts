import type { Article } from "../model/article.ts";
import type { Analysis } from "../model/layers.ts";
import type { Span } from "../model/span.ts";

/** The page of which an article is a version: its own id, where it is the first. */
export function pageOf({ id, version }: Article): string {
  return version?.of ?? id;
}

/** The versions of each page that has several, the first one first. */
export function versionsOf(analyses: readonly Analysis[]): readonly (readonly Analysis[])[] {
  const pages = new Map<string, Analysis[]>();
  for (const analysis of analyses) {
    const page = pageOf(analysis.article);
    const others = pages.get(page);
    if (others) others.push(analysis);
    else pages.set(page, [analysis]);
  }
  const number = ({ article }: Analysis): number => article.version?.number ?? 1;
  return [...pages.values()]
    .filter((versions) => versions.length > 1)
    .map((versions) => versions.sort((a, b) => number(a) - number(b)));
}

/** The sentence in which a span begins, in its words. */
function sentenceAt({ article, sentences }: Analysis, { start }: Span): string | null {
  const sentence = sentences.find((each) => each.start <= start && start < each.end);
  return sentence ? article.text.slice(sentence.start, sentence.end) : null;
}

/** A version without what stands in sentences that an earlier version has too. */
function withoutKnown(analysis: Analysis, known: ReadonlySet<string>): Analysis {
  const isNew = (span: Span): boolean => {
    const sentence = sentenceAt(analysis, span);
    return sentence === null || !known.has(sentence);
  };
  const continued = new Set(analysis.quotations.map((each) => each.continues));
  return {
    ...analysis,
    events: analysis.events.filter((event) => isNew(event.trigger)),
    quantities: analysis.quantities.filter(isNew),
    quotations: analysis.quotations.filter(
      ({ id, content, continues }) => isNew(content) || continues !== undefined || continued.has(id),
    ),
  };
}

/** What a page says in several of its versions is said once, and cited from the first that says it. */
export function withoutRepetitions(analyses: readonly Analysis[]): readonly Analysis[] {
  const changed = new Map<string, Analysis>();
  for (const versions of versionsOf(analyses)) {
    const known = new Set<string>();
    for (const [index, version] of versions.entries()) {
      if (index > 0) changed.set(version.article.id, withoutKnown(version, known));
      for (const { start, end } of version.sentences) known.add(version.article.text.slice(start, end));
    }
  }
  return analyses.map((each) => changed.get(each.article.id) ?? each);
}
