/** What a site asks of a program that fetches from it (RFC 9309), as far as it concerns this one. */
export interface Robots {
  readonly rules: readonly RobotsRule[];
  /** Seconds between two fetches, where the site asks for a pause. */
  readonly delay: number | null;
}

interface RobotsRule {
  readonly allow: boolean;
  /** With `*` for any characters and `$` for the end. */
  readonly pattern: string;
}

interface Group {
  readonly agents: string[];
  readonly rules: RobotsRule[];
  delay: number | null;
  /** Whether a rule has been seen: the next agent line begins another group. */
  isOpen: boolean;
}

/** RFC 9309 asks readers to take at least this much of the file, in bytes. */
export const ROBOTS_SIZE = 500 * 1024;

export const ALLOW_ALL: Robots = { rules: [], delay: null };

/** The same path in one spelling: escapes in capitals, none for plain letters, all for others. */
function spelled(path: string): string {
  return path
    .replace(/[^\u0021-\u007e]/gu, (character) => encodeURIComponent(character))
    .replace(/%([0-9a-f]{2})/gi, (escaped, hex: string) => {
      const character = String.fromCharCode(Number.parseInt(hex, 16));
      return /[\w.~-]/.test(character) ? character : escaped.toUpperCase();
    });
}

function groupsOf(text: string): Group[] {
  const groups: Group[] = [];
  for (const line of text.replace(/^\uFEFF/, "").split(/\r\n?|\n/)) {
    const match = /^\s*([a-z-]+)\s*:\s*([^#]*)/i.exec(line);
    if (match) addLine(groups, match[1]?.toLowerCase() ?? "", match[2]?.trim() ?? "");
  }
  return groups;
}

function addLine(groups: Group[], field: string, value: string): void {
  let group = groups.at(-1);
  if (field === "user-agent") {
    if (!group?.isOpen) {
      group = { agents: [], rules: [], delay: null, isOpen: true };
      groups.push(group);
    }
    group.agents.push(value === "*" ? "*" : (/^[a-z_-]*/i.exec(value)?.[0].toLowerCase() ?? ""));
    return;
  }
  if (!group) return;
  if (field === "allow" || field === "disallow") {
    group.isOpen = false;
    if (value !== "") group.rules.push({ allow: field === "allow", pattern: spelled(value) });
  }
  if (field === "crawl-delay") {
    group.isOpen = false;
    if (/^\d{1,6}(?:\.\d+)?$/.test(value)) group.delay = Number(value);
  }
}

/**
 * What robots.txt says to a program of this name: all groups that name it together, else those for
 * everybody. Lines that are not understood are passed over.
 */
export function parseRobots(text: string, agent: string): Robots {
  const groups = groupsOf(text);
  const own = groups.filter((group) => group.agents.includes(agent.toLowerCase()));
  const chosen = own.length > 0 ? own : groups.filter((group) => group.agents.includes("*"));
  const delays = chosen.flatMap(({ delay }) => (delay === null ? [] : [delay]));
  return {
    rules: chosen.flatMap((group) => group.rules),
    delay: delays.length > 0 ? Math.max(...delays) : null,
  };
}

/** Whether the pattern fits the beginning of the path; takes time in proportion to both, whatever they hold. */
function fits(pattern: string, path: string): boolean {
  const isWhole = pattern.endsWith("$");
  const [first = "", ...parts] = (isWhole ? pattern.slice(0, -1) : pattern).split("*");
  if (!path.startsWith(first)) return false;
  let at = first.length;
  const last = parts.pop();
  for (const part of parts) {
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  if (last === undefined) return !isWhole || at === path.length;
  return isWhole ? path.length - last.length >= at && path.endsWith(last) : path.indexOf(last, at) >= 0;
}

/** Whether the site lets its page be fetched: the longest rule that fits decides, and "allow" between two alike. */
export function isAllowed({ rules }: Robots, url: URL): boolean {
  const path = spelled(url.pathname + url.search);
  if (path === "/robots.txt") return true;
  let best: RobotsRule | null = null;
  for (const rule of rules) {
    if (!fits(rule.pattern, path)) continue;
    const longer = rule.pattern.length - (best?.pattern.length ?? -1);
    if (longer > 0 || (longer === 0 && rule.allow)) best = rule;
  }
  return best?.allow ?? true;
}
