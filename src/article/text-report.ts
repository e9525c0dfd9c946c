import type { Article } from "../model/article.ts";
import { ChroniclerError } from "../model/error.ts";
import type { Given } from "../model/source.ts";
import { assemble, joinPieces } from "./assemble.ts";
import { markCaptions } from "./caption.ts";
import { dropClutter, dropRepeats, peelLines } from "./clean.ts";
import { type Draft, type Metadata, mergeMetadata } from "./draft.ts";
import { trimEdges } from "./edges.ts";
import { dropLinkLines } from "./links.ts";
import { readPlain } from "./plain.ts";
import type { ArticleTables } from "./tables.ts";
import { placeTitle, withoutSite } from "./title.ts";

/** What is known of a report from outside its text. */
export interface About {
  readonly given: Given;
  /** What messages call it. */
  readonly name: string;
  /** What its envelope says (the head of a mail): wins over what the text says of itself. */
  readonly stated?: Metadata;
  /** What holds where the text says nothing: the address under which an archive keeps it. */
  readonly hint?: Metadata;
}

/** What a report is made from, whatever its format. */
export interface Raw extends About {
  readonly draft: Draft;
}

/** From pieces to the article: clutter and repeats out, captions marked, the title first. */
export function finish({ draft: made, given, name, stated, hint }: Raw, tables: ArticleTables): Article {
  const metadata = mergeMetadata(mergeMetadata(stated ?? {}, made.metadata), hint ?? {});
  const draft = { ...made, metadata };
  const cleaned = dropRepeats(
    dropLinkLines(dropClutter(markCaptions(peelLines(draft, tables), tables), tables)),
  );
  const outlet = given.outlet ?? cleaned.metadata.outlet;
  const known = given.title ?? cleaned.metadata.title;
  const titled = placeTitle(cleaned, known === undefined ? undefined : withoutSite(known, outlet));
  if (!titled.pieces.some((piece) => piece.kind !== "title")) {
    throw new ChroniclerError(
      "empty",
      `${name} holds no text of a report, only what web pages put around one; give its text.`,
    );
  }
  const whole = trimEdges(titled);
  const { text, blocks } = joinPieces(whole.pieces);
  return assemble({ text, blocks, dropped: whole.dropped, metadata: whole.metadata, given, name }, tables);
}

/** A report pasted or saved as plain text or Markdown, with what the web put around it. */
export function readText(text: string, about: About, tables: ArticleTables): Article {
  return finish({ draft: { ...readPlain(text), dropped: [] }, ...about }, tables);
}
