import { byline } from "./byline.ts";
import type { Metadata } from "./draft.ts";

/** Fields at the head of a Markdown file: YAML between lines of `---`, TOML between lines of `+++`. */
const FRONT_MATTER = /^(---|\+\+\+)[ \t]*\n([\s\S]{0,8000}?)\n\1[ \t]*(?:\n|$)/;

/** The names that programs give to a field, in the order in which they are asked for. */
const NAMES = {
  title: ["title", "headline"],
  published: ["date", "published", "pubdate", "publishdate", "publish_date", "created"],
  url: ["url", "canonical", "canonical_url", "link", "source_url", "permalink", "source"],
  outlet: ["outlet", "publisher", "publication", "site", "site_name", "sitename", "source"],
  authors: ["author", "authors", "byline", "by", "creator"],
} as const;

type Fields = ReadonlyMap<string, readonly string[]>;

function bareValue(text: string): string {
  return text.trim().replace(/^(["'])([\s\S]*)\1$/, "$2");
}

/** A field's values: one, a list in brackets, or a list of lines that begin with a dash. */
function valuesOf(text: string): readonly string[] {
  const list = /^\[([\s\S]*)\]$/.exec(text.trim())?.[1];
  if (list !== undefined) return list.split(",").map(bareValue);
  const lines = [...text.matchAll(/^\s*-\s+(?:name:\s*)?(.+)$/gm)].map((match) => match[1] ?? "");
  return (lines.length > 0 ? lines : [text]).map(bareValue);
}

function fieldsIn(matter: string): Fields {
  const fields = new Map<string, readonly string[]>();
  for (const [, name = "", value = ""] of matter.matchAll(
    /^([\w-]+)[ \t]*[:=][ \t]*(.*(?:\n(?:[ \t]+|-[ \t]).*)*)/gm,
  )) {
    const values = valuesOf(value).filter((each) => each !== "");
    if (values.length > 0) fields.set(name.toLowerCase().replaceAll("-", "_"), values);
  }
  return fields;
}

function first(
  fields: Fields,
  names: readonly string[],
  fits: (value: string) => boolean,
): string | undefined {
  return names.flatMap((name) => fields.get(name) ?? []).find(fits);
}

const isAddress = (value: string): boolean => /^https?:\/\/\S+$/i.test(value);

/** What the head of a Markdown file says, and the text below it. */
export function readFrontMatter(text: string): { readonly metadata: Metadata; readonly body: string } {
  const match = FRONT_MATTER.exec(text);
  if (match === null) return { metadata: {}, body: text };
  const fields = fieldsIn(match[2] ?? "");
  const any = (): boolean => true;
  const title = first(fields, NAMES.title, any);
  const published = first(fields, NAMES.published, (value) => /\d{4}/.test(value));
  const url = first(fields, NAMES.url, isAddress);
  const outlet = first(fields, NAMES.outlet, (value) => !isAddress(value));
  const authors = NAMES.authors.flatMap((name) => fields.get(name) ?? []).flatMap((each) => byline(each));
  const metadata: Metadata = {
    ...(title ? { title } : {}),
    ...(published ? { published } : {}),
    ...(url ? { url } : {}),
    ...(outlet ? { outlet } : {}),
    ...(authors.length > 0 ? { authors: [...new Set(authors)] } : {}),
  };
  return { metadata, body: text.slice(match[0].length) };
}
