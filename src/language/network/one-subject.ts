/** An arc that a tree must do without; words count from 0. */
export interface Arc {
  readonly dependent: number;
  readonly head: number;
}

/** A tree with its relations. */
export interface LabelledTree {
  readonly forms: readonly string[];
  /** Heads, counted from 0; -1 is the root. */
  readonly heads: Int32Array;
  readonly labels: readonly string[];
}

const SUBJECT = /^(?:nsubj|csubj)(?::pass)?$/;

/** What parts a clause from another. */
const PARTING = /^[,;:"'\u2018-\u201f\u00ab\u00bb\u2013\u2014()]$|^(?:--|''|``)$/;

/**
 * The arcs of all subjects of a word but the one nearest to it, where a mark stands between the two. In "One of the
 * reasons, he said, is cost" the first belongs to another clause. Without a mark both may be right: "The fact is he
 * left".
 */
export function surplusSubjects({ forms, heads, labels }: LabelledTree): Arc[] {
  const nearest = new Map<number, number>();
  const surplus: Arc[] = [];
  heads.forEach((head, dependent) => {
    if (!SUBJECT.test(labels[dependent] as string)) return;
    const other = nearest.get(head);
    const isNearer = other === undefined || Math.abs(dependent - head) <= Math.abs(other - head);
    if (isNearer) nearest.set(head, dependent);
    if (other === undefined || !forms.slice(other, dependent).some((form) => PARTING.test(form))) return;
    surplus.push({ dependent: isNearer ? other : dependent, head });
  });
  return surplus;
}
