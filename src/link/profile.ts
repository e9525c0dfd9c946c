import type { Terms } from "../model/near.ts";
import { isTimed } from "./conflict.ts";
import { type EventMention, isPostponed, isPresupposed } from "./mention.ts";

/** Each once, as numbers that stand for them. */
export type Ids = readonly number[];

/** What a mention is compared by, as numbers: a part has hundreds of thousands of pairs that may be one event. */
export interface Profile {
  readonly mention: EventMention;
  readonly index: number;
  /** Index of its report among those of the part. */
  readonly report: number;
  /** How many events its report tells. */
  readonly neighbours: number;
  readonly lemma: number;
  readonly senses: Ids;
  readonly kind: number;
  /** -1 where it has none. */
  readonly code: number;
  readonly agents: Ids;
  readonly agentTypes: Ids;
  readonly agentWords: Ids;
  readonly patients: Ids;
  readonly patientWords: Ids;
  readonly placeWords: Ids;
  readonly nouns: Ids;
  /** "The earthquake", where most reports tell of one: the event that the story is on. */
  readonly isCentral: boolean;
  readonly isTimed: boolean;
  readonly isPostponed: boolean;
  /** How little its word says of what happens, from 0 to 1. */
  readonly general: number;
  /** Logarithm of how often the reports that have its word have it. */
  readonly repeated: number;
  /** Logarithm of how many mentions of the part have its word. */
  readonly rivals: number;
  /** Nouns and names of its sentence. */
  readonly words: Telling;
  /** Those of the words that state it. */
  readonly told: Telling;
}

/** Nouns and names as hashes, in rising order, with how much each tells in the part, and all together. */
export interface Telling {
  readonly words: Uint32Array;
  readonly tells: Float64Array;
  readonly sum: number;
}

/** How often the word of an event is used. */
export interface Use {
  readonly mentions: number;
  readonly reports: number;
}

/** How the words of a part are used, by which its mentions are compared. */
export interface Usage {
  /** Index of the report. */
  reportOf(mention: EventMention): number;
  useOf(mention: EventMention): Use;
  neighboursOf(mention: EventMention): number;
  /** Whether most reports have its word. */
  isCommon(mention: EventMention): boolean;
  /** How much a word of a sentence tells. */
  telling(word: number): number;
}

function tellingOf({ words }: Terms, usage: Usage): Telling {
  const tells = Float64Array.from(words, usage.telling);
  return { words, tells, sum: tells.reduce((sum, each) => sum + each, 0) };
}

/** How much the words tell that both have, from 0. */
export function sharedTelling(a: Telling, b: Telling): number {
  let [i, j, sum] = [0, 0, 0];
  while (i < a.words.length && j < b.words.length) {
    const x = a.words[i] as number;
    const y = b.words[j] as number;
    if (x === y) sum += a.tells[i] as number;
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  return sum;
}

/** The profiles of all mentions of a part, in their order. */
export function profilesOf(mentions: readonly EventMention[], usage: Usage): readonly Profile[] {
  const numbers = new Map<string, number>();
  const idOf = (name: string) => {
    const id = numbers.get(name) ?? numbers.size;
    if (id === numbers.size) numbers.set(name, id);
    return id;
  };
  const idsOf = (names: Iterable<string>) => Array.from(names, idOf);
  return mentions.map((mention, index) => ({
    mention,
    index,
    report: usage.reportOf(mention),
    neighbours: usage.neighboursOf(mention),
    lemma: idOf(mention.event.lemma),
    senses: idsOf(mention.event.senses ?? []),
    kind: idOf(mention.kind),
    code: mention.code === null ? -1 : idOf(mention.code),
    agents: idsOf(mention.agents),
    agentTypes: idsOf(mention.agentTypes),
    agentWords: idsOf(mention.agentWords),
    patients: idsOf(mention.patients),
    patientWords: idsOf(mention.patientWords),
    placeWords: idsOf(mention.placeWords),
    nouns: idsOf(mention.nouns),
    isCentral: usage.isCommon(mention) && isPresupposed(mention) && !mention.isSeveral,
    isTimed: isTimed(mention),
    isPostponed: isPostponed(mention),
    general: mention.general,
    repeated: Math.log(usage.useOf(mention).mentions / usage.useOf(mention).reports),
    rivals: Math.log(usage.useOf(mention).mentions),
    words: tellingOf(mention.words, usage),
    told: tellingOf(mention.told, usage),
  }));
}

/** Whether two have one in common; there are few of each. */
export function shares(a: Ids, b: Ids): boolean {
  for (const id of a) if (b.includes(id)) return true;
  return false;
}

/** How many they have in common. */
export function sharedCount(a: Ids, b: Ids): number {
  let count = 0;
  for (const id of a) if (b.includes(id)) count += 1;
  return count;
}
