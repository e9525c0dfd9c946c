/** Marks that stand on another character, and signs that are not shown. */
const NO_WIDTH = /\p{Mn}|\p{Me}|\p{Cf}|\p{Cc}/u;

/** Scripts and signs that take two columns. */
const TWO_WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** Columns that the text takes on a terminal. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    if (!NO_WIDTH.test(character)) width += TWO_WIDE.test(character) ? 2 : 1;
  }
  return width;
}

/** A word too long for a line is cut, rather than left to the terminal. */
function cut(word: string, width: number): string[] {
  const parts: string[] = [];
  let part = "";
  for (const character of word) {
    if (widthOf(part + character) > width) {
      parts.push(part);
      part = "";
    }
    part += character;
  }
  return [...parts, part];
}

/** Holds two words together in a line; it is printed as a space. */
export const NO_BREAK = "\u00a0";

/** Breaks the text between words into lines of at most `width` columns; white space is joined. */
export function wrap(text: string, width: number): string[] {
  const words = text.split(/[^\S\u00a0]+/u).filter((word) => word !== "");
  const lines: string[] = [];
  let line = "";
  for (const word of words.flatMap((each) => (widthOf(each) > width ? cut(each, width) : [each]))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && widthOf(longer) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  if (line !== "") lines.push(line);
  return lines.map((each) => each.replaceAll(NO_BREAK, " "));
}
