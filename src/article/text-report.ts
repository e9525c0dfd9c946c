import type { Article } from "../model/article.ts";
import { ChroniclerError } from "../model/error.ts";
import type { Given } from "../model/source.ts";
import { assemble, joinPieces } from "./assemble.ts";
import { markCaptions } from "./caption.ts";
import { dropClutter, dropRepeats } from "./clean.ts";
import type { Draft } from "./draft.ts";
import { trimEdges } from "./edges.ts";
import { dropLinkLines } from "./links.ts";
import { readPlain } from "./plain.ts";
import type { ArticleTables } from "./tables.ts";
import { placeTitle, withoutSite } from "./title.ts";

/** What a report is made from, whatever its format. */
export interface Raw {
  readonly draft: Draft;
  readonly given: Given;
  readonly name: string;
}

/** From pieces to the article: clutter and repeats out, captions marked, the title first. */
export function finish({ draft, given, name }: Raw, tables: ArticleTables): Article {
  const cleaned = dropRepeats(dropLinkLines(dropClutter(markCaptions(draft, tables), tables)));
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
export function readText(
  text: string,
  about: { given: Given; name: string },
  tables: ArticleTables,
): Article {
  return finish({ draft: { ...readPlain(text), dropped: [] }, ...about }, tables);
}
