import type { Contents } from "../contents.ts";
import { TYPES } from "../names/types.ts";
import { type Html, html } from "../parts/html.ts";
import { entityPath, entryPath, quotationPath } from "../parts/links.ts";
import { statusLabel } from "../parts/status.ts";

/** The words of a search, without the signs that only the search in texts knows. */
function plainWords(words: string): readonly string[] {
  return words.toLocaleLowerCase("en").replace(/["*]/g, " ").split(/\s+/).filter(Boolean);
}

function hasAll(text: string, words: readonly string[]): boolean {
  const lower = text.toLocaleLowerCase("en");
  return words.length > 0 && words.every((word) => lower.includes(word));
}

function section(title: string, items: readonly Html[], all: number): Html | null {
  if (items.length === 0) return null;
  return html`<section class="part"><h2>${title} <span class="number">${all}</span></h2><ul class="plain found">${items}</ul></section>`;
}

/** People, organisations and places, those with most mentions first. */
export function nameFinds({ links }: Contents, words: string, limit: number): Html | null {
  const wanted = plainWords(words);
  const found = links.entities
    .filter(({ names }) => names.some((name) => hasAll(name, wanted)))
    .sort((a, b) => b.mentions.length - a.mentions.length);
  const items = found
    .slice(0, limit)
    .map(
      ({ id, name, type }) =>
        html`<li><a href="${entityPath(id)}"><bdi>${name}</bdi></a> <span class="note">${TYPES[type].one}</span></li>`,
    );
  return section("Names", items, found.length);
}

/** Entries of all timelines: those that most reports tell of first, then the weightiest. */
export function entryFinds({ timelines }: Contents, words: string, limit: number): Html | null {
  const wanted = plainWords(words);
  const found = timelines
    .flatMap(({ entries }) => entries)
    .filter(({ headline, when }) => hasAll(`${headline} ${when}`, wanted))
    .sort((a, b) => b.origins - a.origins || b.salience - a.salience);
  const items = found
    .slice(0, limit)
    .map(
      (entry) =>
        html`<li><a href="${entryPath(entry.event)}"><bdi>${entry.headline}</bdi></a> <span class="note">${entry.when} · ${statusLabel(entry.status)}</span></li>`,
    );
  return section("Entries", items, found.length);
}

/** Quotations that hold the words. */
export function quotationFinds({ links, names }: Contents, words: string, limit: number): Html | null {
  const wanted = plainWords(words);
  const found = links.quotations.filter(({ text }) => hasAll(text, wanted));
  const items = found.slice(0, limit).map(({ id, text, speaker, speakerText }) => {
    const who = (speaker === null ? null : names.get(speaker)) ?? speakerText ?? "Speaker unknown";
    return html`<li><a href="${quotationPath(id)}"><bdi>${text}</bdi></a> <span class="note"><bdi>${who}</bdi></span></li>`;
  });
  return section("Quotations", items, found.length);
}
