// Keys for reading: everything works without them.

const STOPS =
  ".entry .headline a, .quotation, .listing > li a:first-of-type, .stories h2 a, .difference .headline a";

/** Whether keys belong to something that the reader writes into. */
function isWriting(target) {
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
}

const stops = () => [...document.querySelectorAll(STOPS)];

const current = (all) =>
  all.findIndex(
    (stop) => stop === document.activeElement || stop.closest(".entry")?.contains(document.activeElement),
  );

function goTo(stop) {
  if (!stop) return;
  if (!stop.matches("a")) stop.tabIndex = -1;
  stop.focus({ preventScroll: true });
  stop.scrollIntoView({ block: "center" });
}

/** Moves the focus by one stop, to the first one in view where none has it. */
function move(step) {
  const all = stops();
  const at = current(all);
  const inView = all.findIndex((stop) => stop.getBoundingClientRect().top >= 0);
  goTo(all[at < 0 ? Math.max(inView, 0) : Math.min(Math.max(at + step, 0), all.length - 1)]);
}

/** The words of the entry that has the focus. */
function toggleWords() {
  const details = document.activeElement?.closest(".entry, .quotation")?.querySelector("details.citations");
  if (details) details.open = !details.open;
}

/** The first stop below the next heading. */
function nextHeading() {
  const all = stops();
  const from = document.activeElement?.closest("section") ?? null;
  const at = Math.max(current(all), 0);
  goTo(all.slice(at + 1).find((stop) => stop.closest("section") !== from) ?? all.at(-1));
}

const KEYS = {
  j: () => move(1),
  k: () => move(-1),
  o: toggleWords,
  n: nextHeading,
  s: () => location.assign("/"),
  a: () => location.assign("/add"),
  f: () => document.querySelector("#words, #about, #name")?.focus(),
  "/": () => document.querySelector("#search")?.focus(),
  "?": () => document.querySelector("#help")?.showModal(),
};

export function start() {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
    if (document.querySelector("dialog[open]")) return;
    const act = KEYS[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}
