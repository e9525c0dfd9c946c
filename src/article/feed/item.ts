/** A report as a feed gives it: some have all of its words, some its first sentences. */
export interface FeedItem {
  readonly title?: string;
  /** The address of its page. */
  readonly url?: string;
  /** As the feed has it, in whatever form. */
  readonly published?: string;
  readonly updated?: string;
  readonly authors: readonly string[];
  /** Where the feed takes it from another outlet, that one. */
  readonly outlet?: string;
  readonly language?: string;
  readonly html: string;
  /** Whether `html` is no more than the opening of the report. */
  readonly isTeaser: boolean;
}

/** A feed, whatever its format. */
export interface Feed {
  readonly title?: string;
  readonly language?: string;
  readonly items: readonly FeedItem[];
}

/** What stands at the end of words that go on elsewhere. */
const GOES_ON =
  /(?:…|\.\.\.|\[(?:…|\.{2,3}|&#8230;|&hellip;|\+\d+ chars)\]|\b(?:read (?:more|on|the (?:full|whole|rest).{0,20})|continue reading.{0,80}|(?:the post .{1,200} )?appeared first on .{1,80})\s*[»›→>.]*)\s*$/i;

/** A summary with as many characters, over several paragraphs, is the report itself. */
const MIN_WHOLE = 700;

/** The words of HTML, roughly: enough to count them and to see how they end. */
function wordsOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** What a feed has of a report: a field for its content, and one for a summary. */
export interface FeedText {
  readonly content: string;
  readonly summary: string;
}

/** The longer of the two, and whether it is only the opening of the report. */
export function chooseText({ content, summary }: FeedText): Pick<FeedItem, "html" | "isTeaser"> {
  const isContent = content.length >= summary.length && wordsOf(content) !== "";
  const html = isContent ? content : summary;
  const words = wordsOf(html);
  if (GOES_ON.test(words)) return { html, isTeaser: true };
  // What calls itself content and says no more than the summary is one.
  const repeats = isContent && words === wordsOf(summary);
  const isTeaser = (!isContent || repeats) && words.length < MIN_WHOLE;
  return { html, isTeaser };
}
