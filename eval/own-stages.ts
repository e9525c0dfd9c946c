import type { Article } from "../src/model/article.ts";
import type { Entity } from "../src/model/entity.ts";
import type { Analysis } from "../src/model/layers.ts";
import type { Given, Source } from "../src/model/source.ts";
import { textSpan } from "../src/model/span.ts";
import type { Token } from "../src/model/token.ts";
import type { LoadedStages } from "../src/resources.ts";
import { OWN_NOUNS, type OwnReport, ownReport } from "./own-reports.ts";
import { SENTENCE_NOUNS } from "./own-sentences.ts";

/** A report of our own as a source. */
export function ownSource(number: number, given: Given = {}): Source {
  const report = ownReport(number);
  const bytes = new TextEncoder().encode(JSON.stringify(report));
  return {
    name: report.id,
    given,
    get bytes() {
      return bytes;
    },
  };
}

function toArticle({ bytes, given }: Source): Article {
  const report = JSON.parse(new TextDecoder().decode(bytes)) as OwnReport;
  const { id, title, text, published, outlet } = { ...report, ...given };
  const whole = `${title}\n\n${text}`;
  const blocks = [...whole.matchAll(/[^\n]+/gu)].map(({ index, 0: line }, i) => ({
    kind: i === 0 ? ("title" as const) : ("paragraph" as const),
    start: index,
    end: index + line.length,
  }));
  const day = { value: published, basis: published === null ? ("unknown" as const) : ("given" as const) };
  return { id, title, outlet, authors: [], published: day, language: "en", text: whole, blocks, dropped: [] };
}

/** Names are what begins with a capital letter within a sentence; nouns are those that the reports are made of. */
function toToken(text: string, start: number, opens: boolean): Token {
  const lemma = text.toLowerCase();
  const isNoun = OWN_NOUNS.has(lemma) || SENTENCE_NOUNS.has(lemma);
  const upos = /^\p{Lu}/u.test(text) && !opens ? "PROPN" : isNoun ? "NOUN" : "VERB";
  const rest = { xpos: "_", feats: "_", head: -1, deprel: "dep", sentence: 0 };
  return { start, end: start + text.length, text, lemma, upos, ...rest };
}

/**
 * The layers of a report whose names are known, without the language models: what they cost does not depend on
 * how many reports there are.
 */
function toAnalysis(article: Article): Analysis {
  const { text, title = "" } = article;
  const tokens = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ index, 0: word }) =>
    toToken(word, index, index > title.length && /[.\n]\s*$/u.test(text.slice(index - 2, index))),
  );
  const [, person = "", trigger = "", place = ""] = /^(\S+ \S+) (\S+) .* in (\S+)$/u.exec(title) ?? [];
  const entity = (id: string, name: string, type: Entity["type"]): Entity[] => {
    const start = name === "" ? -1 : text.indexOf(name);
    const mention = { ...textSpan(text, start, start + name.length), kind: "name" as const, rule: "by-name" };
    return start < 0 ? [] : [{ id, name, type, roles: [], mentions: [mention] }];
  };
  const entities = [...entity("e1", person, "person"), ...entity("e2", place, "place")];
  const at = trigger === "" ? -1 : text.indexOf(trigger);
  const event = {
    id: "v1",
    trigger: textSpan(text, at, at + trigger.length),
    lemma: trigger,
    clause: textSpan(text, 0, title.length),
    headline: title,
    participants: [{ role: "agent" as const, ...textSpan(text, 0, person.length), entity: "e1" }],
    place: "e2",
    time: { edtf: article.published.value, basis: "inferred" as const },
    status: "happened" as const,
    codes: {},
    salience: 0.8,
    rule: "event-verb",
  };
  const none = { sentences: [], names: [], timexes: [], quotations: [], quantities: [] };
  return { article, tokens, entities, events: at < 0 ? [] : [event], ...none };
}

/** The stages of a chronicle of such reports: reading and analysing them costs next to nothing. */
export function ownStages(stages: LoadedStages): LoadedStages {
  return { ...stages, read: (source) => [{ article: toArticle(source) }], analyze: toAnalysis };
}
