// Filters act at once, and each state keeps its address.

import { announce, fetchDocument, swap } from "./fetch.js";

/** What the pages with a filter have in common: the parts that a filter changes. */
const PARTS = ["band", "results"];

/** How long to wait for more before the server is asked, in milliseconds. */
const PAUSE = 250;

let asking;

function addressOf(form) {
  const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ""));
  return `${form.getAttribute("action")}${query.size > 0 ? `?${query}` : ""}`;
}

/** Shows the page at an address in place of the parts of this one. */
export async function show(address) {
  asking?.abort();
  asking = new AbortController();
  const results = document.getElementById("results");
  results?.setAttribute("aria-busy", "true");
  try {
    const other = await fetchDocument(address, { signal: asking.signal });
    swap(other, PARTS);
    history.replaceState(null, "", address);
    announce();
  } catch (problem) {
    if (problem.name !== "AbortError") location.assign(address);
  } finally {
    results?.removeAttribute("aria-busy");
  }
}

/** Day by day through what was known: a slider beside the field. */
function addSlider(field) {
  if (field.querySelector("[type=range]")) return;
  const days = field.dataset.days.split(" ");
  const date = field.querySelector("input");
  const slider = document.createElement("input");
  Object.assign(slider, { type: "range", min: 0, max: days.length - 1, step: 1 });
  slider.setAttribute("aria-label", "As it was known, day by day");
  const place = () => {
    const at = date.value === "" ? days.length - 1 : days.findLastIndex((day) => day <= date.value);
    slider.value = Math.max(0, at);
    slider.setAttribute("aria-valuetext", date.value === "" ? "today" : date.value);
  };
  slider.addEventListener("input", () => {
    date.value = Number(slider.value) === days.length - 1 ? "" : days[slider.value];
    place();
  });
  date.addEventListener("input", place);
  field.append(slider);
  place();
}

export function start() {
  const form = document.getElementById("filter");
  if (!form) return;
  let timer;
  const ask = (pause) => {
    clearTimeout(timer);
    timer = setTimeout(() => form.reportValidity() && show(addressOf(form)), pause);
  };
  form.addEventListener("input", () => ask(PAUSE));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask(0);
  });
  for (const field of form.querySelectorAll("[data-days]")) addSlider(field);
}
