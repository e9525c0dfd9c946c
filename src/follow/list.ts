import { ChroniclerError } from "../model/error.ts";

/**
 * The feeds that a list names (OPML, as feed readers export it; or one address on each line).
 *
 * @throws ChroniclerError `unreadable`, `empty`, `too-large`, `not-text`
 */
export async function feedsInList(bytes: Uint8Array, name: string): Promise<readonly string[]> {
  const [{ decode }, { isOpml, readOpml }] = await Promise.all([
    import("../article/decode.ts"),
    import("../article/feed/opml.ts"),
  ]);
  const text = decode({ bytes, name });
  if (isOpml(text)) return readOpml(text, name).map((feed) => feed.url);
  const lines = text.split("\n").map((line) => line.trim());
  const feeds = lines.filter((line) => /^https?:\/\/\S+$/i.test(line));
  if (feeds.length > 0) return feeds;
  throw new ChroniclerError(
    "unreadable",
    `${name} names no feeds; expected a list as feed readers export it (OPML), or an address on each line.`,
  );
}
