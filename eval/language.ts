import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadLanguage, readLanguage } from "../src/language/language.ts";
import { measureBoundaries, measureGoldWords } from "../training/measure.ts";
import { measureMeantime, measureUner, unerDev } from "../training/measure-names.ts";
import { devSentences } from "../training/treebank.ts";

/** Words of the "article" in articles per second. */
const ARTICLE_WORDS = 500;

function line(name: string, figures: Readonly<Record<string, number>>): string {
  const cells = Object.entries(figures).map(([key, value]) => `${key} ${value.toFixed(2)}`);
  return `${name.padEnd(22)} ${cells.join("  ")}`;
}

/** Articles of 500 words read per second of processor time, names included: PolNeAR dev, second of two rounds. */
function measureSpeed(gold: string, language: ReturnType<typeof loadLanguage>): number {
  const lines = readFileSync(join(gold, "quotes", "polnear-dev.jsonl"), "utf8")
    .trim()
    .split("\n");
  const texts = lines.map((each) => (JSON.parse(each) as { text: string }).text);
  const words = texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0);
  let seconds = 0;
  for (let round = 0; round < 2; round++) {
    const before = process.cpuUsage();
    for (const text of texts) {
      const blocks = [...text.matchAll(/[^\n]+/g)].map((match) => ({
        start: match.index,
        end: match.index + match[0].length,
        kind: "paragraph" as const,
      }));
      readLanguage(text, blocks, language);
    }
    const { user, system } = process.cpuUsage(before);
    seconds = (user + system) / 1e6;
  }
  return words / ARTICLE_WORDS / seconds;
}

/** The figures of the language layer on its dev sets, as a printed table. */
export async function evalLanguage(goldDir: string): Promise<string> {
  const root = join(import.meta.dirname, "..");
  const before = process.cpuUsage();
  const language = loadLanguage((name) => readFileSync(join(root, name)));
  const { user, system } = process.cpuUsage(before);
  const rows = [line("load", { "ms of processor": (user + system) / 1e3 })];
  for (const bank of ["ewt", "gum"] as const) {
    const sentences = devSentences(goldDir, bank);
    rows.push(line(`${bank} dev, gold words`, { ...measureGoldWords(sentences, language) }));
    rows.push(line(`${bank} dev, raw text`, { ...measureBoundaries(sentences, language) }));
    if (bank === "ewt") continue;
    const news = sentences.filter(({ doc }) => doc.startsWith("GUM_news"));
    rows.push(line("gum dev news", { ...measureGoldWords(news, language) }));
  }
  rows.push(line("names, UNER EWT dev", measureUner(unerDev(goldDir), language)));
  rows.push(line("names, MEANTIME Apple", measureMeantime(goldDir, language)));
  rows.push(line("speed", { "articles/s": measureSpeed(goldDir, language) }));
  return rows.join("\n");
}
