import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Place } from "../../src/mention/place/gazetteer.ts";
import { analyzeArticle, loadResources } from "../../src/pipeline.ts";
import { loadStages, readPackageFile } from "../../src/resources.ts";
import type { FoundPlace, GoldArticle, PlaceFinder } from "./gold.ts";

/** Chronicler, and beside it the same places with the largest place of each name: what choosing is worth. */
export async function loadOurs(): Promise<readonly [PlaceFinder, PlaceFinder]> {
  const resources = loadResources(readPackageFile);
  const { readRecord } = await loadStages();
  const memory = new Map<GoldArticle, readonly (FoundPlace & { text: string })[]>();
  const find = (article: GoldArticle) => {
    const known = memory.get(article);
    if (known) return known;
    const { id, outlet, text } = article;
    const { entities } = analyzeArticle(readRecord({ id, outlet, text, clean: true }), resources);
    const found = entities.flatMap(({ type, lat, lon, mentions }) =>
      mentions
        .filter(({ kind }) => type === "place" && kind === "name")
        .map(({ start, end, text: words, rule }) => ({
          ...{ start, end, text: words, rule },
          ...(lat === undefined || lon === undefined ? {} : { lat, lon }),
        })),
    );
    memory.set(article, found);
    return found;
  };
  const largest = (name: string): Partial<Place> =>
    [...resources.entities.places.gazetteer.lookup(name)].sort((a, b) => b.population - a.population)[0] ??
    {};
  return [
    { name: "Chronicler", find },
    {
      name: "the largest place of each name",
      find: (article) =>
        find(article).map(({ start, end, text }) => {
          const { lat, lon } = largest(text);
          return { start, end, ...(lat === undefined || lon === undefined ? {} : { lat, lon }) };
        }),
    },
  ];
}

const MODULES = join(import.meta.dirname, "../../node_modules");

/** What is used of compromise. */
interface Compromise {
  places(): { json(options: object): { offset: { start: number; length: number } }[] };
}

/** The finder of places of npm that is installed here; wink-nlp has none. It gives no points. */
export async function loadPeers(): Promise<readonly PlaceFinder[]> {
  if (!existsSync(join(MODULES, "compromise"))) return [];
  const { default: nlp } = await import("compromise");
  const { version } = JSON.parse(readFileSync(join(MODULES, "compromise/package.json"), "utf8")) as {
    version: string;
  };
  return [
    {
      name: `compromise ${version} (npm)`,
      find: ({ text }) =>
        (nlp(text) as unknown as Compromise)
          .places()
          .json({ offset: true })
          .map(({ offset }) => spanOf(text, offset)),
    },
  ];
}

/** Without the marks after the words, which compromise counts in. */
function spanOf(text: string, { start, length }: { start: number; length: number }): FoundPlace {
  const words = text.slice(start, start + length).replace(/(?:['’]s)?[\s.,;:!?"”’)]*$/u, "");
  return { start, end: start + words.length };
}
