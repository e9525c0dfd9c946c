/** The host of a web address without `www.` and its like, as the last resort for an outlet's name. */
export function hostOf(url: string): string | undefined {
  const host = /^https?:\/\/(?:[^/@]*@)?([^/:?#]+)/i.exec(url)?.[1]?.toLowerCase();
  return host?.replace(/^(?:www\d?|m|amp|edition|mobile|en)\./, "");
}

/** Ends of hosts under which names are given out by the second label: `.co.uk`, `.com.br`. */
const SECOND_LEVEL = /^(?:co|com|org|net|gov|ac|edu|or|ne|go|gob|gov|info)$/;

/** The label of the host that its owner chose: `nytimes` of `www.nytimes.com`, `bbc` of `news.bbc.co.uk`. */
export function nameOfHost(url: string | undefined): string | undefined {
  const labels = (url === undefined ? "" : (hostOf(url) ?? "")).split(".");
  const owned = SECOND_LEVEL.test(labels.at(-2) ?? "") ? labels.at(-3) : labels.at(-2);
  return owned?.replace(/[^\p{L}\p{N}]/gu, "") || undefined;
}

/** Sites put their slogan after their name. */
const SLOGAN = /\s[|–—•·»:-]\s.*$/;
/** What stands before the mark is a name only if it has some length. */
const MIN_NAME = 3;

/** The name without the slogan. */
export function withoutSlogan(name: string): string {
  const cut = name.replace(SLOGAN, "").trim();
  return cut.length >= MIN_NAME ? cut : name;
}

/** The outlet's name: what the page says, else the host of its address. */
export function outletOf(stated: string | undefined, url: string | undefined): string | undefined {
  return stated !== undefined ? withoutSlogan(stated) : url === undefined ? undefined : hostOf(url);
}
