// Reads the words of a PDF in a thread of its own, which can be stopped: a PDF may be made to take for ever.
// Nothing in it is run or fetched: no scripts, no forms, no fonts or tables from elsewhere.
import { parentPort } from "node:worker_threads";
import { getDocumentProxy } from "unpdf";

const OPTIONS = {
  verbosity: 0,
  isEvalSupported: false,
  enableXfa: false,
  disableFontFace: true,
  useSystemFonts: false,
  useWorkerFetch: false,
  disableRange: true,
  disableStream: true,
  disableAutoFetch: true,
  stopAtErrors: false,
};

async function pageOf(document, number) {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent({ includeMarkedContent: false });
  const [, , width, height] = page.view;
  page.cleanup();
  const runs = items.map(({ str, transform, width: length, height: size }) => ({
    text: str,
    x: transform[4],
    y: transform[5],
    width: length,
    size: Math.abs(transform[3]) || size,
  }));
  return { width, height, runs };
}

async function read({ bytes, maxPages, maxLength }) {
  const document = await getDocumentProxy(bytes, OPTIONS);
  const pages = [];
  let length = 0;
  for (let number = 1; number <= Math.min(document.numPages, maxPages) && length <= maxLength; number++) {
    const page = await pageOf(document, number);
    length += page.runs.reduce((sum, run) => sum + run.text.length, 0);
    pages.push(page);
  }
  const info = await document.getMetadata().catch(() => null);
  const { numPages } = document;
  await document.destroy();
  return { pages, numPages, title: typeof info?.info?.Title === "string" ? info.info.Title : "" };
}

parentPort.on("message", async ({ job, port, signal }) => {
  try {
    port.postMessage({ value: await read(job) });
  } catch (error) {
    port.postMessage({ error: { name: error?.name ?? "Error", message: String(error?.message ?? error) } });
  }
  Atomics.store(signal, 0, 1);
  Atomics.notify(signal, 0);
});
