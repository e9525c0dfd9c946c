import type { CommandArguments } from "./arguments.ts";

/** An option of a command, as it is parsed and as its help tells it. */
export interface Option {
  /** The word for its value; without one it is a switch. */
  readonly value?: string;
  readonly help: string;
  readonly short?: string;
}

export interface Command {
  readonly name: string;
  /** What follows the name: "PATH…". */
  readonly operands: string;
  /** How many of them: at least, at most. */
  readonly count: readonly [number, number];
  readonly summary: string;
  /** More on it, a paragraph each. */
  readonly details?: readonly string[];
  readonly options: Readonly<Record<string, Option>>;
  readonly examples: readonly string[];
  load(): Promise<{ run(given: CommandArguments): Promise<number> | number }>;
}

const HELP: Option = { short: "h", help: "show this help" };
const CHRONICLE: Option = {
  value: "FILE",
  help: "the chronicle (else $CHRONICLE, else ./chronicle.db)",
};
const ALLOW_PRIVATE: Option = { help: "fetch from this machine and the network around it too" };
const JSON_OUT: Option = { help: "print JSON" };

const AS_OF: Option = { value: "DATE", help: "as it could have been known on that day: 2016-08-30" };

const SERVE_OPTIONS: Readonly<Record<string, Option>> = {
  port: { value: "N", help: "the port to answer on (else 4016, or the next free one)" },
  host: { value: "ADDRESS", help: "an address of this machine that others reach (else 127.0.0.1)" },
  token: { value: "WORD", help: "what readers must show (else, with --host, one is made up)" },
  "read-only": { help: "nothing can be added on the page" },
  "allow-private": ALLOW_PRIVATE,
  chronicle: CHRONICLE,
  help: HELP,
};

/** Where a number of operands has no upper end. */
const ANY = Number.POSITIVE_INFINITY;

