import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { gzipSync } from "node:zlib";

/** Numbers that look like chance and are the same each time (a linear congruence). */
class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  below(limit: number): number {
    this.#state = (this.#state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((this.#state / 2_147_483_648) * limit);
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }
}

const words = (text: string): readonly string[] => text.split(" ");
const FIRST = words(
  "Ana Petar Maria Jonas Karl Ivo Elena Marta Oskar Nina Tomas Lidia Pavel Rosa Viktor Irena Simon Klara Anton Vera",
);
const SYLLABLES = words(
  "ber nov tam kas lin sor vid mor kel bran oka sil cos fer jan dal hol ras var gul pet ris wen zal",
);
const ENDS = words("ak berg ov sen ini eau er mann escu ic");
const TOWN_ENDS = words("burg ville ford mouth haven field stad berg ton port");
const DAYS = words("Monday Tuesday Wednesday Thursday Friday");
const MONTHS = words("January February March April May June July August September October November December");
const BODIES = [
  "ministry of transport",
  "port authority",
  "city council",
  "dockers' union",
  "central bank",
  "ferry company",
  "river board",
  "school board",
];
const DEEDS = [
  "opened talks with",
  "signed an agreement with",
  "criticised",
  "met",
  "will visit",
  "postponed a visit to",
  "sued",
  "thanked",
];
const THINGS = words("jobs ships houses trains tonnes bridges schools tickets");
const MENU = Array.from(
  { length: 60 },
  (_each, index) => `<li><a href="/section/${index}">Section number ${index}</a></li>`,
).join("");
const SCRIPT = `<script>${"window.site = window.site || {}; site.track = function (page) { return page; };\n".repeat(60)}</script>`;

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** What a run of ten pages is about. */
interface Topic {
  readonly person: string;
  readonly other: string;
  readonly town: string;
  readonly body: string;
  readonly day: Date;
}

function topicOf(number: number): Topic {
  const dice = new Dice(number * 7919 + 1);
  const person = (): string =>
    `${dice.pick(FIRST)} ${capital(dice.pick(SYLLABLES) + dice.pick(SYLLABLES) + dice.pick(ENDS))}`;
  const town = capital(dice.pick(SYLLABLES) + dice.pick(SYLLABLES) + dice.pick(TOWN_ENDS));
  const day = new Date(Date.UTC(2020, 0, 1 + dice.below(1800)));
  return { person: person(), other: person(), town, body: dice.pick(BODIES), day };
}

function paragraph(topic: Topic, dice: Dice): string {
  const { person, other, town, body } = topic;
  return [
    `The ${body} of ${town} said on ${dice.pick(DAYS)} that ${person} ${dice.pick(DEEDS)} ${other} in ${dice.pick(MONTHS)}.`,
    `“We expect ${dice.below(900) + 2} more ${dice.pick(THINGS)},” ${other} told reporters in ${town}.`,
    `Some ${dice.below(9000) + 100} people live near the harbour, and ${dice.below(80) + 5} percent of them work there.`,
  ].join(" ");
}

/** One page of a news site, menus, scripts and all; some 20 KB. */
export function pageAt(index: number): { readonly url: string; readonly html: string; readonly day: string } {
  const topic = topicOf(Math.floor(index / 10));
  const dice = new Dice(index + 1);
  const day = new Date(topic.day.getTime() + (index % 10) * 86_400_000).toISOString().slice(0, 10);
  const title = `${topic.person} ${dice.pick(DEEDS)} ${topic.other}, ${topic.body} says`;
  const body = Array.from({ length: 6 + dice.below(6) }, () => `<p>${paragraph(topic, dice)}</p>`).join("\n");
  const head = `<title>${title} | Courier ${index % 40}</title><meta property="og:site_name" content="Courier ${index % 40}"><meta property="article:published_time" content="${day}T10:00:00Z">`;
  const html = `<!doctype html><html lang="en"><head>${head}${SCRIPT}</head><body><nav><ul>${MENU}</ul></nav><article><h1>${title}</h1>${body}</article><footer><ul>${MENU}</ul></footer></body></html>`;
  return {
    url: `https://courier${index % 40}.example/${day.replaceAll("-", "/")}/report-${index}`,
    html,
    day,
  };
}

function recordAt(index: number): Buffer {
  const { url, html, day } = pageAt(index);
  const block = Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}`);
  const head = `WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: ${url}\r\nWARC-Date: ${day}T12:00:00Z\r\nContent-Type: application/http;msgtype=response\r\nContent-Length: ${block.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), block, Buffer.from("\r\n\r\n")]);
}

/** Writes a web archive of so many invented pages, packed record by record, as crawlers do. */
export async function writeArchive(path: string, count: number): Promise<void> {
  const file = createWriteStream(path);
  for (let index = 0; index < count; index++) {
    if (!file.write(gzipSync(recordAt(index), { level: 1 }))) await once(file, "drain");
  }
  file.end();
  await once(file, "finish");
}
