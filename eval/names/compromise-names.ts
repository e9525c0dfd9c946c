import type { NameType } from "../../src/model/token.ts";
import type { Naming } from "../language/names.ts";

/** What is used of compromise. */
interface Nouns {
  out(form: "offsets"): readonly { readonly offset: { readonly start: number; readonly length: number } }[];
}

interface View {
  people(): Nouns;
  organizations(): Nouns;
  places(): Nouns;
}

const SIGNS = /^[\s\p{P}]+|[\s\p{P}]+$/gu;

/** Names as compromise finds them in running text, without the signs around them and a final "'s". */
export async function loadCompromiseNames(): Promise<(text: string) => Naming["found"]> {
  const { default: compromise } = await import("compromise");
  const read = compromise as unknown as (text: string) => View;
  return (text) => {
    const view = read(text);
    const of = (nouns: Nouns, type: NameType) =>
      nouns.out("offsets").map(({ offset: { start, length } }) => {
        const words = text.slice(start, start + length).replace(/['’]s(?=\W*$)/u, "");
        const bare = words.replace(SIGNS, "");
        const from = start + Math.max(0, words.indexOf(bare));
        return { start: from, end: from + bare.length, type };
      });
    return [
      ...of(view.people(), "person"),
      ...of(view.organizations(), "organization"),
      ...of(view.places(), "place"),
    ].filter(({ start, end }) => end > start);
  };
}
