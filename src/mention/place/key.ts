/** Letters that have no mark to take off. */
const LETTERS: Readonly<Record<string, string>> = {
  ø: "o",
  ł: "l",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
  ə: "a",
};

/**
 * What the spellings of one name share: small letters of ASCII, without marks, points, apostrophes and "the"; "saint",
 * "mount" and "fort" as they are mostly shortened. Empty where the name is in other letters.
 */
export function placeKey(name: string): string {
  const plain = name
    .normalize("NFD")
    .toLowerCase()
    .replace(/[\u0300-\u036f.'’‘ʻʼ`]/gu, "")
    .replace(/[øłßæœđðþıə]/gu, (letter) => LETTERS[letter] ?? letter)
    .replace(/&/gu, " and ")
    .replace(/[\s\-–/,]+/gu, " ")
    .trim()
    .replace(/^the /u, "");
  const short = plain
    .replace(/\bsaint\b/gu, "st")
    .replace(/\bmount\b/gu, "mt")
    .replace(/\bfort\b/gu, "ft");
  return /^[a-z0-9 ()]+$/u.test(short) ? short : "";
}
