import { anywhere, publicOnly } from "../fetch/address.ts";
import { Fetcher } from "../fetch/fetcher.ts";
import { packageVersion, readPackageFile } from "../resources.ts";

export interface WebOptions {
  /** Fetch from this machine and the network around it too. */
  readonly allowPrivate?: boolean;
  /** Longest wait for a busy server before another try, in seconds; 0 to try once. */
  readonly patience?: number;
}

/**
 * What fetches from the web: from public addresses only, where nothing else is said.
 *
 * @throws ChroniclerError `bad-table`
 */
export function openWeb({ allowPrivate = false, patience }: WebOptions = {}): Fetcher {
  return new Fetcher({
    version: packageVersion(),
    mayReach: allowPrivate ? anywhere : publicOnly(readPackageFile),
    ...(patience === undefined ? {} : { patience }),
  });
}
