/** Says whether words can stand for the actor of a code. */
export type SameActor = (words: string, code: string) => boolean;

/** Letters of the country or group at the beginning of an actor code: ARN of ARNGOV. */
const PREFIX = 3;
/** A word means an actor when so many of its sentences are about that actor … */
const SHARE = 0.7;
/** … and there are so many of them. */
const SENTENCES = 2;

/**
 * Learns which words stand for which actor from the codings themselves, so that no dictionary is needed. A code that the
 * letters of a name spell is that name's ("Arnor" is ARN, "Libya" LBY); any other name is that of the actor which is in most
 * of its sentences ("Obama" is USA, "Pyongyang" PRK). Words without a name are an actor without a country ("---GOV").
 */
export function learnActors(
  sentences: readonly { readonly text: string; readonly codes: readonly string[] }[],
): SameActor {
  const learned = mostFrequent(sentences);
  return (words, code) => {
    const prefix = prefixOf(code);
    const names = namesIn(words);
    if (isOpen(prefix)) return names.every((name) => !learned.has(name));
    return names.some((name) => spells(name, prefix) || learned.get(name) === prefix);
  };
}

function prefixOf(code: string): string {
  return code.replaceAll('"', "").slice(0, PREFIX).toUpperCase();
}

function isOpen(prefix: string): boolean {
  return /^[-#]/u.test(prefix);
}

function namesIn(text: string): readonly string[] {
  return text.match(/\p{Lu}[\p{L}]+|\bUS\b/gu) ?? [];
}

/** "Gondor" spells GON: the same first letter, and the others in their order. */
function spells(name: string, prefix: string): boolean {
  const letters = name.toUpperCase();
  if (letters[0] !== prefix[0]) return false;
  let at = 0;
  for (const letter of prefix) {
    at = letters.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function mostFrequent(
  sentences: readonly { readonly text: string; readonly codes: readonly string[] }[],
): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  const totals = new Map<string, number>();
  for (const { text, codes } of sentences.filter((each) => each.codes.length > 0)) {
    const prefixes = new Set(codes.map(prefixOf));
    for (const name of new Set(namesIn(text))) {
      totals.set(name, (totals.get(name) ?? 0) + 1);
      if ([...prefixes].some((prefix) => spells(name, prefix))) continue;
      const ofName = counts.get(name) ?? new Map<string, number>();
      for (const prefix of prefixes) ofName.set(prefix, (ofName.get(prefix) ?? 0) + 1);
      counts.set(name, ofName);
    }
  }
  const learned = new Map<string, string>();
  for (const [name, ofName] of counts) {
    const [prefix, count] = [...ofName].sort((a, b) => b[1] - a[1])[0] ?? ["", 0];
    const total = totals.get(name) ?? 0;
    if (count >= SENTENCES && count / total >= SHARE) learned.set(name, prefix);
  }
  return learned;
}
