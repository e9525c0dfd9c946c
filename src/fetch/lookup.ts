import type { LookupAddress } from "node:dns";
import { lookup as resolveName } from "node:dns/promises";
import { isIP, type LookupFunction } from "node:net";
import type { MayReach } from "./address.ts";
import { FetchError } from "./problem.ts";

/** The addresses of a host. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

/** As this machine resolves names. */
export const resolveHost: Resolve = (host) => resolveName(host, { all: true, verbatim: true });

/** What to do for who wants to reach a place that is refused. */
const ALLOW = "give --allow-private if that is what you want";

function refused(host: string, address: string): FetchError {
  const which = host === address ? host : `${host} (${address})`;
  return new FetchError("forbidden", `${which} is not an address on the public Internet; ${ALLOW}.`);
}

/**
 * Refuses a host that is itself an address that may not be reached: Node asks no lookup for these.
 *
 * @throws FetchError `forbidden`
 */
export function checkLiteral(hostname: string, mayReach: MayReach): void {
  const host = hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) !== 0 && !mayReach(host)) throw refused(host, host);
}

async function checkedAddresses(
  host: string,
  { resolve, mayReach }: { readonly resolve: Resolve; readonly mayReach: MayReach },
): Promise<LookupAddress[]> {
  const all = await resolve(host);
  // One address that may not be reached is enough: the name is not that of a public server.
  const wrong = all.find(({ address }) => !mayReach(address));
  if (wrong) throw refused(host, wrong.address);
  if (all.length > 0) return [...all];
  throw Object.assign(new Error(`no address of ${host}`), { code: "ENOTFOUND" });
}

/**
 * A lookup for Node's sockets that checks what it gives: the socket connects to the very address that was
 * checked, so a name that answers differently the second time (DNS rebinding) gains nothing.
 */
export function checkedLookup(options: {
  readonly resolve: Resolve;
  readonly mayReach: MayReach;
}): LookupFunction {
  return (host, { all }, callback) => {
    checkedAddresses(host, options).then(
      (addresses) => {
        const [first] = addresses;
        if (all) callback(null, addresses);
        else callback(null, first?.address ?? "", first?.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, "", 0),
    );
  };
}
