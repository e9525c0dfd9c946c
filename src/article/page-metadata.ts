import type { PageDocument } from "./dom.ts";
import type { Metadata } from "./draft.ts";
import { linkedReport, namesIn } from "./json-ld.ts";
import { languageOf } from "./language.ts";
import { nameOfHost } from "./outlet.ts";
import { pageSignatures } from "./page-authors.ts";
import { pageDates } from "./page-dates.ts";
import { linesOf } from "./page-lines.ts";
import { readMeta, toldBy } from "./page-meta.ts";
import { pageOutlet } from "./page-outlet.ts";
import { headTitle, pageTitle, statedTitles } from "./page-title.ts";
import { pageAddress } from "./page-url.ts";
import type { ArticleTables } from "./tables.ts";

/** A page whose metadata are wanted. */
export interface PageSource {
  readonly document: PageDocument;
  /** The address it came from, where it is known. */
  readonly url?: string;
  /** When it was fetched, where that is known. */
  readonly fetched?: string;
}

/** What a page says of itself: JSON-LD, meta elements, its own data, what a reader sees. */
export function readMetadata(source: PageSource, tables: ArticleTables): Metadata {
  const { document, url: given } = source;
  const lines = document.body === null ? [] : linesOf(document.body);
  const meta = readMeta(document);
  const ofMeta = statedTitles(meta, null, tables.page);
  const heads = [...document.querySelectorAll("h1")].slice(0, 3).map((each) => each.textContent ?? "");
  const linked = linkedReport(document, [...ofMeta, headTitle(document), ...heads]);
  const search = { document, meta, linked, tables: tables.page };
  const address = pageAddress({ ...search, ...(given === undefined ? {} : { given }) });
  const { url } = address;
  const fetched = source.fetched ?? address.fetched;
  const outlet = pageOutlet({ ...search, lines, url: url ?? given });
  const stated = statedTitles(meta, linked, tables.page);
  const title = pageTitle({ document, stated, outlet, lines, host: nameOfHost(url ?? given) });
  const language = languageStated(document, [
    ...namesIn(linked?.inLanguage),
    ...toldBy(meta, "language", tables.page).map(({ content }) => content),
  ]);
  const titles = [...(title === undefined ? [] : [title]), ...stated, ...heads];
  const told = language ?? languageOf(lines.join("\n"), tables.languages);
  const dates = pageDates({
    ...search,
    titles,
    lines,
    ...(told === null ? {} : { language: told }),
    ...(fetched === undefined ? {} : { fetched }),
  });
  return {
    ...(title ? { title } : {}),
    ...(outlet ? { outlet } : {}),
    ...(url ? { url } : {}),
    ...(fetched ? { fetched } : {}),
    ...(language ? { language } : {}),
    dates: dates.published,
    updates: dates.updated,
    authors: pageSignatures({
      ...search,
      lines,
      titles,
      tables: { ...tables.page, bylines: tables.bylines },
    }),
  };
}

function languageStated(document: PageDocument, others: readonly string[]): string | undefined {
  const root = document.documentElement;
  const own = root?.getAttribute("lang") ?? root?.getAttribute("xml:lang");
  const tag = [own, ...others].find((each) => each && /^[a-z]{2,3}(?:[-_][a-z\d]{2,8})*$/i.test(each));
  return tag?.replaceAll("_", "-");
}
