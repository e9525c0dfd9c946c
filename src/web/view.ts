import type { Chronicle } from "./library.ts";
import type { Reply } from "./parts/page.ts";

/** What a view is given: the chronicle, the id in the address (empty where it has none), and the parameters. */
export interface Asked {
  readonly chronicle: Chronicle;
  readonly id: string;
  readonly query: URLSearchParams;
}

/** Makes the answer to one request; throws a RequestError where there is nothing to show. */
export type View = (asked: Asked) => Reply;
