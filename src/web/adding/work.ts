import {
  type AddResult,
  addFromWeb,
  bytesInput,
  type Chronicle,
  type Found,
  type Given,
  joinResults,
  openInput,
  openWeb,
} from "../library.ts";

/** What a reader sent in to be added. */
export interface Work {
  /** Files, and pasted text as one of them. */
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** Addresses to be fetched. */
  readonly addresses: readonly string[];
  /** What is given of each report. */
  readonly given: Given;
}

/** Called with the name of what is being read; empty while what was read is linked. */
export type Report = (name: string) => void;

export interface WorkOptions {
  /** Fetch from this machine and the network around it too. */
  readonly allowPrivate?: boolean;
}

/** Longest wait for a busy server before another try, in seconds: somebody sits and waits. */
const PATIENCE = 5;

async function* foundIn({ files, given }: Work): AsyncGenerator<Found> {
  for (const { name, bytes } of files) yield* openInput(bytesInput(name, given, bytes));
}

/** Adds what was sent in; what cannot be read or fetched is told in the result. */
export async function addReports(
  chronicle: Chronicle,
  work: Work,
  { report, allowPrivate = false }: WorkOptions & { readonly report: Report },
): Promise<AddResult> {
  let result: AddResult = { added: [], updated: [], unchanged: 0, failures: [] };
  if (work.files.length > 0) result = await chronicle.addAll(foundIn(work), { progress: report });
  if (work.addresses.length === 0) return result;
  const fetcher = openWeb({ allowPrivate, patience: PATIENCE });
  for (const address of work.addresses) {
    report(address);
    result = joinResults(result, await addFromWeb(address, work.given, { chronicle, fetcher }));
  }
  return result;
}
