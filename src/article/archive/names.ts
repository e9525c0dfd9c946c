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

/** Whether a file of a folder may hold a report; a README tells of the folder, and hidden files of a program. */
export function mayHoldReport(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
  if (/^readme\b|^\./.test(name) || path.startsWith("__MACOSX/")) return false;
  return ENDINGS.some((ending) => name.endsWith(ending));
}
