// Files can be dropped on the page, and the work tells how far it is.

import { fetchDocument, withParameter } from "./fetch.js";

function takeDrops(form) {
  const files = form.querySelector("[type=file]");
  const isFiles = (event) => event.dataTransfer?.types.includes("Files");
  document.addEventListener("dragover", (event) => {
    if (!isFiles(event)) return;
    event.preventDefault();
    form.classList.add("over");
  });
  document.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) form.classList.remove("over");
  });
  document.addEventListener("drop", (event) => {
    if (!isFiles(event)) return;
    event.preventDefault();
    form.classList.remove("over");
    files.files = event.dataTransfer.files;
    form.requestSubmit();
  });
}

async function showStep() {
  const other = await fetchDocument(withParameter(location.href, "part", "job"));
  const [box, fresh] = [document.getElementById("job"), other.getElementById("job")];
  if (box && fresh) box.replaceWith(document.adoptNode(fresh));
}

function follow(job) {
  const events = new EventSource(job.dataset.events);
  let busy = false;
  events.addEventListener("step", async ({ data }) => {
    const { over } = JSON.parse(data);
    if (over) events.close();
    if (busy && !over) return;
    busy = true;
    await showStep().catch(() => {});
    busy = false;
    if (over) document.title = document.title.replace("Adding", "Added");
  });
  addEventListener("pagehide", () => events.close());
}

export function start() {
  const form = document.getElementById("add");
  if (form) takeDrops(form);
  const job = document.getElementById("job");
  if (job && job.dataset.over === "no") follow(job);
}
