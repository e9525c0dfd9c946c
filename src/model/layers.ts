import type { Article } from "./article.ts";
import type { Entity } from "./entity.ts";
import type { Event } from "./event.ts";
import type { Quantity } from "./quantity.ts";
import type { Quotation } from "./quotation.ts";
import type { Timex } from "./timex.ts";
import type { Name, Sentence, Token } from "./token.ts";

/** All that is read out of one article. Each layer points into `article.text`; none rewrites another. */
export interface Layers {
  readonly sentences: readonly Sentence[];
  readonly tokens: readonly Token[];
  readonly names: readonly Name[];
  readonly timexes: readonly Timex[];
  readonly entities: readonly Entity[];
  readonly quotations: readonly Quotation[];
  readonly events: readonly Event[];
  readonly quantities: readonly Quantity[];
}

export type LayerName = keyof Layers;

/** An article with some of its layers: what a stage is given. */
export type Reading<Needs extends LayerName = never> = { readonly article: Article } & Pick<Layers, Needs>;

/** An article with everything that it says. */
export type Analysis = { readonly article: Article } & Layers;
