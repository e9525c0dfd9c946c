// The band of time goes along with the list, and a stretch of it can be drawn out with the pointer.

import { show } from "./filter.js";

/** Pixels that the pointer must move before it draws a stretch and no longer only points. */
const SLACK = 6;

const entries = () => document.querySelectorAll(".entry[data-place]");

/** Marks on the band what of the list is in view. */
function follow() {
  const mark = document.getElementById("window");
  if (!mark) return;
  const places = [];
  for (const entry of entries()) {
    const { top, bottom } = entry.getBoundingClientRect();
    if (bottom < 0) continue;
    if (top > innerHeight) break;
    places.push(Number(entry.dataset.place));
  }
  const [from, to] = places.length > 0 ? [Math.min(...places), Math.max(...places)] : [0, 0];
  mark.setAttribute("x", `${Math.max(0, from - 0.6)}%`);
  mark.setAttribute("width", places.length > 0 ? `${to - from + 1.2}%` : "0");
}

/** The days of the columns from one place to another, as the links of the columns have them. */
function stretch(doors, from, to) {
  const [left, right] = [Math.min(from, to), Math.max(from, to)];
  const hit = doors.filter((door) => {
    const box = door.getBoundingClientRect();
    return box.right > left && box.left < right;
  });
  const [first, last] = [hit.at(0), hit.at(-1)].map(
    (door) => door && new URL(door.getAttribute("href"), location),
  );
  if (!first || !last) return null;
  first.searchParams.set("to", last.searchParams.get("to"));
  return first;
}

function draw(down) {
  const svg = down.target.closest?.(".band svg");
  if (!svg || down.button !== 0) return;
  const doors = [...svg.querySelectorAll("a")];
  const mark = document.getElementById("window");
  const left = svg.getBoundingClientRect().left;
  let drawn = false;
  const move = ({ clientX }) => {
    drawn ||= Math.abs(clientX - down.clientX) > SLACK;
    if (!drawn) return;
    mark.classList.add("drawn");
    mark.setAttribute("x", Math.min(clientX, down.clientX) - left);
    mark.setAttribute("width", Math.abs(clientX - down.clientX));
  };
  const up = ({ clientX }) => {
    removeEventListener("pointermove", move);
    const address = drawn ? stretch(doors, down.clientX, clientX) : null;
    mark.classList.remove("drawn");
    if (address) zoom(address);
  };
  addEventListener("pointermove", move);
  addEventListener("pointerup", up, { once: true });
  addEventListener("click", (event) => drawn && event.preventDefault(), { once: true, capture: true });
}

/** Shows a stretch, and puts it into the fields of the filter. */
function zoom(address) {
  for (const name of ["from", "to"]) {
    const field = document.getElementById(`filter-${name}`);
    if (field) field.value = address.searchParams.get(name) ?? "";
  }
  show(`${address.pathname}${address.search}`);
}

function open(event) {
  const link = event.target.closest?.(".band a");
  if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  zoom(new URL(link.getAttribute("href"), location));
}

export function start() {
  if (!document.getElementById("band")) return;
  let waiting = false;
  const soon = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      follow();
    });
  };
  addEventListener("scroll", soon, { passive: true });
  document.addEventListener("chronicler:swapped", soon);
  document.addEventListener("pointerdown", draw);
  document.addEventListener(
    "dragstart",
    (event) => event.target.closest?.(".band") && event.preventDefault(),
  );
  document.addEventListener("click", open);
  soon();
}