/** Every command, in the order in which the help lists them. */
export const COMMANDS: readonly Command[] = [
  {
    name: "add",
    operands: "PATH…",
    count: [1, ANY],
    summary: "add reports to the chronicle",
    details: [
      "PATH is a file, a folder, a pattern such as 'news/**/*.html', or - for standard input. A file is a web page, text or Markdown, a feed (RSS, Atom, JSON Feed), a PDF with words in it, a mail (EML), JSON Lines, or an archive of these: WARC, ZIP, any of them packed with gzip. What it is, is told by its content.",
      "PATH may be an address (https://…) too: the page is fetched, as robots.txt allows, and kept with its headers. Fetched again and changed, it becomes another version; see chronicler changes.",
      "Archives may be of any size: Ctrl-C stops after what is at hand, and the same command again goes on from there.",
      "A report that is there already is not added again. What you give now of a report that is there (a day, an outlet) is kept too, and the chronicle is made anew with it.",
    ],
    options: {
      published: { value: "DATE", help: "day of publication of all of them: 2016-08-30" },
      outlet: { value: "NAME", help: "the outlet that published all of them" },
      "allow-private": ALLOW_PRIVATE,
      chronicle: CHRONICLE,
      json: JSON_OUT,
      help: HELP,
    },
    examples: [
      "chronicler add report.html",
      "chronicler add report.txt --published 2016-08-30 --outlet 'Daily Gazette'",
      "chronicler add news/ 'archive/**/*.html' --chronicle story.db",
      "chronicler add crawl.warc.gz newsletters.zip study.pdf",
      "chronicler add https://example.org/report.html",
    ],
    load: () => import("./add.ts"),
  },
  {
    name: "watch",
    operands: "FEED…",
    count: [1, ANY],
    summary: "follow feeds and add what is new, until Ctrl-C",
    details: [
      "FEED is the address of a feed (RSS, Atom, JSON Feed), or a file that lists some (OPML, or an address on each line). Reports of which a feed gives only the opening are fetched as pages, as robots.txt allows, one at a time from each host.",
      "What was done stays done: the next watch goes on where this one ended. What cannot be fetched is told and tried again later; the exit status of --once is then 1.",
    ],
    options: {
      once: { help: "end after one round" },
      every: { value: "MINUTES", help: "from one round to the next (else 30)" },
      "allow-private": ALLOW_PRIVATE,
      chronicle: CHRONICLE,
      json: { help: "print a line of JSON for each feed" },
      help: HELP,
    },
    examples: [
      "chronicler watch https://example.org/feed.xml",
      "chronicler watch feeds.opml --every 60 --chronicle story.db",
      "chronicler watch https://example.org/feed.xml --once --json",
    ],
    load: () => import("./watch.ts"),
  },
  {
    name: "changes",
    operands: "[REPORT]",
    count: [0, 1],
    summary: "tell how pages have changed since they were first fetched",
    details: [
      "REPORT is the id of a report; without one, all pages that have changed are told. Citations stay with the version whose words they cite.",
    ],
    options: { chronicle: CHRONICLE, json: JSON_OUT, help: HELP },
    examples: ["chronicler changes", "chronicler changes a1b2c3d4e5 --json"],
    load: () => import("./changes.ts"),
  },
  {
    name: "timeline",
    operands: "",
    count: [0, 0],
    summary: "print what happened and what is announced, in order",
    details: [
      "--as-of tells the story as it could have been known on that day: from the reports published until then. A report without a day of publication is left out, and counted.",
    ],
    options: {
      story: { value: "ID", help: "only this story: s1" },
      "as-of": AS_OF,
      top: { value: "N", help: "only the N weightiest entries of each story" },
      chronicle: CHRONICLE,
      json: JSON_OUT,
      help: HELP,
    },
    examples: [
      "chronicler timeline",
      "chronicler timeline --top 10",
      "chronicler timeline --as-of 2016-12-01",
      "chronicler timeline --story s1 --json",
    ],
    load: () => import("./timeline.ts"),
  },
  {
    name: "pending",
    operands: "",
    count: [0, 0],
    summary: "list what was announced and is still open, or overdue",
    details: [
      "Overdue is what should have taken place by the day of the newest report, and of which no report is found to tell that it did, or that it was called off; what else is told of its day stands below it.",
    ],
    options: {
      "as-of": AS_OF,
      chronicle: CHRONICLE,
      json: JSON_OUT,
      help: HELP,
    },
    examples: ["chronicler pending", "chronicler pending --as-of 2016-12-01", "chronicler pending --json"],
    load: () => import("./pending.ts"),
  },
  {
    name: "disagreements",
    operands: "",
    count: [0, 0],
    summary: "list where reports differ, each value with its words",
    details: [
      "Values of one event that come from different origins: its time, its place, a number, who took part. What excludes each other stands before what an outlet corrected later, and before what is only more exact.",
    ],
    options: { chronicle: CHRONICLE, json: JSON_OUT, help: HELP },
    examples: ["chronicler disagreements", "chronicler disagreements --json --chronicle story.db"],
    load: () => import("./disagreements.ts"),
  },
  {
    name: "quotes",
    operands: "",
    count: [0, 0],
    summary: "print who said what, and by what way it is known",
    details: [
      "NAME is a person, an organisation or any words for a speaker (officials), or an id; WORDS must all stand in what is said, island finds islands too. Words in quotation marks are the speaker's own; others are the report's.",
    ],
    options: {
      speaker: { value: "NAME", help: "only what this speaker says" },
      about: { value: "WORDS", help: "only what holds these words" },
      chronicle: CHRONICLE,
      json: JSON_OUT,
      help: HELP,
    },
    examples: ["chronicler quotes", "chronicler quotes --speaker Putin --about 'peace treaty'"],
    load: () => import("./quotes.ts"),
  },
  {
    name: "who",
    operands: "NAME",
    count: [1, ANY],
    summary: "tell who somebody is: roles over time, words, deeds, and with whom",
    details: [
      "NAME is a name or some of its words, of a person, an organisation or a place, an office (prime minister), or an id.",
    ],
    options: { chronicle: CHRONICLE, json: JSON_OUT, help: HELP },
    examples: [
      "chronicler who Putin",
      "chronicler who 'prime minister'",
      "chronicler who 'Shinzo Abe' --json",
    ],
    load: () => import("./who.ts"),
  },
  {
    name: "serve",
    operands: "",
    count: [0, 0],
    summary: "show the chronicle on a page, on this machine only",
    details: [
      "Reports can be added on the page too. With --host, other machines can reach it: whoever has the address that is printed, with its token, can read and add. What goes over the network is not encrypted.",
    ],
    options: SERVE_OPTIONS,
    examples: [
      "chronicler serve",
      "chronicler serve --port 8080 --chronicle story.db",
      "chronicler serve --host 192.168.1.20 --read-only",
    ],
    load: () => import("./serve.ts"),
  },
  {
    name: "open",
    operands: "",
    count: [0, 0],
    summary: "the same, and start the browser; begins a chronicle where there is none",
    options: SERVE_OPTIONS,
    examples: ["chronicler open", "chronicler open --chronicle story.db"],
    load: () => import("./open-page.ts"),
  },
  {
    name: "search",
    operands: "WORDS…",
    count: [1, ANY],
    summary: "find reports by their words",
    details: [
      'All words must be there. Words in "double quotes" stand together; treat* finds treaty and treaties.',
    ],
    options: {
      limit: { value: "N", help: "how many at most (else 20)" },
      chronicle: CHRONICLE,
      json: JSON_OUT,
      help: HELP,
    },
    examples: ["chronicler search peace treaty", "chronicler search '\"peace treaty\"' --limit 5 --json"],
    load: () => import("./search.ts"),
  },
  {
    name: "show",
    operands: "ID",
    count: [1, 1],
    summary: "show an article, event, person, quotation … by its id",
    options: { chronicle: CHRONICLE, json: JSON_OUT, help: HELP },
    examples: ["chronicler show E3", "chronicler show P1 --json"],
    load: () => import("./show.ts"),
  },
  {
    name: "explain",
    operands: "ID",
    count: [1, 1],
    summary: "tell how something came to be, from a report's words to the entry",
    options: { chronicle: CHRONICLE, json: JSON_OUT, help: HELP },
    examples: ["chronicler explain E3", "chronicler explain E3 --json"],
    load: () => import("./explain.ts"),
  },
  {
    name: "export",
    operands: "",
    count: [0, 0],
    summary: "write out the whole chronicle",
    options: {
      format: { value: "FORMAT", help: "json" },
      chronicle: CHRONICLE,
      help: HELP,
    },
    examples: ["chronicler export --format json > chronicle.json"],
    load: () => import("./export.ts"),
  },
  {
    name: "archive",
    operands: "",
    count: [0, 0],
    summary: "write the kept originals out as a web archive (WARC)",
    details: [
      "Pages that were fetched are written with the headers of request and answer, as they went over the wire; files as they were added. Tools for web archives can replay it.",
    ],
    options: {
      output: { value: "FILE", short: "o", help: "where to (else chronicle.warc.gz); - for standard output" },
      chronicle: CHRONICLE,
      help: HELP,
    },
    examples: ["chronicler archive", "chronicler archive -o story.warc.gz --chronicle story.db"],
    load: () => import("./archive.ts"),
  },
  {
    name: "rebuild",
    operands: "",
    count: [0, 0],
    summary: "make everything derived again from the kept reports",
    options: { chronicle: CHRONICLE, help: HELP },
    examples: ["chronicler rebuild", "chronicler rebuild --chronicle story.db"],
    load: () => import("./rebuild.ts"),
  },
  {
    name: "analyze",
    operands: "[FILE… | -]",
    count: [0, ANY],
    summary: "read reports and print what they say as JSON Lines; nothing is kept",
    details: [
      "FILE is whatever chronicler add takes.",
      'On standard input (-, or no FILE) each line of JSON is one report: {"id"?, "url"?, "outlet"?, "title"?, "published"?, "html" or "text", "clean"?}. A report that cannot be read gives a line with "error" in its place, and the exit status is 1.',
    ],
    options: {
      layers: { value: "all", help: "print sentences, tokens and names too" },
      published: { value: "DATE", help: "day of publication of the files: 2016-08-30" },
      outlet: { value: "NAME", help: "the outlet that published the files" },
      help: HELP,
    },
    examples: [
      "chronicler analyze report.html --published 2016-08-30",
      "chronicler analyze --layers all - < reports.jsonl > analyses.jsonl",
    ],
    load: () => import("./analyze.ts"),
  },
  {
    name: "parse",
    operands: "",
    count: [0, 0],
    summary: "parse CoNLL-U, or plain text, from standard input",
    details: ["Fills in LEMMA, UPOS, XPOS, FEATS, HEAD and DEPREL for the given words and sentences."],
    options: { text: { help: "read plain text, and find words and sentences too" }, help: HELP },
    examples: [
      "chronicler parse < words.conllu > parsed.conllu",
      "echo 'She left.' | chronicler parse --text",
    ],
    load: () => import("./parse.ts"),
  },
];

export function findCommand(name: string): Command | undefined {
  return COMMANDS.find((each) => each.name === name);
}
