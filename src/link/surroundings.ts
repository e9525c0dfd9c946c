import { groupBy } from "../model/group.ts";
import type { Terms } from "../model/near.ts";
import { contrasted, OTHERS } from "./contrast.ts";
import { crowdOf, isCommon } from "./crowd.ts";
import type { EventMention } from "./mention.ts";
import { type Profile, profilesOf, type Use } from "./profile.ts";
import { likeness } from "./terms.ts";

/** What mentions are compared by beside themselves: how alike their reports are, and how their words are used. */
export interface Surroundings {
  /** Of all mentions of the part. */
  readonly profiles: ReadonlyMap<EventMention, Profile>;
  /** How alike two reports are, by their indices, in contrast to the others of the part: from 0 to 1. */
  alike(a: number, b: number): number;
  /** Logarithm of how many times more reports there are than in a small story, from 0. */
  readonly crowd: number;
}

/** The reports of a part as what is told in them is compared, and the words they tell it with. */
export function surroundingsOf(mentions: readonly EventMention[]): Surroundings {
  const reports = [...new Map(mentions.map(({ analysis, report }) => [analysis, report]))];
  const terms = contrasted(reports.map(([, report]) => report));
  const indexOf = new Map(reports.map(([analysis], i) => [analysis, i]));
  const useOf = usesOf(mentions);
  const telling = tellingOf(mentions, reports.length);
  const told = groupBy(mentions, ({ analysis }) => analysis);
  const profiles = profilesOf(mentions, {
    reportOf: ({ analysis }) => indexOf.get(analysis) ?? 0,
    useOf,
    isCommon: (mention) => isCommon(useOf(mention).reports, reports.length),
    neighboursOf: ({ analysis }) => told.get(analysis)?.length ?? 1,
    telling: (word) => telling.get(word) ?? 0,
  });
  return {
    profiles: new Map(profiles.map((profile) => [profile.mention, profile])),
    alike: likenessOfReports(terms),
    crowd: crowdOf(reports.length),
  };
}

/** Compares two reports when it is first asked for. */
function likenessOfReports(terms: readonly Terms[]): Surroundings["alike"] {
  const known = new Float64Array(terms.length ** 2).fill(-1);
  return (a, b) => {
    const key = Math.min(a, b) * terms.length + Math.max(a, b);
    const before = known[key] ?? -1;
    if (before >= 0) return before;
    const alike = likeness(terms[Math.min(a, b)] as Terms, terms[Math.max(a, b)] as Terms);
    known[key] = alike;
    return alike;
  };
}

/** By word of their sentences, how much it tells: the logarithm of how few reports of the part have it. */
function tellingOf(mentions: readonly EventMention[], reports: number): ReadonlyMap<number, number> {
  const having = new Map<number, Set<object>>();
  for (const { analysis, words } of mentions) {
    for (const word of words.words) {
      const known = having.get(word);
      if (known) known.add(analysis);
      else having.set(word, new Set([analysis]));
    }
  }
  return new Map([...having].map(([word, { size }]) => [word, Math.log((reports + OTHERS) / (size + 1))]));
}

function usesOf(mentions: readonly EventMention[]): (mention: EventMention) => Use {
  const found = new Map<string, { mentions: number; reports: Set<object> }>();
  for (const { analysis, event } of mentions) {
    const use = found.get(event.lemma) ?? { mentions: 0, reports: new Set() };
    use.mentions += 1;
    use.reports.add(analysis);
    found.set(event.lemma, use);
  }
  return ({ event }) => {
    const use = found.get(event.lemma);
    return { mentions: use?.mentions ?? 1, reports: use?.reports.size ?? 1 };
  };
}
