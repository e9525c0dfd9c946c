// Long lists: the next part is fetched when the end of the list comes near.

import { announce, fetchDocument, withParameter } from "./fetch.js";

/** How far ahead of the reader the next part is fetched. */
const AHEAD = "1500px";

let watcher;

const headingOf = (section) => section?.querySelector(":scope > h2, :scope > h3")?.textContent;

/** Appends sections; one that goes on with the last one there is joined to it. */
function append(home, sections) {
  const [first, ...rest] = sections;
  const last = [...home.querySelectorAll(":scope > section")].at(-1);
  if (last && first && last.className === first.className && headingOf(last) === headingOf(first)) {
    const inner = [...first.querySelectorAll(":scope > section")];
    if (inner.length > 0) append(last, inner);
    else last.querySelector(":scope > ol")?.append(...first.querySelectorAll(":scope > ol > li"));
    home.append(...rest);
  } else home.append(...sections);
}

/** Appends what the other list holds: sections, or items of one list. */
function join(results, other) {
  const sections = [...other.querySelectorAll(":scope > section")];
  if (sections.length > 0) append(results, sections);
  else results.querySelector(":scope > ol")?.append(...other.querySelectorAll(":scope > ol > li"));
}

async function more(link) {
  watcher.disconnect();
  const results = document.getElementById("results");
  const before = link.closest(".pager");
  results?.setAttribute("aria-busy", "true");
  try {
    const other = (await fetchDocument(withParameter(link.href, "part", "list"))).getElementById("results");
    if (!results?.isConnected || !other) return;
    const pager = other.querySelector(".pager");
    join(results, document.adoptNode(other));
    before.remove();
    // The way back leads to the part before the first that is here.
    pager?.querySelector("[rel=prev]")?.remove();
    if (pager) results.append(pager);
    results.dataset.long = "yes";
    announce();
  } catch {
    // The link stays: it leads to the next part as a page.
  } finally {
    results?.removeAttribute("aria-busy");
  }
}

function watch() {
  watcher.disconnect();
  const link = document.querySelector("#results .pager [rel=next]");
  if (link) watcher.observe(link);
}

export function start() {
  watcher = new IntersectionObserver(
    (seen) => {
      const near = seen.find(({ isIntersecting }) => isIntersecting);
      if (near) more(near.target);
    },
    { rootMargin: `0px 0px ${AHEAD} 0px` },
  );
  document.addEventListener("chronicler:swapped", watch);
  watch();
}
