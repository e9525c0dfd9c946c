/** Lines that carry no words of the report: rules, fences, what links and notes point to. */
const MARKUP_LINES =
  /^(?:[ \t]*([-*_])(?:[ \t]*\1){2,}|[ \t]*(?:```|~~~).*|[ \t]{0,3}\[[^\]\n]{1,200}\]:[ \t]*(?:<[^>\n]*>|https?:\S+|\/\S*|#\S*)(?:[ \t]+["'(].*)?)[ \t]*$/gm;

/** A line with a line of `=` or `-` under it, after an empty line. */
const UNDERLINED = /(?<=^|\n[ \t]*\n)([^\n]{1,200})\n[ \t]{0,3}(=+|-{2,})[ \t]*(?=\n|$)/g;

/** A picture in a line of its own, perhaps a link itself. */
const PICTURE_LINE = /^[ \t]*\[?!\[([^\]\n]*)\](?:\([^)\n]*\)|\[[^\]\n]*\])(?:\]\([^)\n]*\))?[ \t]*$/;

/** What describes a picture has at least so many words; "logo" and "photo 1" describe nothing. */
const MIN_CAPTION_WORDS = 4;

/** Takes away the lines that are markup alone, and writes headings in one way. */
export function withoutMarkupLines(text: string): string {
  return text
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<br[ \t]*\/?>/gi, "\n")
    .replace(
      UNDERLINED,
      (_whole, line: string, rule: string) => `${rule.startsWith("=") ? "#" : "##"} ${line}`,
    )
    .replace(MARKUP_LINES, "");
}

/** What a line that is a picture says of it; null where the line is none, empty where it says nothing. */
export function pictureCaption(line: string): string | null {
  const words = PICTURE_LINE.exec(line)?.[1];
  if (words === undefined) return null;
  return words.split(/\s+/).length >= MIN_CAPTION_WORDS ? words : "";
}

/** The words of a line of Markdown: those of links and emphasis stay, pictures and the marks go. */
export function withoutMarks(line: string): string {
  return line
    .replace(/!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])/g, "")
    .replace(/\[\^[\w-]{1,40}\]:?/g, "")
    .replace(
      /\[([^[\]]+)\](?:\((?:<[^>]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+["'][^"']*["'])?\)|\[[\w .:-]{0,80}\](?!\())/g,
      "$1",
    )
    .replace(/<https?:[^>\s]+>/gi, "")
    .replace(/(\*\*|__|~~)(?=\S)(.+?)(?<=\S)\1/g, "$2")
    .replace(/(?<![\w*\\])\*(?=[^\s*])([^*\n]+?)(?<=[^\s*\\])\*(?![\w*])/g, "$1")
    .replace(/(?<![\w_\\])_(?=[^\s_])([^_\n]+?)(?<=[^\s_\\])_(?![\w_])/g, "$1")
    .replace(/(?<!`)`([^`\n]+)`(?!`)/g, "$1")
    .replace(/^(?:>\s?)+/, "")
    .replace(/\\([\\`*_{}[\]()#+\-.!>~|])/g, "$1");
}
