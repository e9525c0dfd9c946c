import { type Dirent, readdirSync } from "node:fs";
import { join, sep } from "node:path";

/** Whether the path holds a sign that stands for many. */
export function isPattern(path: string): boolean {
  return /[*?{]/.test(path);
}

/** `*` within one name, `**` over folders, `?` one character, `{a,b}` one of these. */
function toRegExp(pattern: string): RegExp {
  const signs: Readonly<Record<string, string>> = {
    "**/": "(?:.*/)?",
    "**": ".*",
    "*": "[^/]*",
    "?": "[^/]",
    "{": "(?:",
    "}": ")",
    ",": "|",
  };
  let depth = 0;
  const source = pattern.replace(/\*\*\/|\*\*|[*?{},]|[.+^$()|[\]\\]/g, (sign) => {
    if (sign === "{") depth += 1;
    if (sign === "}") depth -= 1;
    if (sign === "," && depth === 0) return ",";
    return signs[sign] ?? `\\${sign}`;
  });
  return new RegExp(`^${source}$`, "u");
}

/** All files below a folder, in the order of their names; hidden ones are left out. */
export function filesBelow(folder: string, onError: (error: unknown) => void): string[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    onError(error);
    return [];
  }
  const visible = entries.filter((entry) => !entry.name.startsWith("."));
  visible.sort((a, b) => (a.name < b.name ? -1 : 1));
  return visible.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path, onError);
    return entry.isFile() || entry.isSymbolicLink() ? [path] : [];
  });
}

/** Files that the pattern names. */
export function matchFiles(pattern: string, onError: (error: unknown) => void): string[] {
  const slashed = pattern.split(sep).join("/");
  const fixed = slashed.slice(0, slashed.search(/[*?{]/));
  const base = fixed.includes("/") ? fixed.slice(0, fixed.lastIndexOf("/")) || "/" : ".";
  const wanted = toRegExp(slashed.replace(/^\.\//, ""));
  return filesBelow(base, onError).filter((path) => wanted.test(path.split(sep).join("/")));
}
