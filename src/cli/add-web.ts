import { type AddResult, addFromWeb, type Chronicle, type Given, openWeb } from "../index.ts";
import { showProgress } from "./progress.ts";

/** Whether what stands on the command line is an address to be fetched. */
export function isWebAddress(operand: string): boolean {
  return /^https?:\/\//i.test(operand);
}

export interface WebOptions {
  readonly given: Given;
  /** Fetch from this machine and the network around it too. */
  readonly allowPrivate: boolean;
}

/** Fetches the addresses one by one, and adds what stands there. */
export async function addAddresses(
  chronicle: Chronicle,
  urls: readonly string[],
  { given, allowPrivate }: WebOptions,
): Promise<readonly AddResult[]> {
  const fetcher = openWeb({ allowPrivate });
  const progress = showProgress();
  const results: AddResult[] = [];
  try {
    for (const [index, url] of urls.entries()) {
      progress.report(index, urls.length, url);
      results.push(await addFromWeb(url, given, { chronicle, fetcher }));
    }
  } finally {
    progress.end();
  }
  return results;
}
