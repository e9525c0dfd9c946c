/** Text that is known to be HTML. Only `html` makes it, so nothing from a report can pass as markup. */
export interface Html {
  /** The markup. */
  toString(): string;
}

/** What may stand in a template: text is escaped, lists are joined, null, undefined and booleans are left out. */
export type Value = Html | string | number | boolean | null | undefined | readonly Value[];

class Markup implements Html {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

// Control characters other than tab and line ends are errors in HTML, lone surrogates are no text, and overrides of
// the writing direction make words read as what they are not.
const NOT_TEXT = /[^\P{Cc}\t\n\r]|\p{Cs}|[\u202d\u202e]/gu;

/** The text as HTML shows it, safe between tags and inside quoted attributes. */
function escapeText(text: string): string {
  return text.replace(NOT_TEXT, "\uFFFD").replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}

const ADDRESS_ATTRIBUTE = /\s(?:href|src|action)="$/;
const SAFE_ADDRESS = /^(?:https?:\/\/|[/?#](?![/\\]))/i;

/** An address that a link may have; anything else, such as `javascript:`, leads nowhere. */
function address(value: string): string {
  return SAFE_ADDRESS.test(value) ? value : "#";
}

function render(value: Value): string {
  if (value instanceof Markup) return value.toString();
  if (Array.isArray(value)) return value.map(render).join("");
  if (value === null || value === undefined || typeof value === "boolean") return "";
  return escapeText(String(value));
}

/**
 * Tag for templates: `html`<p title="${text}">${text}</p>``. The literal parts are markup, every value is
 * escaped unless it is itself made by `html`. A value that begins an `href`, `src` or `action` must be an http(s)
 * address or one within the page's own server, or it becomes `#`. Throws a TypeError where an attribute's value
 * is not in double quotes, since escaping would not hold there.
 */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  let markup = parts[0] ?? "";
  values.forEach((value, index) => {
    const before = parts[index] ?? "";
    if (/=\s*'?$/.test(before)) throw new TypeError(`Expected a double quote after: ${before.slice(-40)}`);
    const text = ADDRESS_ATTRIBUTE.test(before) && typeof value === "string" ? address(value) : value;
    markup += render(text) + (parts[index + 1] ?? "");
  });
  return new Markup(markup);
}

/** The pieces with `between` between them. */
export function join(pieces: readonly Value[], between: Value): Value[] {
  return pieces.flatMap((piece, index) => (index === 0 ? [piece] : [between, piece]));
}
