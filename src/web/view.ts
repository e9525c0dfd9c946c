import type { Contents } from "./contents.ts";
import type { Reply } from "./parts/page.ts";
import type { Desk } from "./routes.ts";

/** What a view is given: the chronicle, the id in the address (empty where it has none), and the parameters. */
export interface Asked {
  readonly contents: Contents;
  readonly id: string;
  readonly query: URLSearchParams;
  /** When this reader was here before, in ISO 8601; null at the first visit. */
  readonly since: string | null;
  readonly desk: Desk;
}

/** Makes the answer to one request; throws a RequestError where there is nothing to show. */
export type View = (asked: Asked) => Reply | Promise<Reply>;
