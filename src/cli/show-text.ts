import type { ExportedArticle, LinkedEntity, LinkedEvent, LinkedQuotation, Links, Shown } from "../index.ts";
import { dateInWords } from "../index.ts";
import { plain } from "./output.ts";
import { outputStyle, outputWidth } from "./style.ts";
import { wrap } from "./wrap.ts";

/** A name and what it is; nothing where there is nothing to say. */
type Field = readonly [name: string, value: string | null | undefined];

interface Text {
  readonly title: string;
  readonly fields: readonly Field[];
  /** Paragraphs, or words of reports, below the fields. */
  readonly body: readonly string[];
}

const inWords = (edtf: string | null): string | null => edtf && dateInWords(edtf);

function cited(citations: LinkedEvent["citations"]): string[] {
  return citations.map(
    (each) => `“${each.text.replace(/\s+/gu, " ")}” — ${each.article}, ${each.start}–${each.end}`,
  );
}

/** With how it is known; of an unknown day what the report's own words leave. */
function publishedText({ value, basis, bounds, source }: ExportedArticle["published"]): string {
  if (value === null) return bounds ? `unknown; by its own words ${dateInWords(bounds)}` : "unknown";
  return basis === "copy" ? `${dateInWords(value)} (copy: ${source})` : `${dateInWords(value)} (${basis})`;
}

function leftOut(id: string, count: number): string | undefined {
  if (count === 0) return undefined;
  return `${count} ${count === 1 ? "piece" : "pieces"} of the page; chronicler explain ${id} lists them`;
}

function articleText(article: ExportedArticle): Text {
  const { published, updated, notes = [], photoCredits = [], dropped } = article;
  return {
    title: article.title ?? article.id,
    fields: [
      ["id", article.id],
      ["outlet", article.outlet],
      ["agency", article.agency],
      ["authors", article.authors.join(", ")],
      ["dateline", article.dateline?.text],
      ["published", publishedText(published)],
      ["updated", updated && inWords(updated.value)],
      ["notes", notes.map(({ kind }) => kind).join(", ")],
      ["photographs", photoCredits.join(", ")],
      [
        "extent",
        article.extent === "teaser" ? "only the opening; the whole stands at its address" : undefined,
      ],
      ["address", article.url],
      ["origin", article.origin],
      ["story", article.stories.join(", ")],
      ["left out", leftOut(article.id, dropped.length)],
    ],
    body: article.blocks.map((block) => article.text.slice(block.start, block.end)),
  };
}

/** "CONSULT visit (future), CAMEO 042, journey" */
function codesText({ plover, mode, cameo, kind, flags = [] }: LinkedEvent["codes"]): string {
  const type = [plover, mode, flags.length > 0 ? `(${flags.join(", ")})` : undefined]
    .filter(Boolean)
    .join(" ");
  return [plover ? type : undefined, cameo && `CAMEO ${cameo}`, kind].filter(Boolean).join(", ");
}

function eventText(event: LinkedEvent, { entities }: Links): Text {
  const nameOf = (id: string): string => entities.find((each) => each.id === id)?.name ?? id;
  const who = event.participants.map((each) => `${nameOf(each.entity)} (${each.role}, ${each.entity})`);
  const steps = event.history.map(
    (step) => `${inWords(step.asOf) ?? "undated"}: ${step.status}, ${inWords(step.time) ?? "without a date"}`,
  );
  return {
    title: event.headline,
    fields: [
      ["id", event.id],
      ["time", inWords(event.time.edtf) ?? "unknown"],
      ["status", event.status],
      ["codes", codesText(event.codes)],
      ["who", who.join(", ")],
      ["where", event.place && nameOf(event.place)],
      ["history", steps.join("; ")],
      ["told by", `${event.outlets} outlet(s), ${event.origins} origin(s)`],
      ["story", event.story],
    ],
    body: cited(event.citations),
  };
}

function entityText(entity: LinkedEntity): Text {
  return {
    title: entity.name,
    fields: [
      ["id", entity.id],
      ["kind", entity.type],
      ["also", entity.names.filter((name) => name !== entity.name).join(", ")],
      ["roles", entity.roles.map((role) => role.title).join(", ")],
      ["mentions", String(entity.mentions.length)],
    ],
    body: [],
  };
}

/** What the speaker is on its face; "unknown" is said by the speaker already. */
const KIND_OF_SOURCE: Readonly<Record<LinkedQuotation["sourceKind"], string | undefined>> = {
  person: "a named person",
  spokesperson: "a named spokesperson",
  "unnamed-official": "an official without a name",
  unnamed: "somebody without a name",
  organization: "an organization",
  document: "a document",
  media: "other media",
  agency: "the news agency",
  outlet: "the outlet itself",
  unknown: undefined,
};

function quotationText(quotation: LinkedQuotation): Text {
  return {
    title: `“${quotation.text.replace(/\s+/gu, " ")}”`,
    fields: [
      ["id", quotation.id],
      ["speaker", quotation.speakerText ?? "unknown"],
      ["source", KIND_OF_SOURCE[quotation.sourceKind]],
      ["kind", quotation.kind],
      ["reported as", quotation.cue && `${quotation.cue} (${quotation.act})`],
      ["said", inWords(quotation.said)],
      ["by way of", quotation.chain.join(" ← ")],
    ],
    body: cited(quotation.citations),
  };
}

function textOf({ kind, value, id }: Shown, links: Links): Text {
  switch (kind) {
    case "article":
      return articleText(value as ExportedArticle);
    case "event":
      return eventText(value as LinkedEvent, links);
    case "entity":
      return entityText(value as LinkedEntity);
    case "quotation":
      return quotationText(value as LinkedQuotation);
    default: {
      const fields = Object.entries(value as Record<string, unknown>);
      return {
        title: `${kind} ${id}`,
        fields: fields.map(([name, each]) => [name, inOneLine(each)]),
        body: [],
      };
    }
  }
}

function inOneLine(value: unknown): string {
  if (Array.isArray(value) && value.every((each) => typeof each === "string")) return value.join(", ");
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Something that has an id, for a terminal. */
export function shownLines(shown: Shown, links: Links): string[] {
  const { bold, dim } = outputStyle();
  const width = outputWidth();
  const { title, fields, body } = textOf(shown, links);
  const known = fields.filter(([, value]) => value);
  const left = Math.max(...known.map(([name]) => name.length)) + 2;
  return [
    ...wrap(plain(title), width).map(bold),
    ...known.flatMap(([name, value]) =>
      wrap(plain(value ?? ""), width - left).map(
        (line, index) => dim((index === 0 ? name : "").padEnd(left)) + line,
      ),
    ),
    ...body.flatMap((each) => ["", ...wrap(plain(each), width)]),
  ];
}
