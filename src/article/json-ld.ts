import type { PageDocument } from "./dom.ts";
import { bare, collapse } from "./draft.ts";
import { isObject, type Json, objectsIn, parseLoosely } from "./page-json.ts";

/** schema.org types of what a report is published as, the most telling first. */
const REPORT_TYPES = [
  /(?:News|Report|Liveblog|LiveBlog)/,
  /(?:Article|BlogPosting|SocialMediaPosting|ClaimReview)/,
  /^WebPage$/,
];

/** Fields that are worth having out of JSON-LD that is beyond repair. */
const SALVAGED =
  /"(@type|headline|datePublished|dateModified|inLanguage|articleBody)"\s*:\s*"((?:[^"\\]|\\.)*)"/g;
const SALVAGED_NAME = /"(author|publisher)"\s*:\s*[[{][^\]}]{0,300}?"name"\s*:\s*"([^"\\]*)"/g;

function salvage(source: string): Json {
  const pairs = [...source.matchAll(SALVAGED)].reverse().map((match) => [match[1] ?? "", match[2] ?? ""]);
  const names = [...source.matchAll(SALVAGED_NAME)].reverse().map((match) => {
    return [match[1] ?? "", { name: match[2] ?? "" }];
  });
  return Object.fromEntries([...pairs, ...names]) as Json;
}

/** Text of a value that may be a string, an object with a name, or a list of these. */
export function namesIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [collapse(value)].filter((name) => name !== "");
  if (Array.isArray(value)) return value.flatMap(namesIn);
  return isObject(value) ? namesIn(value.name ?? value["@value"]) : [];
}

/** Rank among the types of reports; -1 for what is none. */
function rankOf(object: Json): number {
  const types = namesIn(object["@type"]);
  return REPORT_TYPES.findIndex((pattern) => types.some((type) => pattern.test(type)));
}

/** The words by which a page's own report is told from others that it links to. */
function isNamed(object: Json, titles: readonly string[]): boolean {
  const [title = ""] = namesIn(object.headline ?? object.name);
  const key = bare(title);
  return key !== "" && titles.some((each) => each.startsWith(key) || key.startsWith(each));
}

/** The objects of the JSON-LD of a page, references between them followed. */
function linkedObjects(document: PageDocument): readonly Json[] {
  const scripts = [...document.querySelectorAll('script[type="application/ld+json"]')];
  const objects = scripts.flatMap((script) => {
    const source = script.textContent ?? "";
    const value = parseLoosely(source);
    return value === undefined ? [salvage(source)] : objectsIn(value);
  });
  const named = new Map(
    objects.flatMap((object) => {
      const id = object["@id"];
      return typeof id === "string" && object.name !== undefined ? [[id, object] as const] : [];
    }),
  );
  const follow = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(follow);
    if (!isObject(value) || value.name !== undefined) return value;
    return named.get(String(value["@id"])) ?? value;
  };
  return objects.map((object) => ({
    ...object,
    ...(object.author === undefined ? {} : { author: follow(object.author) }),
    ...(object.publisher === undefined ? {} : { publisher: follow(object.publisher) }),
  }));
}

/**
 * What JSON-LD says of the page's own report; null where it says nothing.
 *
 * @param titles the titles that the page states elsewhere, to tell its report from those it links to
 */
export function linkedReport(document: PageDocument, titles: readonly string[]): Json | null {
  const keys = titles.map(bare).filter((key) => key !== "");
  const reports = linkedObjects(document).filter((object) => rankOf(object) >= 0);
  const order = (object: Json): number =>
    rankOf(object) * 4 + (isNamed(object, keys) ? 0 : 2) + (object.datePublished ? 0 : 1);
  const [best] = reports.toSorted((a, b) => order(a) - order(b));
  if (best === undefined) return null;
  // A page's WebPage often holds what its Article leaves out.
  const others = reports.filter((each) => rankOf(each) === REPORT_TYPES.length - 1 || isNamed(each, keys));
  return Object.assign({}, ...others.toReversed(), best) as Json;
}
