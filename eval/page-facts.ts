import { dayOfUrl, findDay } from "../src/article/day.ts";
import { bare } from "../src/article/draft.ts";
import type { Article } from "../src/model/article.ts";
import type { GoldPage } from "./page-set.ts";

/** What a page says of itself in the plainest forms, read without the program's own reader. */
interface Stated {
  readonly days: readonly string[];
  readonly titles: readonly string[];
  readonly outlets: readonly string[];
}

function decoded(text: string): string {
  return text
    .replace(/\\u([\da-f]{4})/gi, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_all, code: string) => String.fromCharCode(Number(code)))
    .replace(/&#x([\da-f]+);/gi, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/&quot;/g, '"')
    .replace(/&(?:apos|#39);/g, "'")
    .replace(/&amp;/g, "&")
    .replace(/<[^>]*>/g, " ")
    .trim();
}

function metaContents(html: string, names: string): readonly string[] {
  const metas = html.match(/<meta\s[^>]*>/gi) ?? [];
  const named = metas.filter((meta) =>
    new RegExp(`(?:property|name|itemprop)=["']?(?:${names})["'\\s>]`, "i").test(meta),
  );
  return named.flatMap((meta) => {
    const content = /content=(?:"([^"]*)"|'([^']*)')/i.exec(meta);
    return content ? [decoded(content[1] ?? content[2] ?? "")] : [];
  });
}

function statedBy({ html, url }: GoldPage): Stated {
  const json = [...html.matchAll(/"datePublished"\s*:\s*"([^"]+)"/g)].map((match) => match[1] ?? "");
  const metas = metaContents(
    html,
    "article:published_time|og:article:published_time|datePublished|article:published",
  );
  const ofUrl = dayOfUrl(url);
  const days = [...json.slice(0, 1), ...metas].flatMap((text) => findDay(text) ?? []);
  const heads = [...html.matchAll(/<h1[^>]*>([\s\S]*?)<\/h1>/gi)].map((match) => decoded(match[1] ?? ""));
  return {
    days: [...days, ...(ofUrl === null ? [] : [ofUrl])].filter((day) => day > "1970-01-02"),
    titles: [...metaContents(html, "og:title|twitter:title"), ...heads].filter((title) => title !== ""),
    outlets: metaContents(html, "og:site_name").filter((name) => name !== "" && !/^https?:/.test(name)),
  };
}

/** One fact of a page, checked. */
export interface Fact {
  readonly task: "day" | "title" | "outlet";
  readonly ok: boolean;
  readonly text: string;
}

/** Checks what the program knows of a page against what the page plainly states; nothing where it does not. */
export function checkFacts(page: GoldPage, article: Article | null): readonly Fact[] {
  const { days, titles, outlets } = statedBy(page);
  const got = {
    day: article?.published.value ?? "",
    title: article?.title ?? "",
    outlet: article?.outlet ?? "",
  };
  const same = (a: string, b: string): boolean => bare(a).includes(bare(b)) || bare(b).includes(bare(a));
  const fact = (task: Fact["task"], stated: readonly string[], ok: boolean): readonly Fact[] =>
    stated.length === 0
      ? []
      : [{ task, ok, text: `got ${got[task]}; stated ${[...new Set(stated)].join(" | ")}` }];
  return [
    ...fact("day", days, days.includes(got.day)),
    ...fact("title", titles, got.title !== "" && titles.some((title) => same(title, got.title))),
    ...fact("outlet", outlets, got.outlet !== "" && outlets.some((name) => same(name, got.outlet))),
  ];
}
