import type { Article } from "../../model/article.ts";

/** Endings of addresses that are sold to everybody, although a country has them. */
const SOLD = new Set(["ai", "cc", "co", "fm", "gg", "io", "ly", "me", "to", "tv", "ws", "eu"]);

/** The country that the outlet's address ends with (ISO 3166-1 alpha-2): a British paper's Cambridge is the British one. */
export function homeCountry({ url, outlet }: Pick<Article, "url" | "outlet">): string | undefined {
  const host = /^(?:[a-z]+:\/\/)?([a-z\d.-]+\.[a-z]{2,})(?:[:/]|$)/iu;
  const name = host.exec(url ?? "")?.[1] ?? host.exec(outlet ?? "")?.[1];
  const ending = name?.split(".").at(-1)?.toLowerCase() ?? "";
  if (ending.length !== 2 || SOLD.has(ending)) return undefined;
  return ending === "uk" ? "GB" : ending.toUpperCase();
}
