import { assetPath } from "../assets.ts";
import { MAX_WORDS } from "../query.ts";
import { type Html, html } from "./html.ts";
import type { Page, Section } from "./page.ts";

const NAVIGATION: readonly { readonly section: Section; readonly path: string; readonly word: string }[] = [
  { section: "stories", path: "/", word: "Stories" },
  { section: "reports", path: "/articles", word: "Reports" },
  { section: "names", path: "/entities", word: "Names" },
  { section: "quotations", path: "/quotations", word: "Quotations" },
  { section: "differences", path: "/differences", word: "Differences" },
  { section: "add", path: "/add", word: "Add" },
];

const KEYS: readonly (readonly [string, string])[] = [
  ["j", "next entry, quotation or report"],
  ["k", "the one before"],
  ["Enter", "open it"],
  ["o", "show or hide the words it rests on"],
  ["n", "the next day of the list"],
  ["/", "search"],
  ["f", "filter by words"],
  ["s", "stories"],
  ["a", "add reports"],
  ["?", "this list"],
  ["Esc", "close what is open"],
];

function navigation(current: Section | undefined): Html {
  const items = NAVIGATION.map(({ section, path, word }) =>
    section === current
      ? html`<li><a href="${path}" aria-current="true">${word}</a></li>`
      : html`<li><a href="${path}">${word}</a></li>`,
  );
  return html`<nav aria-label="Main"><ul>${items}</ul></nav>`;
}

function searchForm(): Html {
  return html`<form class="search" role="search" action="/search" method="get">
<label class="hidden" for="search">Search everything</label>
<input id="search" name="q" type="search" maxlength="${MAX_WORDS}" placeholder="Search everything" autocomplete="off">
<button type="submit">Search</button>
<div class="finds-box" id="finds" role="region" aria-label="First finds" hidden></div>
</form>`;
}

function help(): Html {
  const rows = KEYS.map(([key, what]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${what}</dd></div>`);
  return html`<dialog id="help" aria-labelledby="help-title"><h2 id="help-title">Keys</h2><dl class="keys-list">${rows}</dl><form method="dialog"><button>Close</button></form></dialog>`;
}

/** The whole document around what a view shows. */
export function layout({ title, main, section, refresh }: Page): Html {
  const again =
    refresh === undefined
      ? null
      : html`<noscript><meta http-equiv="refresh" content="${refresh}"></noscript>`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Chronicler</title>
<link rel="icon" href="${assetPath("icon.svg")}" type="image/svg+xml">
<link rel="stylesheet" href="${assetPath("style.css")}">
<script type="module" src="${assetPath("page.js")}"></script>${again}
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="masthead">
<p class="wordmark"><a href="/">Chronicler</a></p>
${navigation(section)}
${section === "search" ? null : searchForm()}
</header>
<main id="main" tabindex="-1">
${main}
</main>
<p class="live" id="live" role="status" hidden></p>
<footer class="colophon">
<p>Every line cites words of a report that is kept here. <a href="/export.json">The whole chronicle as JSON</a></p>
<p class="keys"><kbd>?</kbd> keys</p>
</footer>
${help()}
</body>
</html>
`;
}
