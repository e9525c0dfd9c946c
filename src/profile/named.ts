import type { LinkedEntity } from "../model/link.ts";
import { plainWords } from "./words.ts";

function isCalled(names: readonly (readonly string[])[], words: readonly string[]): boolean {
  return names.some((name) => name.join(" ") === words.join(" "));
}

/** What parts an office from what it is of: "minister | for fisheries". */
const OF = /^(?:of|for|to|at|in)$/;

function endsWith(words: readonly string[], end: readonly string[]): boolean {
  return words.slice(-end.length).join(" ") === end.join(" ");
}

/** Whether these words end the title, or the office in it; not the prime minister's of "adviser to the prime minister". */
function isOffice(title: string, words: readonly string[]): boolean {
  const own = plainWords(title);
  const parted = own.findIndex((word) => OF.test(word));
  if (parted < 0) return endsWith(own, words);
  return (
    endsWith(own.slice(0, parted), words) || (own.length - words.length < parted && endsWith(own, words))
  );
}

/**
 * Everybody who is meant by an id, by words of a name, or by an office that reports give. Who bears just this name comes
 * before those in whose name the words stand among others and who hold the office; who is mentioned in most reports comes
 * first.
 */
export function findNamed(entities: readonly LinkedEntity[], name: string): readonly LinkedEntity[] {
  const byId = entities.filter((entity) => entity.id === name);
  if (byId.length > 0) return byId;
  const words = plainWords(name);
  if (words.length === 0) return [];
  const named = entities
    .map((entity) => ({ entity, names: [entity.name, ...entity.names].map(plainWords) }))
    .filter(
      ({ entity, names }) =>
        names.some((each) => words.every((word) => each.includes(word))) ||
        entity.roles.some(({ title }) => isOffice(title, words)),
    );
  const exact = named.filter(({ names }) => isCalled(names, words));
  return (exact.length > 0 ? exact : named)
    .map(({ entity }) => entity)
    .sort((a, b) => b.mentions.length - a.mentions.length || (a.id < b.id ? -1 : 1));
}
