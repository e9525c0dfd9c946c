/**
 * The roots of WEIS (World Event/Interaction Survey, McClelland 1976, ICPSR 5211), CAMEO's forerunner, with the roots of
 * CAMEO that cover the same acts. The dictionary of PETRARCH's unit tests is a WEIS one in large parts: "restore ties" is 06
 * there, "grant", and 05 in CAMEO, where 06 is material cooperation.
 */
const CAMEO_ROOTS: ReadonlyMap<string, readonly string[]> = new Map([
  ["01", ["08"]], // yield
  ["02", ["01"]], // comment
  ["03", ["04"]], // consult
  ["04", ["05"]], // approve
  ["05", ["03"]], // promise
  ["06", ["05", "08"]], // grant
  ["07", ["06", "07"]], // reward
  ["08", ["03", "05", "06"]], // agree
  ["09", ["02"]], // request
  ["10", ["02", "03"]], // propose
  ["11", ["12", "11"]], // reject, oppose
  ["12", ["11"]], // accuse, criticize
  ["13", ["11", "14"]], // protest
  ["14", ["01", "12"]], // deny
  ["15", ["10"]], // demand
  ["16", ["13", "01"]], // warn
  ["17", ["13"]], // threaten
  ["18", ["14", "15"]], // demonstrate
  ["19", ["16"]], // reduce relations
  ["20", ["16", "17"]], // expel
  ["21", ["17", "18"]], // seize
  ["22", ["18", "19", "20"]], // force
]);

const CAMEO_LAST = 20;

/** The root of a code: its first two digits. */
export function rootOf(code: string): string {
  return code.slice(0, 2);
}

/** Whether the number is a root of neither scheme: some unit tests use numbers such as 345 or 902, which mean nothing. */
export function isNoCode(code: string): boolean {
  return Number(rootOf(code)) > CAMEO_LAST && !CAMEO_ROOTS.has(rootOf(code));
}

/** Whether a CAMEO code of ours has the root of the gold code, read as CAMEO or, where asked, as WEIS as well. */
export function sameRoot(ours: string, gold: string, asWeis: boolean): boolean {
  const root = rootOf(ours);
  return root === rootOf(gold) || (asWeis && (CAMEO_ROOTS.get(rootOf(gold)) ?? []).includes(root));
}
