import type { Analysis } from "../model/layers.ts";
import type { Credits } from "../model/near.ts";
import type { AgencyRow } from "./entity/tables.ts";
import { hashOf } from "./hash.ts";

/** What an agency may be called beside its name: "the Kyodo news agency", "the AFP wire". */
const BESIDE = new Set(["the", "news", "agency", "newswire", "wire", "service"]);

/** The name without what every agency is called, in small letters. */
function bareName(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !BESIDE.has(word)).join(" ");
}

/** Names an agency or another body, in whatever words. */
interface Credit {
  readonly name: string;
  readonly isAgency: boolean;
}

function creditIn(text: string, agencies: readonly AgencyRow[]): Credit {
  const known = agencies.find(({ form }) => form.test(text));
  return { name: bareName(known?.name ?? text), isAgency: known !== undefined };
}

/** The agencies that the report names: "AFP reports", "told Reuters", "according to Kyodo", or its own credit. */
export function creditsOf({ article, quotations }: Analysis, agencies: readonly AgencyRow[]): Credits {
  const texts = quotations.flatMap(({ source, addressee, accordingTo }) =>
    [source, addressee, accordingTo].flatMap((each) => each?.text ?? []),
  );
  const named = [...new Set(texts)].map((text) => creditIn(text, agencies));
  const numbers = (areAgencies: boolean): readonly number[] => [
    ...new Set(named.flatMap(({ name, isAgency }) => (isAgency === areAgencies ? hashOf(name) : []))),
  ];
  return {
    author: article.agency === undefined ? null : hashOf(creditIn(article.agency, agencies).name),
    agencies: numbers(true),
    others: numbers(false),
  };
}

/** Whether both rest on one agency. */
export function shareAgency(a: Credits, b: Credits): boolean {
  const isNamed = (author: number | null, { agencies, others }: Credits): boolean =>
    author !== null && (agencies.includes(author) || others.includes(author));
  if (a.author !== null && a.author === b.author) return true;
  if (isNamed(a.author, b) || isNamed(b.author, a)) return true;
  return a.agencies.some((agency) => b.agencies.includes(agency));
}
