import { MessageChannel, receiveMessageOnPort, Worker } from "node:worker_threads";
import { ChroniclerError } from "../../model/error.ts";

/** Words that stand together on a page: lengths in points, from the lower left corner. */
export interface Run {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Height of the letters. */
  readonly size: number;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly runs: readonly Run[];
}

/** The words of a PDF, page by page, in the order in which it writes them. */
export interface Pdf {
  readonly pages: readonly PdfPage[];
  /** Of the whole document; `pages` may be fewer. */
  readonly numPages: number;
  /** What the document calls itself; often the name of a file. */
  readonly title: string;
}

/** A report has a few pages, a long study a few hundred. */
const MAX_PAGES = 500;
/** As many characters as the longest report may have; the rest need not be read. */
const MAX_LENGTH = 400_000;
/** Long studies take a second or two. In milliseconds. */
const TIME_LIMIT = 30_000;
/** In MB. */
const MEMORY_LIMIT = 1024;

type Answer =
  | { readonly value: Pdf }
  | { readonly error: { readonly name: string; readonly message: string } };

let worker: Worker | null = null;

/** One thread serves all PDFs, until one of them makes it hang. */
function workerFor(): Worker {
  worker ??= new Worker(new URL("./worker.mjs", import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT },
    execArgv: [],
  });
  worker.on("error", () => {
    worker = null;
  });
  // The program may end while the thread waits for work.
  worker.unref();
  return worker;
}

function stopWorker(): void {
  void worker?.terminate();
  worker = null;
}

/** Asks the thread and waits: reading is a function of the bytes like that of any other format. */
function ask(bytes: Uint8Array): Answer | null {
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const { port1, port2 } = new MessageChannel();
  const job = { bytes: Uint8Array.from(bytes), maxPages: MAX_PAGES, maxLength: MAX_LENGTH };
  try {
    workerFor().postMessage({ job, port: port2, signal }, [port2]);
    const ended = Atomics.wait(signal, 0, 0, TIME_LIMIT) !== "timed-out";
    return ended ? ((receiveMessageOnPort(port1)?.message as Answer | undefined) ?? null) : null;
  } finally {
    port1.close();
  }
}

const IN_WORDS: Readonly<Record<string, string>> = {
  PasswordException: "it is locked with a password; save it without one",
  InvalidPDFException: "its structure is damaged; fetch it anew",
};

/** Whether the bytes are a PDF; some have a few bytes of other things before. */
export function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder("latin1").decode(bytes.subarray(0, 1024)).includes("%PDF-");
}

/**
 * The words of a PDF and where they stand. Nothing in it is run.
 *
 * @throws ChroniclerError `unreadable`, `too-large`
 */
export function extractPdf(bytes: Uint8Array, name: string): Pdf {
  const answer = ask(bytes);
  if (answer === null) {
    stopWorker();
    const seconds = TIME_LIMIT / 1000;
    const message = `${name} could not be read within ${seconds} seconds; it is no common PDF. Save its text instead.`;
    throw new ChroniclerError("too-large", message);
  }
  if ("value" in answer) return answer.value;
  const { name: kind, message: detail } = answer.error;
  const reason = IN_WORDS[kind] ?? `${detail.replace(/\.$/, "")}; save its text instead`;
  throw new ChroniclerError("unreadable", `${name} is a PDF that cannot be read: ${reason}.`);
}
