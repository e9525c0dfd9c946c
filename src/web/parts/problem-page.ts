import { ChroniclerError } from "../library.ts";
import { html } from "./html.ts";
import { type Page, RequestError } from "./page.ts";

const TITLES: Readonly<Record<number, string>> = {
  400: "This address cannot be read",
  404: "Not found",
  405: "Only reading is possible",
  414: "This address is too long",
  421: "Not this server",
};

/** The page for something that went wrong, without any detail that a report could have brought in as markup. */
export function problemPage(problem: unknown): Page {
  const known = problem instanceof RequestError || problem instanceof ChroniclerError;
  const status = problem instanceof RequestError ? problem.status : 500;
  const title = TITLES[status] ?? "This page could not be made";
  const message = known ? problem.message : "The server’s own output says what went wrong.";
  const main = html`<header class="opening"><h1>${title}</h1><p class="standfirst">${message}</p></header><p><a href="/">To the stories</a></p>`;
  return { kind: "page", status, title, main };
}
