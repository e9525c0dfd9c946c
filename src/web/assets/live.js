// New reports appear in open pages by themselves.

import { announce, fetchDocument, swap, withParameter } from "./fetch.js";

/** Changes come in bursts: the page waits until they pause, in milliseconds. */
const PAUSE = 600;

/** When this page was opened: what comes later is marked as new. */
const OPENED = new Date().toISOString().replace(/\.\d+Z$/, "Z");

let events;
let timer;

/** The first thing in view that will be there again, and where it stands. */
function hold() {
  const kept = [...document.querySelectorAll("#results [id]")].find(
    (each) => each.getBoundingClientRect().bottom > 0,
  );
  return kept && { id: kept.id, top: kept.getBoundingClientRect().top };
}

function settle(held) {
  const again = held && document.getElementById(held.id);
  if (again && scrollY > 0)
    scrollBy({ top: again.getBoundingClientRect().top - held.top, behavior: "instant" });
}

/** Whether the reader has opened something that would be lost. */
function isInUse(results) {
  return results.dataset.long === "yes" || results.querySelector("details[open]") !== null;
}

function offer() {
  const note = document.getElementById("live");
  const link = document.createElement("a");
  link.href = location.href;
  link.textContent = "New reports came in. Show them";
  note.replaceChildren(link);
  note.hidden = false;
}

async function refresh() {
  const results = document.getElementById("results");
  if (!results) return;
  const address = location.search.includes("since=")
    ? location.href
    : withParameter(location.href, "since", OPENED);
  const other = await fetchDocument(address).catch(() => null);
  const fresh = other?.getElementById("results");
  if (!fresh || fresh.textContent === results.textContent) return;
  if (isInUse(results)) {
    offer();
    return;
  }
  const held = hold();
  swap(other, ["band", "results"]);
  settle(held);
  announce();
}

function listen() {
  events?.close();
  events = undefined;
  // Browsers allow few open connections to one server: only the page in view has one.
  if (document.visibilityState !== "visible") return;
  events = new EventSource("/live");
  events.addEventListener("changed", () => {
    clearTimeout(timer);
    timer = setTimeout(refresh, PAUSE);
  });
}

export function start() {
  document.addEventListener("visibilitychange", () => {
    listen();
    if (document.visibilityState === "visible") timer = setTimeout(refresh, PAUSE);
  });
  addEventListener("pagehide", () => events?.close());
  listen();
}
