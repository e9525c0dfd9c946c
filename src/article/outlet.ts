/** The host of a web address without `www.` and its like, as the last resort for an outlet's name. */
function hostOf(url: string): string | undefined {
  const host = /^https?:\/\/(?:[^/@]*@)?([^/:?#]+)/i.exec(url)?.[1]?.toLowerCase();
  return host?.replace(/^(?:www\d?|m|amp|edition|mobile|en)\./, "");
}

/** The outlet's name: what the page says, else the host of its address. */
export function outletOf(stated: string | undefined, url: string | undefined): string | undefined {
  return stated ?? (url === undefined ? undefined : hostOf(url));
}
