import type { LinkedEntity } from "../model/link.ts";
import { plainWords } from "./words.ts";

function isCalled(names: readonly (readonly string[])[], words: readonly string[]): boolean {
  return names.some((name) => name.join(" ") === words.join(" "));
}

/**
 * Everybody who is meant by an id or by words of a name. Who bears just this name comes before those in whose
 * name the words stand among others; who is mentioned in most reports comes first.
 */
export function findNamed(entities: readonly LinkedEntity[], name: string): readonly LinkedEntity[] {
  const byId = entities.filter((entity) => entity.id === name);
  if (byId.length > 0) return byId;
  const words = plainWords(name);
  if (words.length === 0) return [];
  const named = entities
    .map((entity) => ({ entity, names: [entity.name, ...entity.names].map(plainWords) }))
    .filter(({ names }) => names.some((each) => words.every((word) => each.includes(word))));
  const exact = named.filter(({ names }) => isCalled(names, words));
  return (exact.length > 0 ? exact : named)
    .map(({ entity }) => entity)
    .sort((a, b) => b.mentions.length - a.mentions.length || (a.id < b.id ? -1 : 1));
}
