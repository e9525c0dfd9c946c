import { ChroniclerError } from "../model/error.ts";

/** Browsers nest elements no deeper than 512; the libraries walk the page by recursion or worse. */
const MAX_DEPTH = 512;
/** More than ten times the largest saved page measured on. */
const MAX_ELEMENTS = 100_000;
/** Elements with more attributes are no writing for people; the page library looks each up in a list. */
const MAX_ATTRIBUTES = 500;

const MAX_ALL_ATTRIBUTES = 300_000;
/** Text in nested elements is read once for each of them; saved pages measured on stay below a tenth of it. */
const MAX_WORK = 300_000_000;
/** Saved pages measured on have at most some thousands. */
const MAX_ENTITIES = 100_000;

/** Elements that never hold others. */
const VOID = new Set("area base br col embed hr img input link meta param source track wbr".split(" "));
/** Elements whose end tag is often left out: the next one of their kind closes them. */
const IMPLIED_END = new Set("p li dt dd tr td th thead tbody tfoot option optgroup".split(" "));
/** Elements whose content is no markup. */
const RAW = new Set("script style textarea title".split(" "));

/** A tag as it stands in the page's source. */
interface Tag {
  readonly name: string;
  readonly closing: boolean;
  readonly attributes: number;
  /** Index of its `<`. */
  readonly start: number;
  /** Index after its `>`. */
  readonly end: number;
}

const LONE: Tag = { name: "br", closing: false, attributes: 0, start: 0, end: 0 };

const NAME = /[a-z][^\s/>]*/iy;
const SPACE = /\s/;

/** Reads the tag whose name begins at `start`; a quoted `>` does not end it. Looks at each character once. */
function readTag(html: string, start: number, closing: boolean): Tag | null {
  NAME.lastIndex = start;
  const name = NAME.exec(html)?.[0].toLowerCase();
  if (name === undefined) return null;
  let attributes = 0;
  let before = "";
  let at = start + name.length;
  for (; at < html.length && html[at] !== ">"; at++) {
    const character = html[at] as string;
    if (before === "=" && (character === '"' || character === "'")) {
      const quoteEnd = html.indexOf(character, at + 1);
      at = quoteEnd < 0 ? html.length : quoteEnd;
      before = character;
      continue;
    }
    if (!SPACE.test(character)) {
      if (SPACE.test(html[at - 1] as string) && character !== "=" && before !== "=") attributes++;
      before = character;
    }
  }
  return { name, closing, attributes, start: start - (closing ? 2 : 1), end: at + 1 };
}

/** Tags of the page in order; comments and the content of scripts are passed over. */
function* tagsOf(html: string): Generator<Tag> {
  let at = html.indexOf("<");
  while (at >= 0) {
    let next = at + 1;
    if (html.startsWith("<!--", at)) {
      const close = html.indexOf("-->", at + 4);
      next = close < 0 ? html.length : close + 3;
    } else {
      const closing = html[at + 1] === "/";
      const tag = readTag(html, at + (closing ? 2 : 1), closing);
      // A lone "<" costs the library a node of its own.
      yield tag ?? { ...LONE, start: at, end: at + 1 };
      if (tag !== null) next = !closing && RAW.has(tag.name) ? afterRaw(html, tag) : tag.end;
    }
    at = html.indexOf("<", next);
  }
}

function afterRaw(html: string, tag: Tag): number {
  const close = new RegExp(`</${tag.name}`, "gi");
  close.lastIndex = tag.end;
  return close.exec(html)?.index ?? html.length;
}

function refuse(name: string, found: string, limit: string): never {
  throw new ChroniclerError(
    "too-large",
    `${name} is not a page that can be read: it has ${found}, and at most ${limit} is allowed; give its text instead.`,
  );
}

/** What the page asks of its reader, counted tag by tag. */
interface Load {
  elements: number;
  attributes: number;
  depth: number;
  /** Characters times the depth they stand at: the library reads a text anew at each level above it. */
  work: number;
}

function count(load: Load, tag: Tag): void {
  load.attributes += tag.attributes;
  if (VOID.has(tag.name) || IMPLIED_END.has(tag.name)) {
    load.elements += tag.closing ? 0 : 1;
  } else if (tag.closing) {
    load.depth = Math.max(0, load.depth - 1);
  } else {
    load.elements++;
    load.depth++;
  }
}

function check(load: Load, tag: Tag, name: string): void {
  if (tag.attributes > MAX_ATTRIBUTES) {
    refuse(name, `an element with ${tag.attributes} attributes`, `${MAX_ATTRIBUTES}`);
  }
  if (load.depth > MAX_DEPTH)
    refuse(name, `more than ${MAX_DEPTH} elements nested in each other`, `${MAX_DEPTH}`);
  if (load.attributes > MAX_ALL_ATTRIBUTES)
    refuse(name, `more than ${MAX_ALL_ATTRIBUTES} attributes`, `${MAX_ALL_ATTRIBUTES}`);
  if (load.elements > MAX_ELEMENTS) refuse(name, `more than ${MAX_ELEMENTS} elements`, `${MAX_ELEMENTS}`);
  if (load.work > MAX_WORK)
    refuse(name, "too much text in too many nested elements", `${MAX_WORK} characters`);
}

/** Each entity becomes a node of its own in the library. */
function countEntities(html: string): number {
  let entities = 0;
  for (let at = html.indexOf("&"); at >= 0; at = html.indexOf("&", at + 1)) entities++;
  return entities;
}

/**
 * Refuses pages that would take the libraries unbounded time or stack, in one pass over the source.
 *
 * @throws ChroniclerError `too-large`
 */
export function guardPage(html: string, name: string): void {
  const load: Load = { elements: 0, attributes: 0, depth: 0, work: 0 };
  let last = 0;
  for (const tag of tagsOf(html)) {
    load.work += Math.max(0, tag.start - last) * load.depth;
    last = tag.end;
    count(load, tag);
    check(load, tag, name);
  }
  load.work += Math.max(0, html.length - last) * load.depth;
  check(load, LONE, name);
  const entities = countEntities(html);
  if (entities > MAX_ENTITIES) refuse(name, `${entities} entities`, `${MAX_ENTITIES}`);
}
