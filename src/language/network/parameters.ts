import { padded, type Weights } from "./kernels.ts";

/** Sizes of the network, in floats but for those that count words or classes. */
export interface Sizes {
  /** Width of the vectors of words from running text. */
  readonly vector: number;
  /** Width of the vectors of words learned in training. */
  readonly word: number;
  readonly affix: number;
  /** Width of what is made of the lists of names. */
  readonly list: number;
  /** Hidden values of one direction. */
  readonly hidden: number;
  /** Width of a word's view for arcs, and for relations. */
  readonly arc: number;
  readonly relation: number;
  readonly tags: number;
  readonly labels: number;
  readonly names: number;
}

/** Bits of the lists of names that the network sees. */
export const LIST_BITS = 16;

/** Width of what the network reads of a word. */
export function inputWidth({ vector, word, affix, list }: Sizes): number {
  return vector + word + affix + list;
}

/** The parameters of the network but for its tables, with their rows and widths; widths are padded. */
export function parameterShapes(sizes: Sizes): Record<string, readonly [rows: number, width: number]> {
  const { hidden, arc, relation, list } = sizes;
  const [tags, labels, names] = [sizes.tags, sizes.labels, sizes.names].map(padded) as [
    number,
    number,
    number,
  ];
  const direction = (name: string, input: number) => ({
    [`${name}.input`]: [input, 4 * hidden] as const,
    [`${name}.recurrent`]: [hidden, 4 * hidden] as const,
    [`${name}.bias`]: [1, 4 * hidden] as const,
  });
  return {
    lists: [LIST_BITS, list],
    listsBias: [1, list],
    ...direction("lower.forward", inputWidth(sizes)),
    ...direction("lower.backward", inputWidth(sizes)),
    ...direction("upper.forward", 2 * hidden),
    ...direction("upper.backward", 2 * hidden),
    tag: [2 * hidden, tags],
    tagBias: [1, tags],
    name: [2 * hidden, names],
    nameBias: [1, names],
    view: [2 * hidden, 2 * (arc + relation)],
    viewBias: [1, 2 * (arc + relation)],
    arc: [arc, arc],
    arcBias: [1, arc],
    rootArc: [1, arc],
    rootRelation: [1, relation],
    relation: [3 * relation, labels],
    relationBias: [1, labels],
  };
}

/** The parameters by name. */
export type Parameters = Readonly<Record<string, Weights>>;

/** One parameter. Throws where the name is not among them: the model belongs to another version. */
export function parameter(parameters: Parameters, name: string): Weights {
  const found = parameters[name];
  if (!found) throw new Error(`expected a parameter "${name}" of the network`);
  return found;
}

/** Parameters that are multiplied with hidden values only: they are read as whole numbers. */
export const WHOLE =
  /^(?:(?:lower|upper)\.(?:forward|backward)\.recurrent|upper\.(?:forward|backward)\.input|view|tag)$/;
