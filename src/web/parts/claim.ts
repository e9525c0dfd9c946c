import type { Links } from "../library.ts";
import { type Html, html } from "./html.ts";
import { quotationPath } from "./links.ts";

/** Who says it, by the id of the quotation that claims an event. */
export type Claims = ReadonlyMap<string, Html>;

/** The speakers of all quotations, each with the way to the words. */
export function claimsOf({ quotations, entities }: Pick<Links, "quotations" | "entities">): Claims {
  const names = new Map(entities.map(({ id, name }) => [id, name]));
  return new Map(
    quotations.map(({ id, speaker, speakerText }) => {
      const name =
        (speaker === null ? null : names.get(speaker)) ?? speakerText ?? "a source that is not named";
      return [id, html`<a href="${quotationPath(id)}"><bdi>${name}</bdi></a>`];
    }),
  );
}
