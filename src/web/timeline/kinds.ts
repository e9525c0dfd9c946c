/** PLOVER's root codes and modes in words, after the sense of its manual. */
const CODES: Readonly<Record<string, string>> = {
  AGREE: "agreement",
  CONSULT: "meeting or talks",
  SUPPORT: "support",
  COOPERATE: "cooperation",
  AID: "aid",
  CONCEDE: "concession",
  RETREAT: "retreat",
  REQUEST: "request or demand",
  ACCUSE: "accusation",
  REJECT: "refusal",
  THREATEN: "threat",
  PROTEST: "protest",
  SANCTION: "sanction",
  MOBILIZE: "mobilisation",
  COERCE: "coercion",
  ASSAULT: "assault",
};

/** A kind or code of an event in words; a word that is no code stands for itself. */
export function kindInWords(kind: string): string {
  return Object.hasOwn(CODES, kind) ? (CODES[kind] ?? kind) : kind.toLowerCase();
}
