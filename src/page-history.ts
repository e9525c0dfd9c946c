import { compareVersions } from "./link/changes.ts";
import { pageOf, versionsOf } from "./link/version.ts";
import type { PageHistory } from "./model/changes.ts";
import type { Analysis } from "./model/layers.ts";
import type { Derived } from "./store/store.ts";

/** By when they were fetched: an older state may come later, out of an archive. */
function inTime(versions: readonly Analysis[]): readonly Analysis[] {
  const time = ({ article }: Analysis): string => article.fetched ?? "";
  return [...versions].sort((a, b) => (time(a) < time(b) ? -1 : time(a) > time(b) ? 1 : 0));
}

function historyOf(versions: readonly Analysis[]): PageHistory {
  const [first, ...later] = inTime(versions);
  if (!first) throw new RangeError("a page without versions");
  const { article } = first;
  return {
    id: pageOf(article),
    title: article.title ?? null,
    outlet: article.outlet ?? null,
    url: article.url ?? null,
    fetched: article.fetched ?? null,
    changes: later.map((each, index) =>
      compareVersions(index === 0 ? first : (later[index - 1] ?? first), each),
    ),
  };
}

/** The pages that have changed, or the one of which `id` is a version; in the order of their ids. */
export function pageHistories(derived: Derived, id?: string): readonly PageHistory[] {
  const changed = derived.articles().filter((article) => article.version !== undefined);
  const pages = new Set(changed.map(pageOf));
  const analyses = derived.articles().flatMap((article) => {
    if (!pages.has(pageOf(article))) return [];
    const analysis = derived.analysis(article.id);
    return analysis ? [analysis] : [];
  });
  const groups = versionsOf(analyses).filter((versions) => {
    return id === undefined || versions.some(({ article }) => article.id === id);
  });
  return groups.map(historyOf).sort((a, b) => (a.id < b.id ? -1 : 1));
}
