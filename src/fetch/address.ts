import { BlockList, isIP, isIPv4 } from "node:net";
import { parseTable } from "../model/table.ts";

/** Whether an IP address may be connected to. */
export type MayReach = (address: string) => boolean;

const TABLE = "data/fetch-blocks.tsv";

/** Apart by family, because a list takes an IPv4 address for its form in IPv6, which is blocked. */
function blockListsOf(bytes: Uint8Array): { readonly ipv4: BlockList; readonly ipv6: BlockList } {
  const lists = { ipv4: new BlockList(), ipv6: new BlockList() };
  for (const { block } of parseTable(TABLE, bytes, ["block", "example", "name"])) {
    const [net = "", bits = ""] = block.split("/");
    const family = isIPv4(net) ? "ipv4" : "ipv6";
    lists[family].addSubnet(net, Number(bits), family);
  }
  return lists;
}

/** An address of a network card of this machine, "fe80::1%eth0", without the card. */
function withoutZone(address: string): string {
  return address.replace(/%.*$/, "");
}

/**
 * Lets through addresses of the public Internet only: none of this machine or of a network around it, in
 * whatever form it is written. `read` gives the bytes of a file of the package.
 *
 * @throws ChroniclerError `bad-table`
 */
export function publicOnly(read: (path: string) => Uint8Array): MayReach {
  const blocked = blockListsOf(read(TABLE));
  return (address) => {
    const plain = withoutZone(address);
    if (isIP(plain) === 0) return false;
    const family = isIPv4(plain) ? "ipv4" : "ipv6";
    return !blocked[family].check(plain, family);
  };
}

/** Lets everything through, for those who say that they want it. */
export const anywhere: MayReach = () => true;
