import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseTable } from "../model/table.ts";
import { publicOnly } from "./address.ts";

const read = (path: string): Uint8Array => readFileSync(new URL(`../../${path}`, import.meta.url));
const mayReach = publicOnly(read);
const rows = parseTable("blocks", read("data/fetch-blocks.tsv"), ["block", "example", "name"]);

describe("addresses", () => {
  it.each(rows.map((row) => [row.example, row.name]))("%s is not reached: %s", (example) => {
    expect(mayReach(example)).toBe(false);
  });

  it.each([
    "127.255.255.254",
    "::ffff:127.0.0.1",
    "::ffff:7f00:1",
    "0:0:0:0:0:ffff:a00:1",
    "::127.0.0.1",
    "fe80::1%eth0",
    "100.64.0.0",
    "100.127.255.255",
    "172.16.0.0",
    "192.168.255.255",
    "no address",
    "",
    "localhost",
  ])("%s is not reached", (address) => {
    expect(mayReach(address)).toBe(false);
  });

  it.each([
    "1.1.1.1",
    "8.8.8.8",
    "100.63.255.255",
    "100.128.0.0",
    "172.15.255.255",
    "172.32.0.0",
    "192.167.255.255",
    "2606:4700::1111",
    "2a00:1450:4001::1",
  ])("%s is reached", (address) => {
    expect(mayReach(address)).toBe(true);
  });
});
