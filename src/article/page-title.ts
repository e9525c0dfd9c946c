import type { PageDocument } from "./dom.ts";
import { bare, collapse } from "./draft.ts";
import { namesIn } from "./json-ld.ts";
import type { Json } from "./page-json.ts";
import { type Meta, toldBy } from "./page-meta.ts";
import type { PageTables } from "./page-tables.ts";
import { withoutSite } from "./title.ts";

/** Title of the page in its head: the headline, and the site's name mostly. */
export function headTitle(document: PageDocument): string {
  return collapse(document.querySelector("head title, title")?.textContent ?? "");
}

/** The titles that machines are given, most telling first. */
export function statedTitles(meta: Meta, linked: Json | null, tables: PageTables): readonly string[] {
  const ofMeta = toldBy(meta, "title", tables).map(({ content }) => content);
  return [...namesIn(linked?.headline).slice(0, 1), ...ofMeta];
}

function headings(document: PageDocument, selector: string): readonly string[] {
  const texts = [...document.querySelectorAll(selector)].map((each) => collapse(each.textContent ?? ""));
  return texts.filter((text) => /\p{L}{2}/u.test(text));
}

/** A headline has at least so many letters; shorter headings are those of sections. */
const MIN_LETTERS = 8;

/** The first heading whose words the page states as its title as well. */
function confirmed(texts: readonly string[], stated: readonly string[]): string | undefined {
  const keys = stated.map(bare);
  return texts.find((text) => {
    const key = bare(text);
    return key.length >= MIN_LETTERS && keys.some((each) => each.includes(key));
  });
}

/** The headline for readers: in the article, or the page's only one of the first level. */
function mainHeading(document: PageDocument): string | undefined {
  const [own] = headings(document, "[itemprop=headline], article h1, main h1");
  if (own !== undefined) return own;
  const first = headings(document, "h1");
  return first.length === 1 ? first[0] : undefined;
}

/** What the title of a page is looked for in. */
export interface TitleSearch {
  readonly document: PageDocument;
  /** The titles that machines are given. */
  readonly stated: readonly string[];
  readonly outlet: string | undefined;
  /** The label of the host that its owner chose. */
  readonly host: string | undefined;
  /** The lines that a reader sees, in order. */
  readonly lines: readonly string[];
}

/** The headline that readers see goes before the one made for sharing, where both say nearly the same. */
export function pageTitle({ document, stated, outlet, host, lines }: TitleSearch): string | undefined {
  const inHead = headTitle(document);
  const names = [outlet, host].filter((name) => name !== undefined);
  const clean = (title: string): string =>
    names.reduce((text, name) => withoutSite(text, name), collapse(title));
  const isSite = (text: string): boolean => names.some((name) => bare(name) === bare(text));
  const all = [...stated, ...(inHead === "" ? [] : [inHead])];
  const seen =
    confirmed(headings(document, "h1, [itemprop=headline]"), all) ??
    confirmed(headings(document, "h2, h3, [class*=headline], [class*=title]"), all);
  if (seen !== undefined && !isSite(seen)) return clean(seen);
  const main = mainHeading(document);
  const [best] = stated;
  if (best !== undefined && !isSite(best)) return clean(best);
  // A heading that nothing confirms is the headline only where the head has none but the site's name.
  if (
    main !== undefined &&
    !isSite(main) &&
    (inHead === "" || isSite(inHead) || bare(inHead).length < MIN_LETTERS)
  )
    return main;
  if (inHead === "" || isSite(inHead)) return main;
  // Pages without headings show their headline all the same.
  const shown = lines.find((text) => {
    return text.length >= inHead.length / 2 && (inHead.startsWith(text) || inHead.endsWith(text));
  });
  return clean(shown ?? inHead);
}
