import type { Article, Block } from "../src/model/article.ts";

/** Markup that must never reach a page as markup. */
export const HOSTILE = `<script>alert("x")</script><img src=x onerror='alert(1)'>&amp;\u202Egnp`;

/** A page that would run, load, style, send and lead away whatever it can. */
export const hostilePage = (
  site: string,
): string => `<!doctype html><html><head><meta charset="utf-8"><base href="${site}">
<meta http-equiv="refresh" content="0;url=${site}refresh"><link rel="preconnect" href="${site}">
<link rel="stylesheet" href="${site}style.css"><link title=">" rel="prefetch" href="${site}ahead">
<style>@import url(${site}import.css); body { background: url(${site}css.png); color: #123456 }</style>
<script>top.location = "${site}top"; alert("ran")</script></head>
<body onload="alert('loaded')"><h1>Velling to visit Tallinn in December</h1><img src="${site}pixel.gif" onerror="alert('image')">
<svg onload="alert('svg')"><script>alert("svg script")</script><image href="${site}svg.png"/></svg>
<iframe src="${site}frame"></iframe><object data="${site}object"></object>
<form action="${site}form"><input name="a" autofocus onfocus="alert('focus')"></form>
<video src="${site}film.mp4" autoplay></video><a href="javascript:alert('link')" id="trap">More</a></body></html>`;

interface Report {
  readonly id: string;
  readonly outlet: string;
  readonly agency?: string;
  readonly published: string | null;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly caption?: string;
  readonly url?: string;
}

const REPORTS: readonly Report[] = [
  {
    id: "a1",
    outlet: "Harbour Post",
    agency: "NordWire",
    published: "2016-08-30",
    title: "Velling to visit Tallinn in December",
    url: "https://harbourpost.example/velling?a=1&b=2",
    paragraphs: [
      "HELSINKI (NordWire) — Transport minister Marta Velling will visit Tallinn in December for talks on the ferry treaty, her office said on Tuesday.",
      "“The day has been agreed, but we will announce it together,” her aide Juhan Reks told reporters.",
      "Velling last visited Tallinn in 2005. The two ports have had no treaty since the end of the line in the 1970s.",
      "About 4,000 people work in the two harbours.",
    ],
    caption: "Ferries in the old harbour of Tallinn. Photo: Harbour Post",
  },
  {
    id: "a2",
    outlet: `Gazette ${HOSTILE}`,
    agency: "NordWire",
    published: "2016-08-31",
    title: `Minister plans trip ${HOSTILE}`,
    url: "javascript:alert(document.cookie)",
    paragraphs: [
      "Transport minister Marta Velling will visit Tallinn in December for talks on the ferry treaty, her office said on Tuesday.",
      `A note of the desk: ${HOSTILE}`,
    ],
  },
  {
    id: "a3",
    outlet: "Baltic Review",
    published: "2016-12-13",
    title: "Velling arrives on Thursday",
    paragraphs: [
      "Marta Velling will arrive in Tallinn on Thursday to sign the ferry treaty with mayor Karl Tamm.",
      "Some 5,200 people work in the two harbours. The line was closed in 1974.",
    ],
  },
  {
    id: "a4",
    outlet: "Harbour Post",
    published: "2016-12-16",
    title: "Ferry treaty signed in Tallinn",
    paragraphs: [
      "Marta Velling and Karl Tamm signed the ferry treaty in Tallinn on Thursday.",
      "A reception in Turku planned for Friday was called off because of a storm.",
      "Tamm denied that the harbour had been sold. A second line to Riga could follow.",
    ],
  },
  {
    id: "a5 / “5”",
    outlet: "Notes 𝔸",
    published: null,
    title: "An undated note 🚢 of the harbour",
    paragraphs: ["The pilot 𝔸nna 🚢🚢 Lind said the quay was repaired."],
  },
];

function articleOf(report: Report): Article {
  const kinds: Block["kind"][] = ["title", ...report.paragraphs.map(() => "paragraph" as const)];
  const pieces = [report.title, ...report.paragraphs];
  if (report.caption) {
    kinds.push("caption");
    pieces.push(report.caption);
  }
  let start = 0;
  const blocks = pieces.map((piece, index) => {
    const block = { kind: kinds[index] ?? "paragraph", start, end: start + piece.length };
    start = block.end + 2;
    return block;
  });
  return {
    id: report.id,
    outlet: report.outlet,
    title: report.title,
    authors: ["A. Writer"],
    published: { value: report.published, basis: report.published ? "metadata" : "unknown" },
    language: "en",
    text: pieces.join("\n\n"),
    blocks,
    dropped: [
      { text: "Advertisement", reason: "label of an advertisement" },
      { text: HOSTILE, reason: HOSTILE },
    ],
    ...(report.agency ? { agency: report.agency } : {}),
    ...(report.url ? { url: report.url } : {}),
  };
}

export const ARTICLES: readonly Article[] = REPORTS.map(articleOf);

/** The sample report with this id. */
export function articleWith(id: string): Article {
  const article = ARTICLES.find((one) => one.id === id);
  if (!article) throw new Error(`no sample article ${id}`);
  return article;
}

/** The span of the words in the article, which must hold them. */
export function spanOf(id: string, text: string) {
  const start = articleWith(id).text.indexOf(text);
  if (start < 0) throw new Error(`no “${text}” in ${id}`);
  return { start, end: start + text.length, text };
}
