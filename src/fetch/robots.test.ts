import { describe, expect, it } from "vitest";
import { isAllowed, parseRobots } from "./robots.ts";

const asked = (text: string, path: string): boolean =>
  isAllowed(parseRobots(text, "Chronicler"), new URL(path, "https://news.test/"));

describe("robots.txt", () => {
  it.each<[text: string, path: string, allowed: boolean]>([
    ["", "/a", true],
    ["User-agent: *\nDisallow:", "/a", true],
    ["User-agent: *\nDisallow: /", "/a", false],
    ["User-agent: *\nDisallow: /", "/robots.txt", true],
    ["user-AGENT : *\ndisALLOW : /private # not this", "/private/x", false],
    ["User-agent: *\nDisallow: /private", "/public", true],
    ["User-agent: other\nDisallow: /", "/a", true],
    ["User-agent: CHRONICLER/9\nDisallow: /a", "/a", false],
    // Its own group goes before that for everybody.
    ["User-agent: *\nDisallow: /\nUser-agent: chronicler\nAllow: /", "/a", true],
    ["User-agent: chronicler\nDisallow: /b\n\nUser-agent: *\nDisallow: /a", "/a", true],
    // Several groups for one name are one; several names may share a group.
    [
      "User-agent: chronicler\nDisallow: /a\nUser-agent: x\nDisallow: /\nUser-agent: Chronicler\nDisallow: /b",
      "/a",
      false,
    ],
    ["User-agent: x\nUser-agent: chronicler\nDisallow: /b", "/b", false],
    // The longest rule decides, and "allow" between two alike.
    ["User-agent: *\nDisallow: /news\nAllow: /news/world", "/news/world/1", true],
    ["User-agent: *\nAllow: /news\nDisallow: /news/world", "/news/world/1", false],
    ["User-agent: *\nDisallow: /page\nAllow: /page", "/page", true],
    ["User-agent: *\nDisallow: /*.gif$", "/x/y.gif", false],
    ["User-agent: *\nDisallow: /*.gif$", "/x/y.gif?a=1", true],
    ["User-agent: *\nDisallow: /a*b*c", "/axxbxxc/d", false],
    ["User-agent: *\nDisallow: /a*b*c", "/axxc/b", true],
    ["User-agent: *\nDisallow: *print=1", "/story?id=3&print=1", false],
    ["User-agent: *\nDisallow: /fish$", "/fish", false],
    ["User-agent: *\nDisallow: /fish$", "/fishing", true],
    ["User-agent: *\nDisallow: /a*a$", "/a", true],
    // One path may be spelled in several ways.
    ["User-agent: *\nDisallow: /caf%c3%a9", "/café", false],
    ["User-agent: *\nDisallow: /café", "/caf%C3%A9/menu", false],
    ["User-agent: *\nDisallow: /%61bc", "/abc", false],
    ["User-agent: *\nDisallow: /a%2fb", "/a/b", true],
    ["\uFEFFUser-agent: *\r\nDisallow: /a\r\n", "/a", false],
    ["User-agent: *\nSitemap: https://news.test/map.xml\nDisallow: /a", "/a", false],
    ["Disallow: /\nUser-agent: *\nAllow: /", "/a", true],
    ["<!doctype html><html><body>Not found</body></html>", "/a", true],
  ])("%j and %s", (text, path, allowed) => {
    expect(asked(text, path)).toBe(allowed);
  });

  it("asks for a pause", () => {
    const delay = (text: string) => parseRobots(text, "Chronicler").delay;
    expect(delay("User-agent: *\nCrawl-delay: 2.5")).toBe(2.5);
    expect(delay("User-agent: *\nCrawl-delay: 9\nUser-agent: chronicler\nDisallow: /x")).toBeNull();
    expect(delay("User-agent: *\nCrawl-delay: soon")).toBeNull();
  });

  it("is read in little time, however it is made", () => {
    const stars = `User-agent: *\n${`Disallow: /${"*a".repeat(2000)}b\n`.repeat(100)}`;
    const began = performance.now();
    expect(asked(stars, `/${"a".repeat(8000)}`)).toBe(true);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
