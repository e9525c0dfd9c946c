/** The host of a web address without `www.` and its like, as the last resort for an outlet's name. */
function hostOf(url: string): string | undefined {
  const host = /^https?:\/\/(?:[^/@]*@)?([^/:?#]+)/i.exec(url)?.[1]?.toLowerCase();
  return host?.replace(/^(?:www\d?|m|amp|edition|mobile|en)\./, "");
}

/** Sites put their slogan after their name. */
const SLOGAN = /\s[|–—•·»:-]\s.*$/;
/** What stands before the mark is a name only if it has some length. */
const MIN_NAME = 3;

/** The name without the slogan. */
function withoutSlogan(name: string): string {
  const cut = name.replace(SLOGAN, "").trim();
  return cut.length >= MIN_NAME ? cut : name;
}

/** The outlet's name: what the page says, else the host of its address. */
export function outletOf(stated: string | undefined, url: string | undefined): string | undefined {
  return stated !== undefined ? withoutSlogan(stated) : url === undefined ? undefined : hostOf(url);
}
