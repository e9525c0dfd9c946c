import { byline } from "./byline.ts";
import type { PageDocument } from "./dom.ts";
import { collapse, type Metadata } from "./draft.ts";

type Json = Readonly<Record<string, unknown>>;

/** schema.org types of what a report is published as. */
const REPORT_TYPE = /(?:Article|Report|BlogPosting|LiveBlog)/;

/** Objects in objects are looked at this deep. */
const MAX_DEPTH = 5;

/** Line breaks inside strings, which many sites write and JSON forbids, and CDATA marks. */
function parseLoosely(source: string): unknown {
  const text = source.replace(/^\s*(?:\/\/)?\s*<!\[CDATA\[|(?:\/\/)?\s*\]\]>\s*$/g, "").trim();
  for (const attempt of [text, text.replace(/[\r\n\t]+/g, " "), text.replace(/;\s*$/, "")]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // the next form may do
    }
  }
  return null;
}

function objectsIn(value: unknown, depth = 0): readonly Json[] {
  if (depth > MAX_DEPTH || value === null || typeof value !== "object") return [];
  if (Array.isArray(value)) return value.flatMap((item) => objectsIn(item, depth + 1));
  const object = value as Json;
  return [object, ...objectsIn(object["@graph"], depth + 1), ...objectsIn(object.mainEntity, depth + 1)];
}

/** Text of a value that may be a string, an object with a name, or a list of these. */
function names(value: unknown): readonly string[] {
  if (typeof value === "string") return [collapse(value)].filter((name) => name !== "");
  if (Array.isArray(value)) return value.flatMap(names);
  if (value !== null && typeof value === "object") return names((value as Json).name);
  return [];
}

function isReport(object: Json): boolean {
  return names(object["@type"]).some((type) => REPORT_TYPE.test(type));
}

/** What the page says of its report in JSON-LD. */
export function readJsonLd(document: PageDocument): Metadata {
  const scripts = [...document.querySelectorAll('script[type="application/ld+json"]')];
  const objects = scripts.flatMap((script) => objectsIn(parseLoosely(script.textContent ?? "")));
  const report = objects.find((object) => isReport(object) && object.datePublished) ?? objects.find(isReport);
  if (report === undefined) return {};
  const [title] = names(report.headline);
  const [outlet] = names(report.publisher);
  const [published] = names(report.datePublished);
  const [language] = names(report.inLanguage);
  return {
    ...(title ? { title } : {}),
    ...(outlet ? { outlet } : {}),
    ...(published ? { published } : {}),
    ...(language ? { language } : {}),
    // Many sites put a whole byline where a name belongs.
    authors: [...new Set(names(report.author).flatMap(byline))],
  };
}
