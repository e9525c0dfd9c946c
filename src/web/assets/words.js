// The words that an entry rests on: fetched when its line is opened.

import { fetchDocument, withParameter } from "./fetch.js";

async function load(details) {
  const address = details.dataset.words;
  details.removeAttribute("data-words");
  try {
    const words = await fetchDocument(withParameter(address, "part", "words"));
    details.replaceChildren(details.querySelector("summary"), ...document.adoptNode(words.body).childNodes);
  } catch {
    // The link to the entry's own page stays; the next opening tries again.
    details.dataset.words = address;
  }
}

export function start() {
  const onToggle = ({ target }) => {
    if (target instanceof HTMLDetailsElement && target.open && target.dataset.words) load(target);
  };
  // The event does not bubble; it can be caught on its way down.
  document.addEventListener("toggle", onToggle, true);
}
