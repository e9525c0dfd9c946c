import { processorMs, type TextReader } from "./reader.ts";
import type { Table } from "./table.ts";

/** Words of the "article" in articles per second. */
const ARTICLE_WORDS = 500;

/** Rounds in which the tools read in turn, so that a busy machine slows all of them alike. */
const ROUNDS = 3;

/** Articles of a round: others in each, so that no tool remembers them; few enough for the slowest. */
const ARTICLES = 20;

function countWords(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0);
}

/** Milliseconds of processor time that each tool takes for all texts. */
function timeReaders(readers: readonly TextReader[], texts: readonly string[]): number[] {
  const times = readers.map(() => 0);
  for (let from = 0; from < texts.length; from += ARTICLES) {
    readers.forEach((reader, r) => {
      const before = process.cpuUsage();
      for (const text of texts.slice(from, from + ARTICLES)) reader.process(text);
      times[r] = (times[r] ?? 0) + processorMs(before);
    });
  }
  return times;
}

/**
 * What reading costs. Ours gives trees and names, the peers tags, lemmas and sentences. To load is, for ours, to make
 * the models ready; for a peer to import it and to read a first sentence.
 */
export function costTable(readers: readonly TextReader[], articles: readonly string[]): Table {
  const texts = articles.slice(0, ROUNDS * ARTICLES);
  const words = countWords(texts);
  const times = timeReaders(readers, texts);
  return {
    title: "cost",
    about: `articles of ${ARTICLE_WORDS} words per second of processor time (${texts.length} articles of PolNeAR dev, the tools in turn); processor time to load; models and code of a peer, gzipped`,
    columns: ["articles/s", "× ours", "load ms", "MB"],
    floors: [],
    rows: readers.map(({ name, loadMs, bytes }, r) => {
      const speed = (words / ARTICLE_WORDS / (times[r] ?? Number.NaN)) * 1e3;
      const share = (times[0] ?? Number.NaN) / (times[r] ?? Number.NaN);
      return {
        name,
        cells: [speed.toFixed(1), share.toFixed(2), loadMs.toFixed(0), (bytes / 1e6).toFixed(2)],
      };
    }),
  };
}
