/**
 * The commonest verbs of English, the commonest first, by the number of texts that have them: counted on the training
 * parts of the treebanks from which the language models are made.
 */
const COMMON = `
  have go get make take do be know see want say come give use find look think need work call try tell put ask like
  start leave help keep let feel show mean include become move live recommend talk follow run bring love send
  consider provide receive seem hear pay understand believe buy change write stay turn read begin hold wait add
  meet continue check hope base happen offer thank remember return speak eat create walk enjoy play allow stop lead
  expect grow decide set serve learn watch build spend drive lose open suggest visit require sit discuss develop
  pick mention remain explain stand choose plan end cause break support bear accept pass agree guess apply appear
  fill involve carry fall sell describe ensure accord charge fix order die attend attach face exist arrive suppose
`;

const RANK = new Map(
  COMMON.trim()
    .split(/\s+/u)
    .map((verb, rank) => [verb, rank]),
);

/**
 * How little a verb says of what happens, from 0 for one that is not common to 1 for the commonest: "go" and "get" tell
 * anything. The frequency of words falls with their rank (Zipf), hence the logarithm.
 */
export function generality(lemma: string): number {
  const rank = RANK.get(lemma);
  return rank === undefined ? 0 : 1 - Math.log(1 + rank) / Math.log(1 + RANK.size);
}
