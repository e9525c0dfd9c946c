// Keys for reading: everything works without them.

const STOPS = ".entry .headline a, .quotation, .listing > li a";

/** Whether keys belong to something that the reader writes into. */
function isWriting(target) {
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
}

/** Moves the focus by one stop, to the first one in view where none has it. */
function move(step) {
  const stops = [...document.querySelectorAll(STOPS)];
  if (stops.length === 0) return;
  const current = stops.findIndex((stop) => stop.parentElement?.contains(document.activeElement));
  const inView = stops.findIndex((stop) => stop.getBoundingClientRect().top >= 0);
  const next = current < 0 ? Math.max(inView, 0) : Math.min(Math.max(current + step, 0), stops.length - 1);
  const stop = stops[next];
  if (!stop.matches("a")) stop.tabIndex = -1;
  stop.focus({ preventScroll: true });
  stop.scrollIntoView({ block: "center" });
}

const KEYS = {
  j: () => move(1),
  k: () => move(-1),
  "/": () => document.querySelector("#search")?.focus(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
  const act = KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});
