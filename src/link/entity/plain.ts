/** Letters with points between them are one word: "U.S.". */
export const INITIALS = /(?<!\p{L})(?:\p{L}\.){2,}/gu;

/** Small letters without marks; apostrophes fall away, other signs part words. */
export function normalized(name: string): string {
  return name
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/['’]s?$|['’ʻʼ`]/gu, "")
    .replace(INITIALS, (letters) => letters.replaceAll(".", ""))
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/^the (?=.)/u, "");
}
