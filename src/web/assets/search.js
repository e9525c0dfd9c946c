// Finds appear while words are typed.

import { fetchDocument, withParameter } from "./fetch.js";

/** How long to wait for the next letter, in milliseconds; and how many letters make a search. */
const PAUSE = 150;
const LEAST = 2;

let asking;

async function find(input, box) {
  asking?.abort();
  asking = new AbortController();
  const isPage = input.dataset.finds === "results";
  const words = input.value.trim();
  if (words.length < LEAST) {
    if (!isPage) box.hidden = true;
    return;
  }
  const address = withParameter(withParameter("/search", "q", words), "part", isPage ? "all" : "first");
  const other = await fetchDocument(address, { signal: asking.signal }).catch(() => null);
  const found = other?.getElementById("results");
  if (!found) return;
  box.replaceChildren(...document.adoptNode(found).childNodes);
  box.hidden = false;
  if (isPage) history.replaceState(null, "", withParameter("/search", "q", words));
}

/** From the field down into the finds, and back. */
function step(event, input, box) {
  if (event.key === "Escape") {
    box.hidden = true;
    input.focus();
    return;
  }
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const stops = [input, ...box.querySelectorAll("a")];
  const at = stops.indexOf(document.activeElement);
  const next = stops[Math.min(Math.max(at + (event.key === "ArrowDown" ? 1 : -1), 0), stops.length - 1)];
  if (box.hidden || !next) return;
  event.preventDefault();
  next.focus();
}

export function start() {
  const input = document.getElementById("search");
  const isPage = input?.dataset.finds === "results";
  const box = input && document.getElementById(isPage ? "results" : "finds");
  if (!input || !box) return;
  let timer;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => find(input, box), PAUSE);
  });
  if (isPage) return;
  input.form.addEventListener("keydown", (event) => step(event, input, box));
  document.addEventListener("click", (event) => {
    if (!input.form.contains(event.target)) box.hidden = true;
  });
}
