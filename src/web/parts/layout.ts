import { assetPath } from "../assets.ts";
import { MAX_WORDS } from "../query.ts";
import { type Html, html } from "./html.ts";
import type { Page, Section } from "./page.ts";

const NAVIGATION: readonly { readonly section: Section; readonly path: string; readonly word: string }[] = [
  { section: "stories", path: "/", word: "Stories" },
  { section: "reports", path: "/articles", word: "Reports" },
  { section: "names", path: "/entities", word: "Names" },
  { section: "quotations", path: "/quotations", word: "Quotations" },
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
<label class="hidden" for="search">Search all reports</label>
<input id="search" name="q" type="search" maxlength="${MAX_WORDS}" placeholder="Search all reports" autocomplete="off">
<button type="submit">Search</button>
</form>`;
}

/** The whole document around what a view shows. */
export function layout({ title, main, section }: Page): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Chronicler</title>
<link rel="icon" href="${assetPath("icon.svg")}" type="image/svg+xml">
<link rel="stylesheet" href="${assetPath("style.css")}">
<script type="module" src="${assetPath("page.js")}"></script>
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
<footer class="colophon">
<p>Every line cites words of a report that is kept here. <a href="/export.json">The whole chronicle as JSON</a></p>
<p class="keys">Keys: <kbd>j</kbd> next, <kbd>k</kbd> previous, <kbd>/</kbd> search</p>
</footer>
</body>
</html>
`;
}
