/** Endings of files that may hold reports; others in a folder or an archive are passed over. */
export const ENDINGS = [
  ".html",
  ".htm",
  ".xhtml",
  ".txt",
  ".md",
  ".xml",
  ".rss",
  ".atom",
  ".opml",
  ".jsonl",
  ".ndjson",
  ".eml",
  ".pdf",
  ".warc",
  ".gz",
  ".zip",
];

/** Whether a file of a folder may hold a report, by the ending of its name. */
export function mayHoldReport(path: string): boolean {
  return !isAside(path) && ENDINGS.some((ending) => path.toLowerCase().endsWith(ending));
}

/** Whether a file is not meant to be read with the others: a README tells of the folder, hidden files are of a program. */
export function isAside(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return /^readme\b|^\./iu.test(name) || path.startsWith("__MACOSX/");
}
