import type { Analysis } from "../model/layers.ts";
import type { Credits } from "../model/near.ts";
import type { Quotation } from "../model/quotation.ts";
import { hashOf } from "./hash.ts";

/** News agencies by the words that stand for them in running text; one name for each. */
const AGENCIES: Readonly<Record<string, string>> = {
  afp: "afp",
  "agence france presse": "afp",
  reuters: "reuters",
  ap: "ap",
  "associated press": "ap",
  dpa: "dpa",
  ansa: "ansa",
  efe: "efe",
  kyodo: "kyodo",
  "kyodo news": "kyodo",
  jiji: "jiji",
  "jiji press": "jiji",
  xinhua: "xinhua",
  tass: "tass",
  "itar tass": "tass",
  interfax: "interfax",
  "ria novosti": "ria novosti",
  yonhap: "yonhap",
  upi: "upi",
  bloomberg: "bloomberg",
  pti: "pti",
  "press trust of india": "pti",
  anadolu: "anadolu",
  "anadolu agency": "anadolu",
};

/** "the Kyodo News agency" and "Kyodo news agency" without what every agency is called. */
function nameIn(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const name = words
    .filter((word) => !["the", "news", "agency", "newswire", "wire", "service"].includes(word))
    .join(" ");
  return AGENCIES[name] ?? name;
}

function namesIn({ source, addressee, accordingTo }: Quotation): readonly string[] {
  return [source, addressee, accordingTo].flatMap((each) => (each ? [nameIn(each.text)] : []));
}

const KNOWN = new Set(Object.values(AGENCIES));

/** The agencies that the report names: "AFP reports", "told Reuters", "according to Kyodo", or its own credit. */
export function creditsOf({ article, quotations }: Analysis): Credits {
  const named = [...new Set(quotations.flatMap(namesIn))];
  return {
    author: article.agency === undefined ? null : hashOf(nameIn(article.agency)),
    agencies: named.filter((name) => KNOWN.has(name)).map(hashOf),
    others: named.filter((name) => !KNOWN.has(name)).map(hashOf),
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
